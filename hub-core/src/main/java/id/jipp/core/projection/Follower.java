package id.jipp.core.projection;

import id.jipp.core.log.HubLog;
import id.jipp.core.log.PlacedEntry;
import id.jipp.core.log.Position;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** One projection and the thread that keeps it up with the log. Thread-safe. */
final class Follower {
    private static final System.Logger LOG = System.getLogger(Projections.class.getName());
    private static final int READ_ENTRIES = 250;

    /** The longer it is behind, the more it applies at once: what is done once per batch is dear. */
    private static final int BATCH_ENTRIES_MAX = 5_000;

    private static final long BATCH_BYTES_AIM = 8 * 1024 * 1024;
    /**
     * Between two batches, unless somebody waits for the next: what comes one by one in a busy moment is applied
     * together, for most of what a batch costs does not grow with it.
     */
    private static final Duration PACE = Duration.ofMillis(20);

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration RETRY_FIRST = Duration.ofMillis(100);
    private static final Duration RETRY_MAX = Duration.ofSeconds(30);

    private final Projection projection;
    private final HubLog log;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final Condition woken = lock.newCondition();
    private Position applied;
    private Position awaited = Position.START;
    private boolean more;
    private boolean stopped;
    private boolean astray;

    Follower(Projection projection, HubLog log) {
        this.projection = projection;
        this.log = log;
        this.applied = projection.checkpoint();
        this.thread = Thread.ofPlatform()
                .name("projection-" + projection.name())
                .daemon()
                .unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    private void run() {
        Duration retry = RETRY_FIRST;
        while (!isStopped()) {
            try {
                returnToCheckpoint();
                List<PlacedEntry> batch = nextBatch();
                if (batch.isEmpty()) {
                    sleepUntilWoken();
                    continue;
                }
                projection.apply(batch);
                move(batch.getLast().position());
                projection.announce();
                retry = RETRY_FIRST;
                rest();
            } catch (InterruptedException stop) {
                return;
            } catch (RuntimeException | Error failure) {
                if (isStopped()) {
                    return;
                }
                tell(failure);
                astray = true;
                retry = pause(retry);
            }
        }
    }

    private List<PlacedEntry> nextBatch() {
        List<PlacedEntry> batch = new ArrayList<>();
        Position upTo = applied();
        long bytes = 0;
        List<PlacedEntry> read = log.readFrom(upTo, READ_ENTRIES);
        while (!read.isEmpty()) {
            batch.addAll(read);
            upTo = read.getLast().position();
            bytes += read.stream().mapToLong(placed -> placed.entry().size()).sum();
            boolean full = bytes >= BATCH_BYTES_AIM || batch.size() + READ_ENTRIES > BATCH_ENTRIES_MAX;
            read = full || read.size() < READ_ENTRIES ? List.of() : log.readFrom(upTo, READ_ENTRIES);
        }
        return batch;
    }

    private void tell(Throwable failure) {
        LOG.log(
                System.Logger.Level.ERROR,
                "Projection " + projection.name() + " failed after " + applied().value() + "; it is tried again",
                failure);
    }

    /** What was applied before a failure but not kept must be applied again; nothing is before that is known. */
    private void returnToCheckpoint() {
        if (astray) {
            move(projection.checkpoint());
            astray = false;
        }
    }

    private void rest() throws InterruptedException {
        lock.lock();
        try {
            long left = PACE.toNanos();
            while (!stopped && !awaited.isAfter(applied) && left > 0) {
                left = woken.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits that long whatever arrives meanwhile; answers how long to wait the next time. */
    private Duration pause(Duration retry) {
        lock.lock();
        try {
            long left = retry.toNanos();
            while (!stopped && left > 0) {
                left = woken.awaitNanos(left);
            }
        } catch (InterruptedException stop) {
            stopped = true;
        } finally {
            lock.unlock();
        }
        Duration doubled = retry.multipliedBy(2);
        return doubled.compareTo(RETRY_MAX) > 0 ? RETRY_MAX : doubled;
    }

    private void sleepUntilWoken() throws InterruptedException {
        lock.lock();
        try {
            long left = POLL.toNanos();
            while (!more && !stopped && left > 0) {
                left = woken.awaitNanos(left);
            }
            more = false;
        } finally {
            lock.unlock();
        }
    }

    private void move(Position to) {
        lock.lock();
        try {
            applied = to;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    Position applied() {
        lock.lock();
        try {
            return applied;
        } finally {
            lock.unlock();
        }
    }

    private boolean isStopped() {
        lock.lock();
        try {
            return stopped;
        } finally {
            lock.unlock();
        }
    }

    /** Whether everything up to that position was applied before the deadline, in nanoseconds of this JVM's clock. */
    boolean await(Position position, long deadlineNanos) {
        lock.lock();
        try {
            if (position.isAfter(awaited)) {
                awaited = position;
                woken.signal();
            }
            while (position.isAfter(applied)) {
                long left = deadlineNanos - System.nanoTime();
                if (left <= 0 || stopped) {
                    return false;
                }
                moved.awaitNanos(left);
            }
            return true;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    void wake() {
        lock.lock();
        try {
            more = true;
            woken.signal();
        } finally {
            lock.unlock();
        }
    }

    /** No interrupt: it would close the files a projection writes to in the middle of a batch. */
    void stop() {
        lock.lock();
        try {
            stopped = true;
            woken.signalAll();
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void join(Duration bound) throws InterruptedException {
        if (thread.isAlive()) {
            thread.join(bound);
        }
    }
}
