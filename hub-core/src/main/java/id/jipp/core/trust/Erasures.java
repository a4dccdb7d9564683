package id.jipp.core.trust;

import id.jipp.core.log.HubId;
import id.jipp.core.log.HubLog;
import id.jipp.core.log.StreamId;
import id.jipp.core.log.StreamName;
import id.jipp.core.peer.Audience;
import id.jipp.core.peer.Peer;
import id.jipp.core.peer.PeerHeads;
import id.jipp.core.peer.Peers;
import id.jipp.core.person.Person;
import id.jipp.core.projection.Projections;
import id.jipp.core.store.Documents;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What was erased for good, and which hubs are known to have done it. A hub has once it has acknowledged the entry that
 * says so: it erases in the same write. What is known of others is what they told us since this program started.
 * Thread-safe.
 */
public final class Erasures {
    private final HubId self;
    private final Peers peers;
    private final Audience audience;
    private final PeerHeads heads;
    private final ErasureProjection projection;

    Erasures(HubId self, ErasureProjection projection, Peers peers, Audience audience, PeerHeads heads) {
        this.self = self;
        this.projection = projection;
        this.peers = peers;
        this.audience = audience;
        this.heads = heads;
    }

    /** The erasures in that log; from now on they are kept up with it. */
    public static Erasures open(
            HubId self,
            HubLog log,
            Documents.Store store,
            Projections projections,
            Peers peers,
            Audience audience,
            PeerHeads heads) {
        ErasureProjection projection = new ErasureProjection(log, store);
        projections.follow(projection);
        return new Erasures(self, projection, peers, audience, heads);
    }

    /** The newest first, at most 5,000 of them; none to whoever is no coordinator or admin of this hub. */
    public List<Erasure> newestFirst(Person by) {
        return by.coordinates(self)
                ? projection.newestFirst().stream().map(this::erasure).toList()
                : List.of();
    }

    /** Hears that there are more, or that another hub has done some: ask again. Called often; merge. */
    public Runnable onChange(Runnable news) {
        Runnable more = projection.onChange(last -> news.run());
        Runnable done = heads.onChange(peer -> news.run());
        return () -> {
            more.run();
            done.run();
        };
    }

    ErasureProjection projection() {
        return projection;
    }

    private Erasure erasure(ErasureDocument kept) {
        HubId hub = new HubId(kept.hub());
        StreamId stream = new StreamId(hub, new StreamName(kept.stream()));
        SortedSet<HubId> done = new TreeSet<>(heads.holding(stream, kept.number()));
        done.add(self);
        done.add(hub);
        SortedSet<HubId> notYet = new TreeSet<>();
        peers.all().stream()
                .map(Peer::hub)
                .filter(peer -> !done.contains(peer) && mayHold(peer, stream))
                .forEach(notYet::add);
        return new Erasure(
                kept.id(),
                hub,
                stream.name(),
                kept.payloads(),
                kept.reason(),
                Instant.ofEpochMilli(kept.at()),
                done,
                notYet);
    }

    private boolean mayHold(HubId peer, StreamId stream) {
        StreamId first = new StreamId(stream.hub(), stream.name().first());
        return audience.offers(peer, stream) || heads.of(peer, first).seq() > 0;
    }
}
