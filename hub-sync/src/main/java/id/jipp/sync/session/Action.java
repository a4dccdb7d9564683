package id.jipp.sync.session;

import id.jipp.core.log.HubId;
import id.jipp.sync.protocol.ByeCode;

/** Something the one who drives a session is to do, in the order given. */
public sealed interface Action {
    /**
     * Send this frame.
     *
     * @param droppable whether it may be left out where there is little room
     */
    record Send(byte[] frame, boolean droppable) implements Action {}

    /**
     * The peer has proven its key, and its invitation if it asks to be linked; of two connections with it one must now
     * go.
     */
    record Proven(HubId peer) implements Action {}

    /** Tell this hub's people something ephemeral of a room. */
    record Deliver(HubId from, String room, byte[] content) implements Action {}

    /**
     * Close the connection once all before it is sent. Nothing follows.
     *
     * @param byPeer whether the peer said goodbye
     */
    record Close(ByeCode code, String reason, boolean byPeer) implements Action {}
}
