package id.jipp.core.peer;

import id.jipp.core.log.HubId;
import id.jipp.core.log.StreamId;
import java.util.Optional;

/** The audience of a stream by the links this hub has, the policy of each, and who takes part in which room. */
final class LinkAudience implements Audience {
    private final HubId self;
    private final Peers peers;
    private final RoomMembership rooms;

    LinkAudience(HubId self, Peers peers, RoomMembership rooms) {
        this.self = self;
        this.peers = peers;
        this.rooms = rooms;
    }

    @Override
    public boolean offers(HubId peer, StreamId stream) {
        return linked(peer)
                        .filter(link -> link.policy().of(stream.name()).sends())
                        .isPresent()
                && isPassedOn(stream, peer)
                && mayHave(peer, stream);
    }

    /** A hub always may have what it wrote itself: it asks others for it after a restore. */
    @Override
    public boolean mayHave(HubId peer, StreamId stream) {
        if (stream.hub().equals(peer) || stream.name().isPublic()) {
            return true;
        }
        String subject = stream.name().subject();
        return stream.name().isRoom() ? rooms.takesPart(subject, peer) : subject.equals(peer.value());
    }

    @Override
    public boolean accepts(HubId peer, StreamId stream) {
        boolean fromPeer = linked(peer)
                .filter(link -> link.policy().of(stream.name()).receives())
                .isPresent();
        return fromPeer && isTakenFrom(stream) && isMeantForUs(peer, stream);
    }

    /** The author's own policy holds whoever carries the entries. */
    private boolean isTakenFrom(StreamId stream) {
        return stream.hub().equals(self)
                || linked(stream.hub())
                        .filter(author -> author.policy().of(stream.name()).receives())
                        .isPresent();
    }

    private boolean isMeantForUs(HubId peer, StreamId stream) {
        if (stream.name().isPublic() || stream.hub().equals(self)) {
            return true;
        }
        String subject = stream.name().subject();
        if (stream.name().isDirect()) {
            return subject.equals(self.value());
        }
        return subject.startsWith(stream.hub() + ".")
                || mayHave(peer, stream) && rooms.takesPart(subject, stream.hub());
    }

    /** Whether others may have from us what that hub wrote; who wrote it itself may in any case but when blocked. */
    private boolean isPassedOn(StreamId stream, HubId to) {
        HubId author = stream.hub();
        boolean blocked = peers.find(author)
                .filter(peer -> peer.state() == Peer.State.BLOCKED)
                .isPresent();
        return author.equals(self) || !blocked && (author.equals(to) || isShown(stream));
    }

    private boolean isShown(StreamId stream) {
        return switch (peers.showing(stream.hub())) {
            case WHOLE -> true;
            case REFERENCE -> stream.name().isRoom();
            case NOTHING -> false;
        };
    }

    private Optional<Peer> linked(HubId hub) {
        return peers.find(hub).filter(Peer::isLinked);
    }
}
