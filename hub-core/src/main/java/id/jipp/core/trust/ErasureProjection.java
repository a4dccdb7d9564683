package id.jipp.core.trust;

import id.jipp.core.log.Entry;
import id.jipp.core.log.Erased;
import id.jipp.core.log.HubLog;
import id.jipp.core.log.PlacedEntry;
import id.jipp.core.log.Position;
import id.jipp.core.projection.Checkpoint;
import id.jipp.core.projection.Listeners;
import id.jipp.core.projection.Projection;
import id.jipp.core.store.Documents;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All erasures this hub has heard of, the newest of them in memory. Reading is thread-safe. */
final class ErasureProjection implements Projection {
    static final int REMEMBERED_MAX = 5_000;

    private static final String NAME = "erasures_v1";

    private final Documents<ErasureDocument> documents;
    private final Checkpoint checkpoint;
    private final Listeners<Position> listeners = new Listeners<>();
    private final TreeMap<Long, ErasureDocument> newest = new TreeMap<>();
    private boolean unannounced;

    ErasureProjection(HubLog log, Documents.Store store) {
        documents = store.collection(NAME, ErasureDocument.class);
        checkpoint = new Checkpoint(store, NAME);
        if (checkpoint().isAfter(log.last())) {
            documents.clear();
            checkpoint.clear();
        }
        documents.forEach(this::remember);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Position checkpoint() {
        return checkpoint.position();
    }

    @Override
    public void apply(List<PlacedEntry> entries) {
        List<ErasureDocument> heard = new ArrayList<>();
        for (PlacedEntry placed : entries) {
            Entry entry = placed.entry();
            Erased.of(entry)
                    .map(erased -> new ErasureDocument(
                            entry.stream() + ":" + entry.seq(),
                            placed.position().value(),
                            entry.stream().hub().value(),
                            entry.stream().name().value(),
                            entry.seq(),
                            erased.numbers().size(),
                            erased.reason(),
                            entry.header().time().toEpochMilli()))
                    .ifPresent(heard::add);
        }
        if (!heard.isEmpty()) {
            documents.saveAll(heard);
            heard.forEach(this::remember);
            unannounced = true;
        }
        checkpoint.save(entries.getLast().position());
    }

    @Override
    public void announce() {
        if (unannounced) {
            unannounced = false;
            listeners.tell(last());
        }
    }

    Runnable onChange(java.util.function.Consumer<Position> listener) {
        return listeners.add(listener);
    }

    synchronized List<ErasureDocument> newestFirst() {
        return List.copyOf(newest.descendingMap().values());
    }

    synchronized Position last() {
        Map.Entry<Long, ErasureDocument> last = newest.lastEntry();
        return last == null ? Position.START : new Position(last.getKey());
    }

    private synchronized void remember(ErasureDocument erasure) {
        newest.put(erasure.position(), erasure);
        if (newest.size() > REMEMBERED_MAX) {
            newest.pollFirstEntry();
        }
    }
}
