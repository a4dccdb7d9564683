package id.jipp.sync.federation;

import id.jipp.core.log.Epochs;
import id.jipp.core.log.Hash;
import id.jipp.core.log.Head;
import id.jipp.core.log.Heads;
import id.jipp.core.log.HubId;
import id.jipp.core.log.StreamId;
import id.jipp.core.peer.Audience;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What we and a peer hold, side by side, as far as it told us, over the streams both may have. A stream that both know to
 * go on in a later epoch is evidence only and not compared.
 *
 * @param toSend entries we hold, it may have and does not
 * @param toReceive entries it holds, we may have and do not
 * @param alike whether all heads are equal, hashes too
 * @param shared entries of public streams that both hold
 * @param proof of all streams both may have
 */
record Comparison(long toSend, long toReceive, boolean alike, long shared, PeerStatus.Proof proof) {

    /** @param unwanted streams the peer said it does not take */
    static Comparison of(
            HubId peer, Heads ours, Map<StreamId, Head> theirs, Audience audience, Set<StreamId> unwanted) {
        long toSend = 0;
        long toReceive = 0;
        long shared = 0;
        long both = 0;
        long all = 0;
        boolean alike = true;
        TreeMap<StreamId, Head> common = new TreeMap<>();
        Heads theirHeads = Heads.of(theirs);
        Set<StreamId> streams = new TreeSet<>(ours.byStream().keySet());
        streams.addAll(theirs.keySet());
        for (StreamId stream : streams) {
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
            if (offered || accepted) {
                boolean settled = isSettled(our, their, offered, accepted);
                alike &= settled;
                Head lesser = our.seq() <= their.seq() ? our : their;
                both += lesser.seq();
                all += settled ? lesser.seq() : Math.max(our.seq(), their.seq());
                if (lesser.seq() > 0) {
                    common.put(stream, lesser);
                }
            }
        }
        PeerStatus.Proof proof = new PeerStatus.Proof(both, all, alike ? digest(common) : null);
        return new Comparison(toSend, toReceive, alike, shared, proof);
    }

    /** The same on both sides where both hold the same: neither's own bookkeeping goes into it. */
    private static Hash digest(TreeMap<StreamId, Head> common) {
        StringBuilder text = new StringBuilder("jipp.proof.1\n");
        common.forEach((stream, head) -> text.append(stream)
                .append(' ')
                .append(head.seq())
                .append(' ')
                .append(head.hash())
                .append('\n'));
        return Hash.sha256(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Where only one way is open, only that way can be waited for. */
    private static boolean isSettled(Head our, Head their, boolean offered, boolean accepted) {
        return our.equals(their) || our.seq() > their.seq() && !offered || our.seq() < their.seq() && !accepted;
    }
}
