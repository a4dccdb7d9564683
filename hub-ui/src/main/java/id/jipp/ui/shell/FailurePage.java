package id.jipp.ui.shell;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** Something broke on our side. */
@Tag("div")
@ParentLayout(HubLayout.class)
@AnonymousAllowed
class FailurePage extends ErrorPage implements HasErrorParameter<Exception> {
    private static final System.Logger LOG = System.getLogger(FailurePage.class.getName());

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        LOG.log(
                System.Logger.Level.ERROR,
                "A page failed: /" + event.getLocation().getPath(),
                parameter.getCaughtException());
        show("shell.failure", event.getLocation().getPathWithQueryParameters(), "shell.failure.next");
        return 500;
    }
}
