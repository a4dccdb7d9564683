package id.jipp.ui.shell;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServletRequest;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * The way out, as a form of the browser's own: the page goes where the hub sends it. Asked for through the framework the
 * answer would come to its script, which cannot read a page.
 */
@Tag("form")
final class SignOut extends HtmlContainer {
    SignOut() {
        getElement().setAttribute("method", "post");
        getElement().setAttribute("action", "logout");
        if (VaadinRequest.getCurrent() instanceof VaadinServletRequest request
                && request.getHttpServletRequest().getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            Input proof = new Input();
            proof.setType("hidden");
            proof.getElement().setAttribute("name", token.getParameterName());
            proof.getElement().setAttribute("value", token.getToken());
            add(proof);
        }
        NativeButton out = new NativeButton(getTranslation("shell.sign-out"));
        out.getElement().setAttribute("type", "submit");
        out.addClassName("btn");
        add(out);
        addClassName("leave");
    }
}
