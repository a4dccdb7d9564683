package id.jipp.core.innovation;

import id.jipp.core.log.HubId;
import id.jipp.core.log.HubLog;
import id.jipp.core.log.PlacedEntry;
import id.jipp.core.log.Position;
import id.jipp.core.peer.Showings;
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
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The innovations of all hubs, as documents by id and in the search index. One projection over both, so that whoever is
 * found can be read. Each has its own checkpoint; replay starts at the lesser, and documents know what was applied.
 */
final class InnovationProjection implements Projection {
    static final String NAME = "innovations_v1";

    private static final int FIND_MAX = 1_000;

    /** Fewer are saved sooner than a thread is found for it. */
    private static final int FEW = 50;

    record Checkpoint(String id, long position) {}

    private final Documents<InnovationDocument> documents;
    private final Documents<Checkpoint> checkpoints;
    private final SearchIndex index;
    private final InnovationSearch search;
    private final Showings showings;
    private final Clock clock;
    private final Listeners<List<InnovationId>> listeners = new Listeners<>();
    private final AtomicLong ignored = new AtomicLong();
    private final Set<InnovationId> unannounced = new LinkedHashSet<>();

    InnovationProjection(
            Documents.Store store, SearchIndex index, InnovationSearch search, Showings showings, Clock clock) {
        this.documents = store.collection(NAME, InnovationDocument.class);
        this.checkpoints = store.collection(NAME + "_checkpoint", Checkpoint.class);
        this.index = index;
        this.search = search;
        this.showings = showings;
        this.clock = clock;
    }

    /** Throws away what claims to know more than the log: it is of another log, or the log was restored. */
    void startWith(HubLog log) {
        if (documentsUpTo().isAfter(log.last())) {
            documents.clear();
            checkpoints.clear();
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
        Position ofDocuments = documentsUpTo();
        Position ofIndex = index.checkpoint();
        return ofDocuments.isAfter(ofIndex) ? ofIndex : ofDocuments;
    }

    @Override
    public synchronized void apply(List<PlacedEntry> entries) {
        Map<PlacedEntry, InnovationEvent> events = eventsOf(entries);
        Map<String, InnovationDocument> now = documentsOf(events.values());
        Set<String> changed = new LinkedHashSet<>();
        long present = clock.millis();
        events.forEach((placed, event) -> {
            long time = Math.min(placed.entry().header().time().toEpochMilli(), present);
            InnovationDocument before = now.get(event.id());
            InnovationDocument after =
                    InnovationHistory.after(before, event, placed.position().value(), time);
            if (after == null
                    || after == before && before.position() < placed.position().value()) {
                ignored.incrementAndGet();
            }
            if (after != null) {
                now.put(event.id(), after);
                changed.add(event.id());
            }
        });
        Position upTo = entries.getLast().position();
        keep(changed.stream().map(now::get).filter(java.util.Objects::nonNull).toList(), upTo);
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

    private Map<PlacedEntry, InnovationEvent> eventsOf(List<PlacedEntry> entries) {
        Map<PlacedEntry, InnovationEvent> events = new LinkedHashMap<>();
        for (PlacedEntry placed : entries) {
            if (isAboutInnovations(placed)) {
                InnovationEvent.of(placed.entry())
                        .ifPresentOrElse(known -> events.put(placed, known), ignored::incrementAndGet);
            }
        }
        return events;
    }

    /** What that entry says about an innovation, if it does. */
    static Optional<InnovationEvent> eventOf(PlacedEntry placed) {
        return isAboutInnovations(placed) ? InnovationEvent.of(placed.entry()) : Optional.empty();
    }

    private static boolean isAboutInnovations(PlacedEntry placed) {
        return placed.entry().stream().name().isPublic()
                && placed.entry().header().kind().startsWith(InnovationEvent.FAMILY);
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
    private void keep(List<InnovationDocument> changed, Position upTo) {
        FutureTask<Boolean> saving = new FutureTask<>(() -> documents.saveAll(changed), true);
        if (changed.size() < FEW) {
            saving.run();
        } else {
            Thread.ofVirtual().name("projection-" + NAME + "-saving").start(saving);
        }
        List<SearchDocument> indexed = new ArrayList<>(changed.size());
        List<String> removed = new ArrayList<>();
        for (InnovationDocument document : changed) {
            sort(document, indexed, removed);
            InnovationId.parse(document.id()).ifPresent(unannounced::add);
        }
        try {
            index.put(indexed, removed);
        } finally {
            awaitDone(saving);
        }
        index.show(upTo);
        checkpoints.save(new Checkpoint(NAME, upTo.value()));
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

    private Position documentsUpTo() {
        Checkpoint checkpoint = checkpoints.find(NAME);
        return checkpoint == null ? Position.START : new Position(checkpoint.position());
    }
}
