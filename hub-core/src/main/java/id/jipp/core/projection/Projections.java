package id.jipp.core.projection;

import id.jipp.core.log.HubLog;
import id.jipp.core.log.PlacedEntry;
import id.jipp.core.log.Position;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps every projection of this hub up with its log. Each has a thread of its own, so a slow one delays no other;
 * wake-ups are hints, a slow poll is the safety net. A projection that throws is tried again from its checkpoint, ever
 * more slowly. Thread-safe.
 */
public final class Projections implements AutoCloseable {
    private static final int BATCH_ENTRIES_MAX = 1_000;
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration RETRY_MAX = Duration.ofSeconds(30);

    private final HubLog log;
    private final List<Follower> followers = new ArrayList<>();
    private final Runnable unsubscribe;
    private volatile boolean closed;

    public Projections(HubLog log) {
        this.log = log;
        this.unsubscribe = log.onAdded(this::wake);
    }

    /** Starts to keep this one up to date. */
    public void follow(Projection projection) {
        Follower follower = new Follower(projection);
        synchronized (followers) {
            followers.add(follower);
        }
        follower.thread.start();
    }

    /**
     * Waits until every projection has applied everything up to that position, so that a reader sees it.
     *
     * @return whether it came to that within the bound; if not, it will still come to it later
     */
    public boolean await(Position position, Duration bound) {
        long deadline = System.nanoTime() + bound.toNanos();
        for (Follower follower : snapshot()) {
            if (!follower.await(position, deadline)) {
                return false;
            }
        }
        return true;
    }

    /** How many entries the slowest projection still has before it. */
    public long behind() {
        long last = log.last().value();
        return snapshot().stream()
                .mapToLong(follower -> last - follower.applied().value())
                .max()
                .orElse(0);
    }

    @Override
    public void close() {
        closed = true;
        unsubscribe.run();
        List<Follower> all = snapshot();
        all.forEach(follower -> follower.thread.interrupt());
        for (Follower follower : all) {
            try {
                follower.thread.join(Duration.ofSeconds(10));
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void wake() {
        snapshot().forEach(Follower::wake);
    }

    private List<Follower> snapshot() {
        synchronized (followers) {
            return List.copyOf(followers);
        }
    }

    private final class Follower {
        private final Projection projection;
        private final Thread thread;
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition moved = lock.newCondition();
        private final Condition woken = lock.newCondition();
        private Position applied;
        private boolean more;

        Follower(Projection projection) {
            this.projection = projection;
            this.applied = projection.checkpoint();
            this.thread = Thread.ofPlatform()
                    .name("projection-" + projection.name())
                    .daemon()
                    .unstarted(this::run);
        }

        private void run() {
            Duration retry = Duration.ofMillis(100);
            while (!closed) {
                try {
                    List<PlacedEntry> batch = log.readFrom(applied(), BATCH_ENTRIES_MAX);
                    if (batch.isEmpty()) {
                        sleepUntilWoken(POLL);
                        continue;
                    }
                    projection.apply(batch);
                    advance(batch.getLast().position());
                    projection.announce();
                    retry = Duration.ofMillis(100);
                } catch (InterruptedException stop) {
                    return;
                } catch (RuntimeException failure) {
                    if (closed) {
                        return;
                    }
                    System.getLogger(Projections.class.getName())
                            .log(
                                    System.Logger.Level.ERROR,
                                    "Projection " + projection.name() + " failed after " + applied() + "; retrying",
                                    failure);
                    retry = pause(retry);
                }
            }
        }

        private Duration pause(Duration retry) {
            try {
                sleepUntilWoken(retry);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
            Duration doubled = retry.multipliedBy(2);
            return doubled.compareTo(RETRY_MAX) > 0 ? RETRY_MAX : doubled;
        }

        private Position applied() {
            lock.lock();
            try {
                return applied;
            } finally {
                lock.unlock();
            }
        }

        private void advance(Position to) {
            lock.lock();
            try {
                applied = to;
                moved.signalAll();
            } finally {
                lock.unlock();
            }
        }

        private boolean await(Position position, long deadlineNanos) {
            lock.lock();
            try {
                while (position.isAfter(applied)) {
                    long left = deadlineNanos - System.nanoTime();
                    if (left <= 0 || moved.awaitNanos(left) <= 0 && position.isAfter(applied)) {
                        return false;
                    }
                }
                return true;
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                return false;
            } finally {
                lock.unlock();
            }
        }

        private void wake() {
            lock.lock();
            try {
                more = true;
                woken.signal();
            } finally {
                lock.unlock();
            }
        }

        private void sleepUntilWoken(Duration bound) throws InterruptedException {
            lock.lock();
            try {
                if (!more) {
                    woken.await(bound.toMillis(), TimeUnit.MILLISECONDS);
                }
                more = false;
            } finally {
                lock.unlock();
            }
        }
    }
}
