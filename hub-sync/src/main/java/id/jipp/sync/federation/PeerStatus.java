package id.jipp.sync.federation;

import id.jipp.core.log.Hash;
import id.jipp.core.log.HubId;
import id.jipp.core.peer.Absence;
import id.jipp.sync.session.FileProgress;
import id.jipp.sync.session.Refusal;
import java.time.Instant;
import java.util.List;
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
 * @param proof what both hold of the streams that both may have
 * @param newest when its author wrote the newest entry of that hub that is here, never in our future; null if there is
 *     none. If it is long ago and that hub is not known to be quiet, somebody may keep its entries back
 * @param otherKeyAt when somebody last called as that hub with another key; null if nobody did since the program started
 * @param absences the last times without contact and what was made up for, the newest first
 * @param files how files went since the program started, and which comes now
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
        @Nullable Refusal lastRefusal,
        Proof proof,
        @Nullable Instant newest,
        @Nullable Instant otherKeyAt,
        List<Absence> absences,
        FileProgress files) {

    /**
     * @param entries how many both hold
     * @param of how many there are at either
     * @param digest over the heads of them, equal at both hubs; null unless both hold the same
     */
    public record Proof(long entries, long of, @Nullable Hash digest) {}

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
