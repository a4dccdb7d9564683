package id.jipp.sync.session;

import id.jipp.sync.protocol.Handshake;
import id.jipp.sync.protocol.ProtocolLimits;

/**
 * The bounds of one session that a test may want smaller.
 *
 * @param windowEntries what may be under way of one stream
 * @param heartbeatMillis silence after which we say something; after twice as long without hearing anything we close
 * @param greetingMillis until both keys are proven
 * @param stallMillis after which a stream another peer does not bring on is asked for here
 * @param minorMax the highest minor version of the protocol it speaks
 */
public record SessionLimits(
        int windowEntries, int windowBytes, long heartbeatMillis, long greetingMillis, long stallMillis, int minorMax) {
    public static final SessionLimits STANDARD = new SessionLimits(
            ProtocolLimits.CREDIT_ENTRIES,
            ProtocolLimits.CREDIT_BYTES,
            ProtocolLimits.HEARTBEAT.toMillis(),
            ProtocolLimits.GREETING_TIMEOUT.toMillis(),
            5_000,
            Handshake.MINOR_MAX);

    public SessionLimits(
            int windowEntries, int windowBytes, long heartbeatMillis, long greetingMillis, long stallMillis) {
        this(windowEntries, windowBytes, heartbeatMillis, greetingMillis, stallMillis, Handshake.MINOR_MAX);
    }

    /** As a hub whose program is of that minor version. */
    public SessionLimits speaking(int minor) {
        return new SessionLimits(windowEntries, windowBytes, heartbeatMillis, greetingMillis, stallMillis, minor);
    }
}
