package id.jipp.sync.federation;

import id.jipp.core.log.Epochs;
import id.jipp.core.log.Head;
import id.jipp.core.log.Heads;
import id.jipp.core.log.HubId;
import id.jipp.core.log.StreamId;
import id.jipp.core.peer.Audience;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What we and a peer hold, side by side, as far as it told us, over the streams both may have. A stream that both know to
 * go on in a later epoch is evidence only and not compared.
 *
 * @param toSend entries we hold, it may have and does not
 * @param toReceive entries it holds, we may have and do not
 * @param alike whether all heads are equal, hashes too
 * @param shared entries of public streams that both hold
 */
record Comparison(long toSend, long toReceive, boolean alike, long shared) {

    /** @param unwanted streams the peer said it does not take */
    static Comparison of(
            HubId peer, Heads ours, Map<StreamId, Head> theirs, Audience audience, Set<StreamId> unwanted) {
        long toSend = 0;
        long toReceive = 0;
        long shared = 0;
        boolean alike = true;
        Heads theirHeads = Heads.of(theirs);
        Set<StreamId> all = new TreeSet<>(ours.byStream().keySet());
        all.addAll(theirs.keySet());
        for (StreamId stream : all) {
            if (Epochs.isOver(ours, stream) && Epochs.isOver(theirHeads, stream)) {
                continue;
            }
            Head our = ours.of(stream);
            Head their = theirs.getOrDefault(stream, Head.NONE);
            boolean offered = audience.offers(peer, stream) && !unwanted.contains(stream);
            boolean accepted = audience.accepts(peer, stream);
            if (stream.name().isPublic()) {
                shared += Math.min(our.seq(), their.seq());
            }
            if (offered) {
                toSend += Math.max(0, our.seq() - their.seq());
            }
            if (accepted) {
                toReceive += Math.max(0, their.seq() - our.seq());
            }
            alike &= !(offered || accepted) || isSettled(our, their, offered, accepted);
        }
        return new Comparison(toSend, toReceive, alike, shared);
    }

    /** Where only one way is open, only that way can be waited for. */
    private static boolean isSettled(Head our, Head their, boolean offered, boolean accepted) {
        return our.equals(their) || our.seq() > their.seq() && !offered || our.seq() < their.seq() && !accepted;
    }
}
