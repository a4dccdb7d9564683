package id.jipp.ui.live;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.shared.Registration;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * Keeps what is on a screen true: hears of changes while a component is attached, merges bursts into one push per
 * {@link #BURST}, and forgets it all on detach. The only place that touches {@link UI#access}. Thread-safe.
 */
public final class Live {
    /** How long news is gathered before a screen is pushed. */
    public static final Duration BURST = Duration.ofMillis(250);

    /** Runs something after a while. */
    @FunctionalInterface
    interface Timer {
        void after(Duration pause, Runnable task);
    }

    private final Timer timer;
    private final Executor worker;

    Live(Timer timer, Executor worker) {
        this.timer = timer;
        this.worker = worker;
    }

    /**
     * Refreshes a component whenever there is news, from its attach to its detach.
     *
     * @param subscribe registers the given listener at a façade ({@code news -> rooms.onChange(change -> news.run())})
     *     and answers how to remove it
     * @param refresh runs in the component's UI, under its session's lock
     */
    public void follow(Component component, Function<Runnable, Runnable> subscribe, Runnable refresh) {
        component.addAttachListener(attach -> start(component, attach.getUI(), subscribe, refresh));
        component
                .getUI()
                .filter(ui -> component.isAttached())
                .ifPresent(ui -> start(component, ui, subscribe, refresh));
    }

    private void start(Component component, UI ui, Function<Runnable, Runnable> subscribe, Runnable refresh) {
        Following following = new Following(ui, refresh);
        Runnable unsubscribe = subscribe.apply(following::news);
        Registration[] once = new Registration[1];
        once[0] = component.addDetachListener(detach -> {
            following.stop();
            unsubscribe.run();
            once[0].remove();
        });
    }

    private final class Following {
        private final UI ui;
        private final Runnable refresh;
        private final AtomicBoolean gathering = new AtomicBoolean();
        private volatile boolean stopped;

        Following(UI ui, Runnable refresh) {
            this.ui = ui;
            this.refresh = refresh;
        }

        void news() {
            if (!stopped && gathering.compareAndSet(false, true)) {
                timer.after(BURST, () -> worker.execute(this::push));
            }
        }

        void stop() {
            stopped = true;
        }

        private void push() {
            gathering.set(false);
            if (stopped) {
                return;
            }
            try {
                ui.access(() -> {
                    if (!stopped) {
                        refresh.run();
                    }
                });
            } catch (UIDetachedException gone) {
                stopped = true;
            }
        }
    }
}
