package id.jipp.ui.shell;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import id.jipp.core.peer.Peers;
import id.jipp.core.person.Person;
import id.jipp.core.settings.HubSettings;
import id.jipp.sync.federation.Federation;
import id.jipp.ui.component.HubBadge;
import id.jipp.ui.component.Way;
import id.jipp.ui.live.Live;
import id.jipp.ui.security.CurrentPerson;
import id.jipp.ui.text.Preferences;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/**
 * The frame around every page: the rail, the top bar and the page itself in {@code main}. After a navigation the focus
 * moves to the page's {@code h1}; a change of the query alone leaves it where it is.
 */
@AnonymousAllowed
@JsModule("context://js/shell.js")
public class HubLayout extends Div implements RouterLayout, AfterNavigationObserver {
    private final Rail rail;
    private final Finder finder = new Finder();
    private final Main content = new Main();
    private @Nullable String path;

    HubLayout(
            HubSettings settings,
            CurrentPerson currentPerson,
            Federation federation,
            Peers peers,
            Live live,
            ObjectProvider<RailCount> counts) {
        Person person = currentPerson.find().orElse(null);
        List<RailCount> railCounts = counts.orderedStream().toList();
        addClassName("app");
        rail = new Rail(person, railCounts, live);
        content.addClassName("content");
        content.setId("isi");
        HubBadge badge = new HubBadge(getTranslation("shell.hub", settings.name()));
        Header top = new Header(badge, finder, new SyncState(federation, peers, live));
        top.addClassName("top");
        if (person == null) {
            top.add(Way.button("login", getTranslation("shell.sign-in")));
        } else {
            addPerson(top, person);
        }
        Div stage = new Div(top, content);
        stage.addClassName("stage");
        add(skip(), rail, stage, new LineNotices());
    }

    @Override
    public void showRouterLayoutContent(HasElement page) {
        content.getElement().appendChild(page.getElement());
    }

    @Override
    public void removeRouterLayoutContent(@Nullable HasElement page) {
        content.getElement().removeAllChildren();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        String now = event.getLocation().getPath();
        rail.at(now);
        finder.at(event.getLocation());
        if (path != null && !path.equals(now)) {
            getElement().executeJs("window.jippArrive && window.jippArrive()");
        }
        path = now;
    }

    private Anchor skip() {
        Anchor skip = new Anchor("#isi", getTranslation("shell.skip"));
        skip.addClassName("skip");
        skip.setRouterIgnore(true);
        return skip;
    }

    private void addPerson(Header top, Person person) {
        NativeButton me = new NativeButton();
        me.addClassName("me");
        me.getElement().setAttribute("aria-haspopup", "dialog");
        Span face = new Span(initials(person.name()));
        face.addClassName("face");
        face.getElement().setAttribute("aria-hidden", "true");
        Span name = new Span(person.name());
        name.addClassName("name");
        Span unit = new Span(person.unit());
        unit.addClassName("quiet");
        Span who = new Span(name, unit);
        who.addClassName("who");
        Span settings = new Span(getTranslation("shell.menu"));
        settings.addClassName("visually-hidden");
        me.add(face, who, settings);
        top.add(me, new PersonMenu(preferences(), me));
    }

    private static Preferences preferences() {
        VaadinRequest request = VaadinRequest.getCurrent();
        return Preferences.of(
                request instanceof VaadinServletRequest servlet
                        ? servlet.getHttpServletRequest().getCookies()
                        : null);
    }

    private static String initials(String name) {
        String[] words = name.strip().split("\\s+");
        String letters = words[0].substring(0, 1) + (words.length > 1 ? words[words.length - 1].substring(0, 1) : "");
        return letters.toUpperCase(Locale.ROOT);
    }
}
