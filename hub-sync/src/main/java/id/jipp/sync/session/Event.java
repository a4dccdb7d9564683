package id.jipp.sync.session;

import id.jipp.core.log.Hash;
import id.jipp.core.material.Arrival;
import id.jipp.sync.protocol.ByeCode;
import org.jspecify.annotations.Nullable;

/** Something that happens to a session. */
public sealed interface Event
        permits FileEvent,
                Event.Opened,
                Event.Received,
                Event.Tick,
                Event.Added,
                Event.Changed,
                Event.Tell,
                Event.Leave,
                Event.Lost {
    /** The connection is there. The first event. */
    record Opened(long millis) implements Event {}

    /** One whole binary message came. */
    record Received(byte[] frame) implements Event {}

    /** Time passes: milliseconds on any clock that never goes back. About once a second. */
    record Tick(long millis) implements Event {}

    /** The log holds more than before, perhaps. */
    record Added() implements Event {}

    /** Links, policies or rooms changed, perhaps. */
    record Changed() implements Event {}

    /** Tell the peer something ephemeral of a room. */
    record Tell(String room, byte[] content) implements Event {}

    /** End it from our side. */
    record Leave(ByeCode code, String reason) implements Event {}

    /**
     * A file on its way was opened.
     *
     * @param arrived how many bytes of each chunk are here; null if the disk refused
     */
    record FileOpened(Hash file, int @Nullable [] arrived) implements FileEvent {}

    /** A piece of a file came to its place. @param taken null if the disk refused */
    record FileKept(Hash file, int chunk, int bytes, Arrival.@Nullable Taken taken) implements FileEvent {}

    /**
     * Bytes of a file were read for the peer.
     *
     * @param bytes null if they are not here
     * @param asked how many bytes the peer had asked for
     */
    record FileRead(Hash file, long offset, byte @Nullable [] bytes, int asked) implements FileEvent {}

    /** A file may not be had, or nobody knows it. It takes its turn among those that were read. */
    record FileDenied(Hash file, int asked) implements FileEvent {}

    /** The connection is gone. */
    record Lost() implements Event {}
}
