package id.jipp.core.seminar;

import id.jipp.core.log.HubId;
import id.jipp.core.log.HubLog;
import id.jipp.core.log.PlacedEntry;
import id.jipp.core.log.Position;
import id.jipp.core.peer.Showing;
import id.jipp.core.peer.Showings;
import id.jipp.core.projection.Checkpoint;
import id.jipp.core.projection.Listeners;
import id.jipp.core.projection.Projection;
import id.jipp.core.store.Documents;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The seminars of all hubs, as documents by id and all of them in memory. They are few, and each is bounded, as is their
 * number per hub: whatever a hub tells beyond that is passed on and not shown.
 */
final class SeminarProjection implements Projection {
    static final String NAME = "seminars_v1";

    /** Of one hub. The busiest hub of the network holds some fifty a year. */
    static final int PER_HUB_MAX = 2_000;

    private final Documents<SeminarDocument> documents;
    private final Checkpoint checkpoint;
    private final Showings showings;
    private final Clock clock;
    private final Map<String, SeminarDocument> byId = new ConcurrentHashMap<>();
    private final Map<HubId, Integer> perHub = new ConcurrentHashMap<>();
    private final SeminarList list = new SeminarList();
    private final Listeners<List<SeminarId>> listeners = new Listeners<>();
    private final AtomicLong ignored = new AtomicLong();
    private final Set<SeminarId> unannounced = new LinkedHashSet<>();

    SeminarProjection(Documents.Store store, HubLog log, Showings showings, Clock clock) {
        this.documents = store.collection(NAME, SeminarDocument.class);
        this.checkpoint = new Checkpoint(store, NAME);
        this.showings = showings;
        this.clock = clock;
        if (checkpoint().isAfter(log.last())) {
            // of another log, or the log was restored
            documents.clear();
            checkpoint.clear();
        }
        documents.forEach(this::show);
        list();
        showings.onChange(this::reshow);
    }

    private void list() {
        list.show(byId.values().stream()
                .map(this::shown)
                .flatMap(Optional::stream)
                .toList());
    }

    /** As people here may see it: by what was decided of its hub's writing. */
    private Optional<Seminar> shown(SeminarDocument document) {
        Seminar seminar = document.toSeminar();
        return switch (showings.showing(seminar.id().hub())) {
            case WHOLE -> Optional.of(seminar);
            case REFERENCE -> Optional.of(seminar.asReference());
            case NOTHING -> Optional.empty();
        };
    }

    /** More or less of what that hub wrote may be shown now. */
    private synchronized void reshow(HubId author) {
        list();
        List<SeminarId> its = byId.keySet().stream()
                .map(SeminarId::parse)
                .flatMap(Optional::stream)
                .filter(id -> id.hub().equals(author))
                .toList();
        if (!its.isEmpty()) {
            listeners.tell(its);
        }
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
    public synchronized void apply(List<PlacedEntry> entries) {
        Map<String, SeminarDocument> changed = new LinkedHashMap<>();
        for (PlacedEntry placed : entries) {
            if (SeminarEvent.isMeantBy(placed.entry())) {
                SeminarEvent.of(placed.entry())
                        .ifPresentOrElse(event -> apply(event, placed, changed), ignored::incrementAndGet);
            }
        }
        documents.saveAll(changed.values());
        changed.values().forEach(this::show);
        if (!changed.isEmpty()) {
            list();
        }
        checkpoint.save(entries.getLast().position());
    }

    private void apply(SeminarEvent event, PlacedEntry placed, Map<String, SeminarDocument> changed) {
        SeminarDocument kept = byId.get(event.id());
        SeminarDocument now = changed.getOrDefault(event.id(), kept);
        if (now == null && !hasRoom(placed.entry().stream().hub(), changed)) {
            ignored.incrementAndGet();
        } else if (now == null || now.position() < placed.position().value()) {
            changed.put(event.id(), document(event, placed));
        }
    }

    /** The seminar after that entry: all that the entry says, and nothing of before. */
    private SeminarDocument document(SeminarEvent event, PlacedEntry placed) {
        long time = Math.min(placed.entry().header().time().toEpochMilli(), clock.millis());
        return documentOf(event, placed.position(), time);
    }

    static SeminarDocument documentOf(SeminarEvent event, Position position, long time) {
        StateV1 state = StateV1.of(SeminarRules.contained(event.seminar().toFields()));
        return new SeminarDocument(event.id(), position.value(), event.revision(), time, state);
    }

    private boolean hasRoom(HubId hub, Map<String, SeminarDocument> changed) {
        long fresh = changed.keySet().stream()
                .filter(id -> !byId.containsKey(id) && id.startsWith(hub + "."))
                .count();
        return countOf(hub) + fresh < PER_HUB_MAX;
    }

    private void show(SeminarDocument document) {
        if (byId.put(document.id(), document) == null) {
            SeminarId.parse(document.id()).ifPresent(id -> perHub.merge(id.hub(), 1, Integer::sum));
        }
        SeminarId.parse(document.id()).ifPresent(unannounced::add);
    }

    @Override
    public void announce() {
        if (!unannounced.isEmpty()) {
            List<SeminarId> changed = List.copyOf(unannounced);
            unannounced.clear();
            listeners.tell(changed);
        }
    }

    @Nullable
    SeminarDocument find(SeminarId id) {
        return byId.get(id.toString());
    }

    Optional<Seminar> shown(SeminarId id) {
        return Optional.ofNullable(find(id)).flatMap(this::shown);
    }

    boolean shows(HubId hub) {
        return showings.showing(hub) != Showing.NOTHING;
    }

    int countOf(HubId hub) {
        return perHub.getOrDefault(hub, 0);
    }

    SeminarPage list(SeminarQuery query) {
        return list.page(query);
    }

    Runnable onChange(Consumer<List<SeminarId>> listener) {
        return listeners.add(listener);
    }

    /** Entries about seminars that changed nothing. */
    long ignored() {
        return ignored.get();
    }
}
