package id.jipp.ui.health;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;

/**
 * Looks every few seconds whether the hub should begin again from what is on disk, and says so once, as {@link StartAgainWanted}.
 * Whoever runs the program hears it.
 */
final class StartAgain implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(StartAgain.class);
    private static final Duration LOOK = Duration.ofSeconds(3);

    private final BooleanSupplier wanted;
    private final ApplicationEventPublisher events;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("start-again").daemon().factory());
    private volatile boolean running;

    StartAgain(BooleanSupplier wanted, ApplicationEventPublisher events) {
        this.wanted = wanted;
        this.events = events;
    }

    @Override
    public void start() {
        running = true;
        timer.scheduleWithFixedDelay(this::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    void look() {
        if (running && wanted.getAsBoolean()) {
            running = false;
            LOG.warn("The disk takes writes again: the hub begins anew from what is on it");
            events.publishEvent(new StartAgainWanted(this));
        }
    }

    @Override
    public void stop() {
        running = false;
        timer.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
