package id.jipp.core.innovation;

import id.jipp.core.log.HubId;
import id.jipp.core.peer.Showing;
import id.jipp.core.peer.Showings;
import id.jipp.core.store.Documents;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How much of each hub's records the search index was made to hold. What changed while nobody looked, or just before a
 * crash, is mended at the next start. Thread-safe.
 */
final class IndexedShowings {
    private final Showings showings;
    private final InnovationProjection projection;
    private final Documents<Indexed> documents;
    private final Map<HubId, Showing> indexed = new ConcurrentHashMap<>();

    /** @param id the hub's */
    record Indexed(String id, String showing) {}

    IndexedShowings(Documents.Store store, InnovationProjection projection, Showings showings) {
        this.showings = showings;
        this.projection = projection;
        this.documents = store.collection(InnovationProjection.NAME + "_shown", Indexed.class);
        documents.forEach(kept -> indexed.put(new HubId(kept.id()), Showing.valueOf(kept.showing())));
    }

    /** Makes the index agree, and keeps it so. */
    void follow() {
        Set<HubId> hubs = new HashSet<>(indexed.keySet());
        hubs.addAll(showings.authors());
        hubs.forEach(this::agree);
        showings.onChange(this::agree);
    }

    private synchronized void agree(HubId hub) {
        Showing now = showings.showing(hub);
        if (now != indexed.getOrDefault(hub, Showing.WHOLE)) {
            projection.reshow(hub);
            indexed.put(hub, now);
            documents.save(new Indexed(hub.value(), now.name()));
        }
    }
}
