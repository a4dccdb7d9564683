package id.jipp.ui.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.VaadinSession;
import id.jipp.core.projection.Listeners;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@ViewPackages(packages = "id.jipp.ui.live")
class LiveTest extends BrowserlessTest {
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final Listeners<String> news = new Listeners<>();
    private final AtomicInteger listening = new AtomicInteger();
    private final AtomicInteger refreshed = new AtomicInteger();
    private final Live live = new Live((pause, task) -> waiting.add(task), Runnable::run);
    private final Span screen = new Span();

    @Test
    void aBurstOfNewsIsOnePush() {
        follow();
        UI.getCurrent().add(screen);

        for (int i = 0; i < 10_000; i++) {
            news.tell("changed");
        }
        burstEnds();

        assertThat(refreshed).hasValue(1);
        assertThat(waiting).isEmpty();
    }

    @Test
    void newsAfterABurstIsPushedToo() {
        follow();
        UI.getCurrent().add(screen);
        news.tell("first");
        burstEnds();

        news.tell("second");
        burstEnds();

        assertThat(refreshed).hasValue(2);
    }

    @Test
    void whatHasLeftTheScreenIsForgotten() {
        follow();
        UI.getCurrent().add(screen);
        news.tell("still here");
        UI.getCurrent().remove(screen);

        burstEnds();
        news.tell("gone");

        assertThat(listening).hasValue(0);
        assertThat(refreshed).hasValue(0);
        assertThat(waiting).isEmpty();
    }

    @Test
    void whatComesBackHearsAgainAndOnlyOnce() {
        follow();
        UI.getCurrent().add(screen);
        UI.getCurrent().remove(screen);
        UI.getCurrent().add(screen);

        news.tell("changed");
        burstEnds();

        assertThat(listening).hasValue(1);
        assertThat(refreshed).hasValue(1);
    }

    @Test
    void aComponentThatIsShownAlreadyIsFollowedAtOnce() {
        UI.getCurrent().add(screen);

        follow();

        assertThat(listening).hasValue(1);
    }

    private void follow() {
        live.follow(
                screen,
                heard -> {
                    listening.incrementAndGet();
                    Runnable end = news.add(change -> heard.run());
                    return () -> {
                        listening.decrementAndGet();
                        end.run();
                    };
                },
                refreshed::incrementAndGet);
    }

    private void burstEnds() {
        for (Runnable task = waiting.poll(); task != null; task = waiting.poll()) {
            task.run();
        }
        VaadinSession session = VaadinSession.getCurrent();
        session.getService().runPendingAccessTasks(session);
    }
}
