package id.jipp.core.peer;

import id.jipp.core.log.Head;
import id.jipp.core.log.HubId;
import id.jipp.core.log.StreamId;
import id.jipp.core.projection.Listeners;
import id.jipp.core.store.Documents;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Up to where each peer holds each stream, as it last told us. Unknown until it has. What a parcel told is kept over a
 * start, for a peer without a line will not tell again soon. Thread-safe.
 */
public final class PeerHeads {
    private final Map<HubId, Map<StreamId, Head>> heads = new ConcurrentHashMap<>();
    private final Map<HubId, Instant> parcels = new ConcurrentHashMap<>();
    private final Listeners<HubId> changes = new Listeners<>();
    private final @Nullable Documents<PeerHeadsDocument> documents;

    /** Keeps nothing over a start. */
    public PeerHeads() {
        this.documents = null;
    }

    public PeerHeads(Documents.Store store) {
        Documents<PeerHeadsDocument> kept = store.kept("peer_heads", PeerHeadsDocument.class);
        kept.forEach(document -> {
            heads.put(document.hub(), new ConcurrentHashMap<>(document.byStream()));
            parcels.put(document.hub(), document.at());
        });
        this.documents = kept;
    }

    /** The peer holds this stream up to here, durably. An older word changes nothing. */
    public void holds(HubId peer, StreamId stream, Head head) {
        Map<StreamId, Head> known = heads.computeIfAbsent(peer, p -> new ConcurrentHashMap<>());
        Head now = known.merge(stream, head, (before, told) -> told.seq() > before.seq() ? told : before);
        if (now.equals(head)) {
            changes.tell(peer);
        }
    }

    /**
     * All that a peer held when it made a parcel. One that is not newer than the newest seen says nothing.
     *
     * @param made when, by the peer's clock
     * @param forgets whether to take less than we know for a loss, so that what was lost is sent again
     */
    public synchronized void toldInParcel(HubId peer, Instant made, Map<StreamId, Head> told, boolean forgets) {
        if (!made.isAfter(parcels.getOrDefault(peer, Instant.MIN))) {
            return;
        }
        boolean isLess = of(peer).entrySet().stream()
                .anyMatch(known -> told.getOrDefault(known.getKey(), Head.NONE).seq()
                        < known.getValue().seq());
        if (forgets && isLess) {
            forget(peer);
        }
        told.forEach((stream, head) -> holds(peer, stream, head));
        parcels.put(peer, made);
        if (documents != null) {
            documents.save(PeerHeadsDocument.of(peer, made, told));
            documents.flush();
        }
    }

    /** The peers known to hold that entry. */
    public Set<HubId> holding(StreamId stream, long seq) {
        Set<HubId> holding = new TreeSet<>();
        heads.forEach((peer, known) -> {
            if (known.getOrDefault(stream, Head.NONE).seq() >= seq) {
                holding.add(peer);
            }
        });
        return holding;
    }

    /** What that peer is known to hold of the stream; {@link Head#NONE} if it never said. */
    public Head of(HubId peer, StreamId stream) {
        return heads.getOrDefault(peer, Map.of()).getOrDefault(stream, Head.NONE);
    }

    /** All that peer is known to hold. */
    public Map<StreamId, Head> of(HubId peer) {
        return Map.copyOf(heads.getOrDefault(peer, Map.of()));
    }

    /** Forgets what that peer held; for a peer that lost its data or was unlinked. */
    public void forget(HubId peer) {
        heads.remove(peer);
    }

    /** Hears which peer has moved. Called often; merge. */
    public Runnable onChange(java.util.function.Consumer<HubId> listener) {
        return changes.add(listener);
    }
}
