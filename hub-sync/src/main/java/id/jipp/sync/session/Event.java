package id.jipp.sync.session;

import id.jipp.sync.protocol.ByeCode;

/** Something that happens to a session. */
public sealed interface Event {
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

    /** The connection is gone. */
    record Lost() implements Event {}
}
