package id.jipp.ui.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;

/**
 * What a page says when its hub does not answer, and when a hub that was away does not know it any more. It must stand in
 * the page before that happens; {@code cut.js} shows it.
 */
final class LineNotices extends Div {
    LineNotices() {
        addClassName("line-notices");
        Paragraph held = new Paragraph(getTranslation("shell.line.held"));
        held.addClassNames("held", "notice", "needs-you");
        Div status = new Div(held);
        status.getElement().setAttribute("role", "status");
        NativeButton again = new NativeButton(getTranslation("shell.expired.again"));
        again.addClassNames("btn", "first");
        Div ended = new Div(
                new H2(getTranslation("shell.expired")), new Paragraph(getTranslation("shell.expired.what")), again);
        ended.addClassNames("ended", "notice", "needs-you");
        Div alert = new Div(ended);
        alert.getElement().setAttribute("role", "alert");
        add(status, alert);
    }
}
