package id.jipp.sync.session;

import id.jipp.core.log.HubId;
import id.jipp.sync.protocol.ByeCode;
import java.util.function.Supplier;

/** Something the one who drives a session is to do, in the order given. */
public sealed interface Action {
    /**
     * Send this frame.
     *
     * @param lane how it stands to what else waits to be sent
     */
    record Send(byte[] frame, Lane lane) implements Action {}

    /** In each lane frames keep their order. */
    enum Lane {
        /** Words and entries. */
        MAIN,
        /** May be left out where there is little room; otherwise as {@link #MAIN}. */
        DROPPABLE,
        /** What was said long ago: after what is said now. */
        BULK,
        /** Pieces of files: after all else. */
        FILES
    }

    /**
     * Do this with files, in the order given and apart from what else the session does, for a disk may be slow; tell the
     * session of the event it answers.
     */
    record Work(Supplier<Event> work) implements Action {}

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
