package id.jipp.ui;

import id.jipp.ui.health.StartAgainWanted;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A hub that runs until its process is ended, and is closed and started again in it where it asks for that. Everything it
 * knew is forgotten then and read from disk, as after a {@code kill -9}. A process whose hub does not come up again ends
 * with 1, for whoever watches over it to start it.
 */
final class HubProcess implements ApplicationListener<StartAgainWanted> {
    private static final Logger LOG = LoggerFactory.getLogger(HubProcess.class);

    private final String[] args;
    private volatile ConfigurableApplicationContext hub;

    private HubProcess(String[] args) {
        this.args = args;
        this.hub = started();
    }

    /** Starts it and returns; it runs on threads of its own. */
    static HubProcess run(String... args) {
        return new HubProcess(args);
    }

    /** The hub that runs now. */
    ConfigurableApplicationContext hub() {
        return hub;
    }

    private ConfigurableApplicationContext started() {
        SpringApplication application = new SpringApplication(JippHub.class);
        application.addListeners(this);
        return application.run(args);
    }

    @Override
    public void onApplicationEvent(StartAgainWanted event) {
        // While the hub is closed this is the only thread that keeps the process alive.
        Thread.ofPlatform().name("start-again-now").daemon(false).start(this::startAgain);
    }

    private void startAgain() {
        try {
            hub.close();
            hub = started();
        } catch (RuntimeException refused) {
            LOG.error("The hub could not be started again", refused);
            System.exit(1);
        }
    }
}
