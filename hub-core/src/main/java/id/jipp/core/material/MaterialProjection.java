package id.jipp.core.material;

import id.jipp.core.log.Hash;
import id.jipp.core.log.HubId;
import id.jipp.core.log.HubLog;
import id.jipp.core.log.PlacedEntry;
import id.jipp.core.log.Position;
import id.jipp.core.projection.Checkpoint;
import id.jipp.core.projection.Listeners;
import id.jipp.core.projection.Projection;
import id.jipp.core.store.Documents;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The materials that any hub has told of, as documents by id and on the shelf. Their number per hub is bounded: whatever
 * a hub tells beyond that is passed on and not shown.
 */
final class MaterialProjection implements Projection {
    static final String NAME = "materials_v1";

    /** Of one hub: a hundred seminars of two hundred files. */
    static final int PER_HUB_MAX = 20_000;

    private final Documents<MaterialDocument> documents;
    private final Checkpoint checkpoint;
    private final Shelf shelf;
    private final Consumer<Hash> lookAfter;
    private final Clock clock;
    private final Listeners<Set<MaterialId>> listeners = new Listeners<>();
    private final AtomicLong ignored = new AtomicLong();
    private final Set<MaterialId> unannounced = new LinkedHashSet<>();

    /** @param lookAfter hears of each file of which something was said, before the checkpoint; may hear it again */
    MaterialProjection(Documents.Store store, HubLog log, Shelf shelf, Consumer<Hash> lookAfter, Clock clock) {
        this.documents = store.collection(NAME, MaterialDocument.class);
        this.checkpoint = new Checkpoint(store, NAME);
        this.shelf = shelf;
        this.lookAfter = lookAfter;
        this.clock = clock;
        if (checkpoint().isAfter(log.last())) {
            // of another log, or the log was restored
            documents.clear();
            checkpoint.clear();
        }
        documents.forEach(shelf::putTold);
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
        Map<String, MaterialDocument> changed = new LinkedHashMap<>();
        for (PlacedEntry placed : entries) {
            if (MaterialEvent.isMeantBy(placed.entry())) {
                MaterialEvent.of(placed.entry())
                        .ifPresentOrElse(event -> apply(event, placed, changed), ignored::incrementAndGet);
            }
        }
        documents.saveAll(changed.values());
        changed.values().forEach(document -> {
            shelf.putTold(document);
            unannounced.add(document.materialId());
        });
        // before the checkpoint, so that a stop here is only a delay
        changed.values().forEach(document -> lookAfter.accept(document.file()));
        checkpoint.save(entries.getLast().position());
    }

    private void apply(MaterialEvent event, PlacedEntry placed, Map<String, MaterialDocument> changed) {
        MaterialDocument now = changed.getOrDefault(event.id(), shelf.findTold(event.id()));
        boolean isOver = now == null
                ? event instanceof MaterialEvent.WithdrawnV1
                        || !hasRoom(placed.entry().stream().hub(), changed)
                : now.position() > placed.position().value();
        if (now == null && isOver) {
            ignored.incrementAndGet();
        } else if (!isOver) {
            long time = Math.min(placed.entry().header().time().toEpochMilli(), clock.millis());
            changed.put(
                    event.id(), MaterialDocument.after(event, placed.position().value(), time));
        }
    }

    private boolean hasRoom(HubId hub, Map<String, MaterialDocument> changed) {
        long fresh = changed.keySet().stream()
                .filter(id -> id.startsWith(hub + ".") && shelf.findTold(id) == null)
                .count();
        return shelf.toldBy(hub) + fresh < PER_HUB_MAX;
    }

    @Override
    public void announce() {
        if (!unannounced.isEmpty()) {
            Set<MaterialId> changed = Set.copyOf(unannounced);
            unannounced.clear();
            listeners.tell(changed);
        }
    }

    /** With what their files are made of, in the order asked for; at most 1,000. */
    List<MaterialDocument> whole(List<String> ids) {
        return documents.findAll(ids);
    }

    @Nullable
    MaterialDocument whole(MaterialId id) {
        return documents.find(id.toString());
    }

    Runnable onChange(Consumer<Set<MaterialId>> listener) {
        return listeners.add(listener);
    }

    /** Entries about materials that changed nothing. */
    long ignored() {
        return ignored.get();
    }
}
