package id.jipp.core.projection;

import id.jipp.core.log.HubLog;
import id.jipp.core.log.Position;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Keeps every projection of this hub up with its log. Each has a thread of its own, so a slow one delays no other;
 * wake-ups are hints, a slow poll is the safety net. A projection that throws is tried again from its checkpoint, ever
 * more slowly; new entries do not make it try sooner. Thread-safe.
 */
public final class Projections implements AutoCloseable {
    private static final Duration STOP_MAX = Duration.ofSeconds(10);

    private final HubLog log;
    private final List<Follower> followers = new CopyOnWriteArrayList<>();
    private final Runnable unsubscribe;

    public Projections(HubLog log) {
        this.log = log;
        this.unsubscribe = log.onAdded(() -> followers.forEach(Follower::wake));
    }

    /** Starts to keep this one up to date. */
    public void follow(Projection projection) {
        Follower follower = new Follower(projection, log);
        followers.add(follower);
        follower.start();
    }

    /**
     * Waits until every projection has applied everything up to that position, so that a reader sees it.
     *
     * @return whether it came to that within the bound; if not, it will still come to it later
     */
    public boolean await(Position position, Duration bound) {
        long deadline = System.nanoTime() + bound.toNanos();
        for (Follower follower : followers) {
            if (!follower.await(position, deadline)) {
                return false;
            }
        }
        return true;
    }

    /** How many entries the slowest projection still has before it. */
    public long behind() {
        long last = log.last().value();
        return followers.stream()
                .mapToLong(follower -> Math.max(0, last - follower.applied().value()))
                .max()
                .orElse(0);
    }

    /**
     * Lets each projection finish the batch it applies, then stops; waits up to ten seconds for each. Whoever waits for a
     * position is told that it was not reached.
     */
    @Override
    public void close() {
        unsubscribe.run();
        followers.forEach(Follower::stop);
        for (Follower follower : followers) {
            try {
                follower.join(STOP_MAX);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
