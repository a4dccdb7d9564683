package id.jipp.core.peer;

import id.jipp.core.log.Head;
import id.jipp.core.log.HubId;
import id.jipp.core.log.StreamId;
import id.jipp.core.projection.Listeners;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Up to where each peer holds each stream, as it last told us. Unknown until it has. Thread-safe.
 */
public final class PeerHeads {
    private final Map<HubId, Map<StreamId, Head>> heads = new ConcurrentHashMap<>();
    private final Listeners<HubId> changes = new Listeners<>();

    /** The peer holds this stream up to here, durably. An older word changes nothing. */
    public void holds(HubId peer, StreamId stream, Head head) {
        Map<StreamId, Head> known = heads.computeIfAbsent(peer, p -> new ConcurrentHashMap<>());
        Head now = known.merge(stream, head, (before, told) -> told.seq() > before.seq() ? told : before);
        if (now.equals(head)) {
            changes.tell(peer);
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
