package id.jipp.sync.protocol;

import id.jipp.core.log.Entry;
import id.jipp.core.log.Fork;
import id.jipp.core.log.Hash;
import id.jipp.core.log.Head;
import id.jipp.core.log.HubId;
import id.jipp.core.log.StreamId;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One thing a hub says to another; one binary WebSocket message. Bytes and meaning are in {@code PROTOCOL.md}. */
public sealed interface Frame {

    /**
     * The caller's first word.
     *
     * @param minorMin the lowest and the highest minor version of protocol 1 it speaks
     * @param asks whether it has an invitation to show rather than a link
     * @param nonce 32 fresh random bytes
     */
    record Hello(int minorMin, int minorMax, boolean asks, HubId hub, byte[] key, byte[] nonce) implements Frame {}

    /** The answer: the minor version to speak, who answers, its nonce and its signature over the handshake. */
    record Welcome(int minor, HubId hub, byte[] nonce, byte[] signature) implements Frame {}

    /** The caller's signature over the handshake. */
    record Proof(byte[] signature) implements Frame {}

    /** The end. */
    record Bye(ByeCode code, String reason) implements Frame {}

    /** The caller shows the secret of an invitation and presents itself; an empty address means none. */
    record Ask(String secret, String name, String address) implements Frame {}

    /** The callee's coordinator has accepted; the session goes on as linked. */
    record Accepted() implements Frame {}

    /**
     * What the sender holds of streams the receiver may have: all of them first, in one or more frames, then changes.
     *
     * @param last whether the first, complete telling ends with this frame; true in all later ones
     */
    record Have(boolean last, SortedMap<StreamId, Head> heads) implements Frame {
        public static Have of(boolean last, Map<StreamId, Head> heads) {
            return new Have(last, new TreeMap<>(heads));
        }
    }

    /**
     * Send me this stream after that number. Adds to what was allowed before if {@code after} is where the sender
     * stands; starts anew from there otherwise. No credit at all ends it.
     */
    record Want(StreamId stream, long after, int entries, int bytes) implements Frame {}

    /** Consecutive entries of one stream. */
    record Entries(StreamId stream, List<Entry> entries) implements Frame {
        public Entries {
            entries = List.copyOf(entries);
        }
    }

    /**
     * The newest entries of a room's stream, before its history: to be shown and not to be kept. The entries come once
     * more in their place.
     */
    record Glimpse(StreamId stream, List<Entry> entries) implements Frame {
        public Glimpse {
            entries = List.copyOf(entries);
        }
    }

    /** The sender holds this stream up to there, durably. */
    record Ack(StreamId stream, Head head) implements Frame {}

    /** Something of a stream, or of the whole session, was refused. */
    record Refuse(RefuseCode code, @Nullable StreamId stream, String reason) implements Frame {}

    record Ping(long number) implements Frame {}

    record Pong(long number) implements Frame {}

    /** Something of a room that is over in a moment; never kept. */
    record Ephemeral(String room, byte[] content) implements Frame {}

    /**
     * The proof that a stream's author signed one number twice; each side begins with the number, or the one after it,
     * and ends signed. Told to whoever holds that number.
     */
    record Forked(Fork proof) implements Frame {
        /** Whether a frame carries that proof; one with a longer side is not sent. */
        public static boolean carries(Fork proof) {
            return proof.ours().size() <= ProtocolLimits.PROOF_ENTRIES_MAX
                    && proof.theirs().size() <= ProtocolLimits.PROOF_ENTRIES_MAX;
        }
    }

    /** Send me these bytes of a file. Each is answered by one {@code FilePiece} or {@code FileNot}, in order. */
    record FileWant(Hash file, long offset, int bytes) implements Frame {}

    /** The bytes asked for. */
    record FilePiece(Hash file, long offset, byte[] bytes) implements Frame {}

    /**
     * No bytes.
     *
     * @param later whether the file is offered and only not here yet; {@code FileHere} will tell. False for a file that
     *     may not be had and for one that nobody knows: the same answer
     */
    record FileNot(Hash file, boolean later) implements Frame {}

    /** A file that was asked for in vain is here now. */
    record FileHere(Hash file) implements Frame {}

    /** A frame of a later version that says of itself that it may be skipped. */
    record Skipped(int type) implements Frame {}

    static Ack ack(StreamId stream, long seq, Hash hash) {
        return new Ack(stream, new Head(seq, hash));
    }
}
