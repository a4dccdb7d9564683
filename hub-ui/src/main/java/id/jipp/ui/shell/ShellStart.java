package id.jipp.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.SystemMessagesInfo;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import id.jipp.ui.text.Preferences;
import id.jipp.ui.text.Texts;
import java.util.Locale;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;

/** Gives every page the reader's language and scheme before it is first painted, and words for what breaks. */
@Component
class ShellStart implements VaadinServiceInitListener {
    private final Texts texts;

    ShellStart(Texts texts) {
        this.texts = texts;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(this::paintFirst);
        event.getSource().addUIInitListener(init -> start(init.getUI(), VaadinRequest.getCurrent()));
        event.getSource().setSystemMessagesProvider(this::messages);
    }

    private void paintFirst(IndexHtmlResponse response) {
        Element html = response.getDocument().selectFirst("html");
        if (html != null) {
            preferences(response.getVaadinRequest()).htmlAttributes().forEach(html::attr);
        }
    }

    private void start(UI ui, VaadinRequest request) {
        ui.setLocale(preferences(request).language());
    }

    private SystemMessages messages(SystemMessagesInfo info) {
        VaadinRequest request = info.getRequest();
        Locale language =
                request == null ? Texts.INDONESIAN : preferences(request).language();
        CustomizedSystemMessages messages = new CustomizedSystemMessages();
        messages.setSessionExpiredCaption(say("shell.expired", language));
        messages.setSessionExpiredMessage(say("shell.expired.what", language));
        messages.setSessionExpiredNotificationEnabled(true);
        messages.setInternalErrorCaption(say("shell.failure", language));
        messages.setInternalErrorMessage(say("shell.failure.what", language));
        messages.setInternalErrorNotificationEnabled(true);
        return messages;
    }

    private static Preferences preferences(VaadinRequest request) {
        return Preferences.of(
                request instanceof VaadinServletRequest servlet
                        ? servlet.getHttpServletRequest().getCookies()
                        : request.getCookies());
    }

    private String say(String key, Locale locale) {
        return texts.getTranslation(key, locale);
    }
}
