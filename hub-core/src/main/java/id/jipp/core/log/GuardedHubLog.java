package id.jipp.core.log;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * A log that writes nothing of its own after a start before another hub has said what it holds of this hub's streams, and
 * that is here. A hub that was given an old backup would otherwise sign the same numbers twice, and stand still
 * everywhere.
 *
 * <p>Where nobody answers for a while it writes all the same, for people must be able to work without a line; but not
 * where the log itself shows that it has gone back.
 */
public final class GuardedHubLog implements HubLog {
    /** How long the first write waits for others to answer. */
    public static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final System.Logger LOG = System.getLogger(GuardedHubLog.class.getName());

    private final HubLog log;
    private final BooleanSupplier othersAreLinked;
    private final Duration patience;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition told = lock.newCondition();
    private volatile boolean open;

    /**
     * @param isNew whether nothing was ever written with this hub's key
     * @param othersAreLinked whether there is anybody who could answer
     */
    public GuardedHubLog(HubLog log, boolean isNew, BooleanSupplier othersAreLinked, Duration patience) {
        this.log = log;
        this.open = isNew;
        this.othersAreLinked = othersAreLinked;
        this.patience = patience;
    }

    @Override
    public List<PlacedEntry> append(StreamName stream, List<NewEntry> news) {
        if (!open) {
            waitForOthers();
        }
        return log.append(stream, news);
    }

    private void waitForOthers() {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (!open && left > 0 && othersAreLinked.getAsBoolean()) {
                left = told.awaitNanos(left);
            }
            if (!open && isShortened()) {
                throw new LogUnavailable(shortened(), null);
            }
            if (!open && othersAreLinked.getAsBoolean()) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "No other hub has said within " + patience.toSeconds()
                                + " s what it holds of this hub's streams; this hub writes without knowing");
            }
            open = true;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new LogUnavailable("Waiting for other hubs was interrupted", stop);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void ownStreamsAreWhole() {
        if (open) {
            return;
        }
        log.ownStreamsAreWhole();
        lock.lock();
        try {
            open = true;
            told.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean isShortened() {
        return log.isShortened();
    }

    @Override
    public Optional<String> trouble() {
        return log.trouble().or(() -> !open && isShortened() ? Optional.of(shortened()) : Optional.empty());
    }

    private static String shortened() {
        return "The log ends before what it had acknowledged: an old state of it was put back, or its file is damaged."
                + " This hub writes nothing of its own until another hub has given back what is missing. Where no other"
                + " has it, restore a newer copy of the whole folder; to go on without what is missing, stop the hub and"
                + " delete the file 'reached' beside the log";
    }

    @Override
    public Acceptance accept(EntryRange range) {
        return log.accept(range);
    }

    @Override
    public List<Entry> read(StreamId stream, long after, int entriesMax, int bytesMax) {
        return log.read(stream, after, entriesMax, bytesMax);
    }

    @Override
    public List<PlacedEntry> readFrom(Position after, int entriesMax) {
        return log.readFrom(after, entriesMax);
    }

    @Override
    public Heads heads() {
        return log.heads();
    }

    @Override
    public Head head(StreamId stream) {
        return log.head(stream);
    }

    @Override
    public boolean holds(StreamId stream, Head head) {
        return log.holds(stream, head);
    }

    @Override
    public Position last() {
        return log.last();
    }

    @Override
    public List<Fork> forks() {
        return log.forks();
    }

    @Override
    public boolean freeze(Fork proof) {
        return log.freeze(proof);
    }

    @Override
    public Runnable onAdded(Runnable hint) {
        return log.onAdded(hint);
    }

    @Override
    public void close() {
        log.close();
    }
}
