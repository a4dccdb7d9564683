package id.jipp.core.innovation;

import id.jipp.core.log.Entry;
import id.jipp.core.log.Epochs;
import id.jipp.core.log.Erased;
import id.jipp.core.log.HubId;
import id.jipp.core.log.HubLog;
import id.jipp.core.log.PlacedEntry;
import id.jipp.core.log.Position;
import id.jipp.core.log.StreamId;
import id.jipp.core.peer.Showings;
import id.jipp.core.projection.Checkpoint;
import id.jipp.core.projection.Listeners;
import id.jipp.core.projection.Projection;
import id.jipp.core.search.SearchDocument;
import id.jipp.core.search.SearchIndex;
import id.jipp.core.store.Documents;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The innovations of all hubs, as documents by id and in the search index. One projection over both, so that whoever is
 * found can be read. Each has its own checkpoint; replay starts at the lesser, and documents know what was applied.
 *
 * <p>What was erased, or stood only in an epoch of a hub's stream that counts no more, is made again from what is left of
 * the log; so the documents are at every checkpoint what the log as it is would make from its first entry.
 */
final class InnovationProjection implements Projection {
    static final String NAME = "innovations_v2";

    private static final int FIND_MAX = 1_000;

    /** Fewer are saved sooner than a thread is found for it. */
    private static final int FEW = 50;

    private final HubLog log;
    private final Documents<InnovationDocument> documents;
    private final Checkpoint ofDocuments;
    private final Sources sources;
    private final SearchIndex index;
    private final InnovationSearch search;
    private final Showings showings;
    private final Clock clock;
    private final Listeners<List<InnovationId>> listeners = new Listeners<>();
    private final AtomicLong ignored = new AtomicLong();
    private final Set<InnovationId> unannounced = new LinkedHashSet<>();

    InnovationProjection(
            HubLog log,
            Documents.Store store,
            SearchIndex index,
            InnovationSearch search,
            Showings showings,
            Clock clock) {
        this.log = log;
        this.documents = store.collection(NAME, InnovationDocument.class);
        this.ofDocuments = new Checkpoint(store, NAME);
        this.sources = new Sources(store.collection(NAME + "_sources", SourcePage.class));
        this.index = index;
        this.search = search;
        this.showings = showings;
        this.clock = clock;
        Documents<InnovationDocument> formerly = store.collection("innovations_v1", InnovationDocument.class);
        List<String> left = new ArrayList<>();
        formerly.forEach(document -> left.add(document.id()));
        if (!left.isEmpty()) {
            formerly.clear();
        }
    }

    /** Throws away what claims to know more than the log: it is of another log, or the log was restored. */
    void start() {
        if (ofDocuments.position().isAfter(log.last())) {
            documents.clear();
            ofDocuments.clear();
            sources.clear();
        }
        if (index.checkpoint().isAfter(log.last())) {
            index.clear();
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Position checkpoint() {
        Position documented = ofDocuments.position();
        Position indexed = index.checkpoint();
        return documented.isAfter(indexed) ? indexed : documented;
    }

    @Override
    public synchronized void apply(List<PlacedEntry> entries) {
        Streams streams = new Streams(log);
        Map<PlacedEntry, InnovationEvent> events = eventsOf(entries, streams);
        Map<String, InnovationDocument> now = documentsOf(events.values());
        Set<String> changed = new LinkedHashSet<>();
        long present = clock.millis();
        events.forEach((placed, event) -> {
            Entry entry = placed.entry();
            sources.note(entry.stream(), entry.seq(), event.id());
            InnovationDocument before = now.get(event.id());
            InnovationDocument after = InnovationHistory.after(before, event, entry, present);
            if (after == null || after == before && before.at().compareTo(Place.of(entry)) < 0) {
                ignored.incrementAndGet();
            }
            if (after != null) {
                now.put(event.id(), after);
                changed.add(event.id());
            }
        });
        for (PlacedEntry placed : entries) {
            Map<String, InnovationDocument> again = madeAgain(placed.entry(), streams, present);
            again.forEach((id, left) -> {
                changed.add(id);
                now.put(id, left);
            });
        }
        keep(changed, now, entries.getLast().position());
    }

    /** The records this entry takes something away from, as they are now; null for those of which nothing is left. */
    private Map<String, @Nullable InnovationDocument> madeAgain(Entry entry, Streams streams, long present) {
        if (!entry.stream().name().isPublic()) {
            return Map.of();
        }
        StreamId current = streams.current(entry.stream());
        Set<String> affected = new LinkedHashSet<>();
        Erased.of(entry).ifPresent(erased -> {
            StreamId from = new StreamId(entry.stream().hub(), erased.stream());
            sources.load(from, erased.numbers());
            erased.numbers().stream()
                    .map(seq -> sources.recordOf(from, seq))
                    .filter(java.util.Objects::nonNull)
                    .forEach(affected::add);
        });
        boolean all = current.name().epoch() > 1
                && entry.stream().equals(current)
                && entry.seq() == streams.restatedUpTo(current);
        if (all) {
            for (int epoch = 1; epoch < current.name().epoch(); epoch++) {
                StreamId old = new StreamId(current.hub(), current.name().at(epoch));
                affected.addAll(sources.recordsOf(old, log.head(old).seq()));
            }
        }
        if (affected.isEmpty() && !all) {
            return Map.of();
        }
        Map<String, @Nullable InnovationDocument> again = new HashMap<>();
        affected.forEach(id -> again.put(id, null));
        again.putAll(Replay.of(
                log,
                current,
                id -> all || affected.contains(id),
                present,
                source -> sources.note(
                        source.stream(), source.seq(), source.event().id())));
        return again;
    }

    /** The epochs that count, asked once for each hub while a batch is applied. */
    static final class Streams {
        private final HubLog log;
        private final Map<StreamId, StreamId> current = new HashMap<>();
        private final Map<StreamId, Long> restated = new HashMap<>();

        Streams(HubLog log) {
            this.log = log;
        }

        StreamId current(StreamId stream) {
            return current.computeIfAbsent(
                    new StreamId(stream.hub(), stream.name().first()), first -> Epochs.current(log, first));
        }

        long restatedUpTo(StreamId epoch) {
            return restated.computeIfAbsent(epoch, one -> Epochs.restatedUpTo(log, one));
        }

        /** Whether an entry counts for itself: it stands in the epoch that does, and does not only say again. */
        boolean counts(Entry entry) {
            return entry.stream().equals(current(entry.stream())) && entry.seq() > restatedUpTo(entry.stream());
        }
    }

    @Override
    public void announce() {
        if (!unannounced.isEmpty()) {
            List<InnovationId> changed = List.copyOf(unannounced);
            unannounced.clear();
            listeners.tell(changed);
        }
    }

    @Nullable
    InnovationDocument find(String id) {
        return documents.find(id);
    }

    List<InnovationDocument> findAll(List<String> ids) {
        return documents.findAll(ids);
    }

    Runnable onChange(Consumer<List<InnovationId>> listener) {
        return listeners.add(listener);
    }

    /** Entries about innovations that changed nothing: malformed, out of turn, or about another hub's record. */
    long ignored() {
        return ignored.get();
    }

    private Map<PlacedEntry, InnovationEvent> eventsOf(List<PlacedEntry> entries, Streams streams) {
        Map<PlacedEntry, InnovationEvent> events = new LinkedHashMap<>();
        for (PlacedEntry placed : entries) {
            Entry entry = placed.entry();
            if (isAboutInnovations(entry) && !entry.isErased() && streams.counts(entry)) {
                InnovationEvent.of(entry).ifPresentOrElse(known -> events.put(placed, known), ignored::incrementAndGet);
            }
        }
        return events;
    }

    private static boolean isAboutInnovations(Entry entry) {
        return entry.stream().name().isPublic() && entry.header().kind().startsWith(InnovationEvent.FAMILY);
    }

    private Map<String, InnovationDocument> documentsOf(Iterable<InnovationEvent> events) {
        Set<String> ids = new LinkedHashSet<>();
        events.forEach(event -> ids.add(event.id()));
        Map<String, InnovationDocument> byId = new HashMap<>();
        List<String> asked = List.copyOf(ids);
        for (int from = 0; from < asked.size(); from += FIND_MAX) {
            documents
                    .findAll(asked.subList(from, Math.min(asked.size(), from + FIND_MAX)))
                    .forEach(document -> byId.put(document.id(), document));
        }
        return byId;
    }

    /** Saves and indexes side by side; nothing is shown before all of it can be read. */
    private void keep(Set<String> changed, Map<String, InnovationDocument> now, Position upTo) {
        sources.keep();
        List<InnovationDocument> present = changed.stream()
                .map(now::get)
                .filter(java.util.Objects::nonNull)
                .toList();
        List<String> gone = changed.stream().filter(id -> now.get(id) == null).toList();
        FutureTask<Boolean> saving = new FutureTask<>(
                () -> {
                    documents.saveAll(present);
                    if (!gone.isEmpty()) {
                        documents.remove(gone);
                    }
                },
                true);
        if (changed.size() < FEW) {
            saving.run();
        } else {
            Thread.ofVirtual().name("projection-" + NAME + "-saving").start(saving);
        }
        List<SearchDocument> indexed = new ArrayList<>(present.size());
        List<String> removed = new ArrayList<>(gone);
        for (InnovationDocument document : present) {
            sort(document, indexed, removed);
        }
        changed.forEach(id -> InnovationId.parse(id).ifPresent(unannounced::add));
        try {
            index.put(indexed, removed);
        } finally {
            awaitDone(saving);
        }
        index.show(upTo);
        ofDocuments.save(upTo);
    }

    private void sort(InnovationDocument document, List<SearchDocument> indexed, List<String> removed) {
        InnovationDocument shown = document.withdrawn() ? null : document.shownAs(showings.showing(document.hub()));
        if (shown == null) {
            removed.add(document.id());
        } else {
            indexed.add(search.document(shown));
        }
    }

    /** More or less of what that hub wrote may be shown now: the index is made to agree, for good. */
    synchronized void reshow(HubId author) {
        List<String> ids = new ArrayList<>();
        documents.forEach(document -> {
            if (document.hub().equals(author)) {
                ids.add(document.id());
            }
        });
        List<InnovationId> told = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += FIND_MAX) {
            List<SearchDocument> indexed = new ArrayList<>();
            List<String> removed = new ArrayList<>();
            for (InnovationDocument document :
                    documents.findAll(ids.subList(from, Math.min(ids.size(), from + FIND_MAX)))) {
                sort(document, indexed, removed);
                InnovationId.parse(document.id()).ifPresent(told::add);
            }
            index.put(indexed, removed);
        }
        index.settle();
        if (!told.isEmpty()) {
            listeners.tell(told);
        }
    }

    private static void awaitDone(FutureTask<Boolean> saving) {
        try {
            saving.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("The documents could not be saved", failed.getCause());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while documents were saved", stop);
        }
    }
}
