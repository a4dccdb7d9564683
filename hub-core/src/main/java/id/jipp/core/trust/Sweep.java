package id.jipp.core.trust;

import id.jipp.core.log.HubLog;
import id.jipp.core.log.Position;
import id.jipp.core.projection.Projections;
import id.jipp.core.search.SearchIndex;
import id.jipp.core.store.Documents;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Makes what was erased unreadable on this hub's disk too: the log's file and the search index within {@link #DELAY}
 * after it was erased, together with all that is erased until then; the documents' files at the next start.
 */
final class Sweep implements AutoCloseable {
    static final Duration DELAY = Duration.ofMinutes(5);

    private static final System.Logger LOG = System.getLogger(Sweep.class.getName());
    private static final Duration PROJECTED_MAX = Duration.ofMinutes(1);
    private static final String DONE = "swept";

    record Swept(String id, long position) {}

    private final ErasureProjection erasures;
    private final HubLog log;
    private final Documents.Store store;
    private final Documents<Swept> done;
    private final Projections projections;
    private final List<SearchIndex> indexes;
    private final ScheduledExecutorService thread;
    private final AtomicBoolean waits = new AtomicBoolean();
    private final Runnable unsubscribe;

    Sweep(
            ErasureProjection erasures,
            HubLog log,
            Documents.Store store,
            Projections projections,
            List<SearchIndex> indexes,
            ScheduledExecutorService thread) {
        this.erasures = erasures;
        this.log = log;
        this.store = store;
        this.done = store.collection("erasures_swept", Swept.class);
        this.projections = projections;
        this.indexes = indexes;
        this.thread = thread;
        this.unsubscribe = erasures.onChange(last -> soon());
        soon();
    }

    private void soon() {
        if (waits.compareAndSet(false, true)) {
            thread.schedule(this::sweepOnce, DELAY.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void sweepOnce() {
        waits.set(false);
        try {
            sweep();
        } catch (RuntimeException failure) {
            LOG.log(System.Logger.Level.ERROR, "What was erased is still on the disk; it is tried again", failure);
            soon();
        }
    }

    /** Nothing to do where nothing was erased since the last time. */
    void sweep() {
        Position last = erasures.last();
        Swept before = done.find(DONE);
        if (before != null && before.position() >= last.value() || last.equals(Position.START)) {
            return;
        }
        if (!projections.await(last, PROJECTED_MAX)) {
            soon();
            return;
        }
        log.forgetErased();
        indexes.forEach(SearchIndex::forgetRemoved);
        store.forgetRemoved();
        done.save(new Swept(DONE, last.value()));
    }

    @Override
    public void close() {
        unsubscribe.run();
        thread.shutdownNow();
    }
}
