package id.jipp.core.peer;

import id.jipp.core.log.HubId;
import id.jipp.core.log.StreamId;

/**
 * Who may have a stream. Asked at the sender before anything is named to a peer, and again at the receiver before
 * anything is taken in.
 */
public interface Audience {
    /** Whether we may send that peer this stream, and tell it that the stream exists. */
    boolean offers(HubId peer, StreamId stream);

    /** Whether the stream is meant for that peer at all, whatever the link lets through. */
    boolean mayHave(HubId peer, StreamId stream);

    /** Whether we take entries of this stream from that peer, be it the author or a relay. */
    boolean accepts(HubId peer, StreamId stream);

    /** By the links a hub has, the policy of each, and who takes part in which room. */
    static Audience of(HubId self, Peers peers, RoomMembership rooms) {
        return new LinkAudience(self, peers, rooms);
    }
}
