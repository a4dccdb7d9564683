package id.jipp.core.log;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * A log that writes nothing of its own after a start before every linked hub has said what it holds of this hub's
 * streams, and that is here; any of them may be behind, and the one that is not may be any of them. Those that have said
 * nothing a while after the start are not waited for where others have. A hub that was given an old backup would
 * otherwise sign the same numbers twice, and stand still everywhere.
 *
 * <p>Where nobody answers for a while it writes all the same, for people must be able to work without a line; but not
 * where the log itself shows that it has gone back.
 */
public final class GuardedHubLog implements HubLog {
    /** How long the first write waits for others to answer. */
    public static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final System.Logger LOG = System.getLogger(GuardedHubLog.class.getName());

    private final HubLog log;
    private final Supplier<Set<HubId>> linked;
    private final Duration patience;
    private final long startedAt = System.nanoTime();
    private final Set<HubId> said = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition told = lock.newCondition();
    private volatile boolean open;

    /**
     * @param isNew whether nothing was ever written with this hub's key
     * @param linked the hubs that could answer
     */
    public GuardedHubLog(HubLog log, boolean isNew, Supplier<Set<HubId>> linked, Duration patience) {
        this.log = log;
        this.open = isNew;
        this.linked = linked;
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
            while (!isAnswered() && left > 0 && !linked.get().isEmpty()) {
                left -= waitFor(said.isEmpty() ? left : Math.min(left, othersTime()));
            }
            if (isShortened()) {
                throw new LogUnavailable(shortened(), null);
            }
            if (said.isEmpty() && !linked.get().isEmpty()) {
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

    private long waitFor(long nanos) throws InterruptedException {
        long before = System.nanoTime();
        told.awaitNanos(nanos);
        return Math.max(1, System.nanoTime() - before);
    }

    /** Whether all have said, or those that have not had their time. */
    private boolean isAnswered() {
        return !said.isEmpty() && (said.containsAll(linked.get()) || othersTime() <= 0);
    }

    private long othersTime() {
        return patience.toNanos() - (System.nanoTime() - startedAt);
    }

    @Override
    public void ownStreamsAreWhole(HubId by) {
        if (open || !said.add(by)) {
            return;
        }
        if (!log.isShortened() || said.containsAll(linked.get())) {
            log.ownStreamsAreWhole(by);
        }
        lock.lock();
        try {
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
        return log.trouble().or(() -> isShortened() ? Optional.of(shortened()) : Optional.empty());
    }

    private static String shortened() {
        return "The log ends before what it had acknowledged: an old state of it was put back, or its file is damaged."
                + " This hub writes nothing of its own until every linked hub has said what it holds of it and given back"
                + " what is missing; one hub alone may never have had the end. Pause the link of a hub that does not come"
                + " back, or restore a newer copy of the whole folder; to go on without what is missing, stop the hub and"
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
    public void forgetErased() {
        log.forgetErased();
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
