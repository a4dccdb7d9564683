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
 * @param glimpseBehind who is more entries behind in a room is shown its newest first
 * @param minorMax the highest minor version of the protocol it speaks
 */
public record SessionLimits(
        int windowEntries,
        int windowBytes,
        long heartbeatMillis,
        long greetingMillis,
        long stallMillis,
        int glimpseBehind,
        int minorMax) {
    private static final int GLIMPSE_BEHIND = 200;

    public static final SessionLimits STANDARD = new SessionLimits(
            ProtocolLimits.CREDIT_ENTRIES,
            ProtocolLimits.CREDIT_BYTES,
            ProtocolLimits.HEARTBEAT.toMillis(),
            ProtocolLimits.GREETING_TIMEOUT.toMillis(),
            5_000,
            GLIMPSE_BEHIND,
            Handshake.MINOR_MAX);

    public SessionLimits(
            int windowEntries, int windowBytes, long heartbeatMillis, long greetingMillis, long stallMillis) {
        this(
                windowEntries,
                windowBytes,
                heartbeatMillis,
                greetingMillis,
                stallMillis,
                GLIMPSE_BEHIND,
                Handshake.MINOR_MAX);
    }

    /** As a hub that shows the newest to whoever is more than so many entries behind. */
    public SessionLimits glimpsing(int behind) {
        return new SessionLimits(
                windowEntries, windowBytes, heartbeatMillis, greetingMillis, stallMillis, behind, minorMax);
    }

    /** As a hub whose program is of that minor version. */
    public SessionLimits speaking(int minor) {
        return new SessionLimits(
                windowEntries, windowBytes, heartbeatMillis, greetingMillis, stallMillis, glimpseBehind, minor);
    }
}
