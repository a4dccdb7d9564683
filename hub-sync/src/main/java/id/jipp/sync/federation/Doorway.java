package id.jipp.sync.federation;

import id.jipp.sync.protocol.ProtocolLimits;
import id.jipp.sync.transport.Line;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/**
 * Who has come in and not yet proven a key: so many at most, and of one address only a part of them, so that nobody
 * fills it alone. Thread-safe.
 */
final class Doorway {
    private final Map<Line, String> greeting = new HashMap<>();

    /** Whether one more from that address would be let in now. */
    synchronized boolean hasRoom(String address) {
        return greeting.size() < ProtocolLimits.GREETING_MAX
                && Collections.frequency(greeting.values(), address) < ProtocolLimits.GREETING_PER_ADDRESS_MAX;
    }

    /** Lets somebody in; false if there is no room. */
    synchronized boolean enter(Line who, String address) {
        if (!hasRoom(address)) {
            return false;
        }
        greeting.put(who, address);
        return true;
    }

    /** They have proven who they are, or are gone. */
    synchronized void leave(Line who) {
        greeting.remove(who);
    }

    /** How many stand there now. */
    synchronized int size() {
        return greeting.size();
    }
}
