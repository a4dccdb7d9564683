package id.jipp.sync.federation;

import id.jipp.core.log.HubId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How it goes with one peer, as last known.
 *
 * @param state as in the API
 * @param lastContact when we last heard anything from it; null if never
 * @param waitingToSend entries it may have and does not, as far as it told us
 * @param waitingToReceive entries it told us of that we may have and do not
 * @param identical whether both hold the same of all streams that both may have, hashes compared; null for unknown,
 *     which it is whenever no session follows
 * @param records how many entries of public streams both hold; the proof line's number
 * @param received entries taken in from it since the program started
 * @param sent entries it acknowledged since the program started
 * @param refused entries or frames refused since the program started
 * @param lastRefusal why the last one was refused; null if none was
 */
public record PeerStatus(
        HubId hub,
        State state,
        @Nullable Instant lastContact,
        long waitingToSend,
        long waitingToReceive,
        @Nullable Boolean identical,
        long records,
        long received,
        long sent,
        long refused,
        @Nullable String lastRefusal) {

    public enum State {
        /** A session is open and follows. */
        CONNECTED,
        /** Trying; it has not been long. */
        WAITING,
        /** No answer for a while, or no address. */
        UNREACHABLE,
        /** It refused us or we refused it: no link, a wrong key, a broken rule. */
        REFUSED,
        /** A stream of it is frozen because of a fork. */
        FROZEN
    }
}
