package id.jipp.core.log;

import id.jipp.core.log.Acceptance.AlreadyKnown;
import id.jipp.core.log.Acceptance.Forked;
import id.jipp.core.log.Acceptance.Gap;
import id.jipp.core.log.Acceptance.Reason;
import id.jipp.core.log.Acceptance.Rejected;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a range from afar must fulfil to be taken in, in two steps: {@link #check} looks at the range alone and does the
 * dear work; {@link #place} compares it with what is held and is cheap.
 */
final class EntryRules {
    private EntryRules() {}

    /** A range looked at by itself. */
    sealed interface Checked {
        /**
         * Every rule that can be checked without knowing what is held is kept.
         *
         * @param entries with the signatures of piece ends only, all of them verified
         * @param hashes of each entry
         */
        record Right(StreamId stream, List<Entry> entries, List<Hash> hashes) implements Checked {}

        record Wrong(Reason reason) implements Checked {}
    }

    /** What is to be done with a checked range. */
    sealed interface Verdict {
        /** Store these, which follow the head. */
        record Take(List<Entry> news, Head head) implements Verdict {}

        /** Store nothing. */
        record Leave(Acceptance answer) implements Verdict {}

        /** Freeze the stream and keep the proof. */
        record Freeze(Forked answer, Fork proof) implements Verdict {}
    }

    /** What a hub holds of one stream. */
    interface Held {
        Head head();

        boolean isFrozen();

        /** Entries from that number to the next signed one; the number is held. */
        List<Entry> pieceFrom(long seq);

        Hash hashAt(long seq);
    }

    static Checked check(EntryRange range, AuthorKeys keys) {
        boolean withheld =
                range.entries().stream().anyMatch(entry -> entry.isErased() && !Erased.isErasable(entry.header()));
        if (withheld) {
            return new Checked.Wrong(Reason.BAD_PAYLOAD);
        }
        Entry first = range.entries().getFirst();
        boolean begins = first.seq() == 1 && first.stream().name().epoch() > 1;
        return begins && !isRightBeginning(first, keys) ? new Checked.Wrong(Reason.MALFORMED) : checkChain(range, keys);
    }

    /** An epoch is begun only where the one before was signed twice. */
    private static boolean isRightBeginning(Entry first, AuthorKeys keys) {
        return EpochBegun.of(first).filter(begun -> proves(begun.proof(), keys)).isPresent();
    }

    private static Checked checkChain(EntryRange range, AuthorKeys keys) {
        byte[] key = keys.keyOf(range.stream().hub());
        if (key == null) {
            return new Checked.Wrong(Reason.UNKNOWN_AUTHOR);
        }
        List<Hash> hashes = new ArrayList<>(range.entries().size());
        for (Entry entry : range.entries()) {
            Reason wrong = wrongAlone(entry, range.stream());
            if (wrong != null) {
                return new Checked.Wrong(wrong);
            }
            hashes.add(entry.hash());
        }
        if (!isChain(range.entries(), hashes)) {
            return new Checked.Wrong(Reason.BROKEN_CHAIN);
        }
        return verified(range, hashes, key);
    }

    private static @Nullable Reason wrongAlone(Entry entry, StreamId stream) {
        if (!entry.stream().equals(stream) || !isInItsForm(entry)) {
            return Reason.MALFORMED;
        }
        byte[] payload = entry.payload();
        if (payload == null) {
            return null;
        }
        if (payload.length > LogLimits.PAYLOAD_BYTES_MAX) {
            return Reason.TOO_LARGE;
        }
        EntryHeader header = entry.header();
        boolean promised =
                payload.length == header.payloadBytes() && Hash.sha256(payload).equals(header.payloadHash());
        return promised ? null : Reason.BAD_PAYLOAD;
    }

    private static boolean isInItsForm(Entry entry) {
        byte[] signature = entry.signature();
        if (signature != null && signature.length != Ed25519.SIGNATURE_BYTES) {
            return false;
        }
        try {
            return EntryCodec.decode(entry.headerBytes()).equals(entry.header());
        } catch (MalformedEntry wrong) {
            return false;
        }
    }

    private static boolean isChain(List<Entry> entries, List<Hash> hashes) {
        for (int i = 1; i < entries.size(); i++) {
            EntryHeader header = entries.get(i).header();
            if (header.seq() != entries.get(i - 1).seq() + 1
                    || !header.previous().equals(hashes.get(i - 1))) {
                return false;
            }
        }
        return true;
    }

    /**
     * The entries with checked signatures at piece ends and no others. A piece takes in as many of the author's own
     * pieces as fit, so pieces never grow from hub to hub and each can travel in one frame; the rest of the signatures is
     * neither checked nor kept.
     */
    private static Checked verified(EntryRange range, List<Hash> hashes, byte[] key) {
        List<Entry> kept = new ArrayList<>(range.entries().size());
        range.entries().forEach(entry -> kept.add(entry.unsigned()));
        PieceEnds piece = new PieceEnds();
        PieceEnds next = new PieceEnds();
        int signed = -1;
        for (int i = 0; i < kept.size(); i++) {
            Entry entry = range.entries().get(i);
            next.add(entry);
            if (next.isTooLong()) {
                return new Checked.Wrong(Reason.TOO_LARGE);
            }
            if (entry.signature() != null) {
                if (signed >= 0 && !piece.fits(next)) {
                    if (!isSignedBy(key, range.entries().get(signed))) {
                        return new Checked.Wrong(Reason.BAD_SIGNATURE);
                    }
                    kept.set(signed, range.entries().get(signed));
                    piece.close();
                }
                piece.add(next);
                next.close();
                signed = i;
            }
        }
        if (signed != kept.size() - 1 || !isSignedBy(key, range.last())) {
            return new Checked.Wrong(Reason.BAD_SIGNATURE);
        }
        kept.set(signed, range.last());
        return new Checked.Right(range.stream(), kept, hashes);
    }

    private static boolean isSignedBy(byte[] key, Entry entry) {
        byte[] signature = entry.signature();
        return signature != null && Ed25519.verifies(key, EntrySigning.signed(entry.headerBytes()), signature);
    }

    static Verdict place(Checked.Right range, Held held) {
        Head head = held.head();
        long first = range.entries().getFirst().seq();
        if (first > head.seq() + 1) {
            return new Verdict.Leave(held.isFrozen() ? new Rejected(Reason.FROZEN) : new Gap(head.seq() + 1));
        }
        Verdict.Freeze fork = fork(range, held);
        if (fork != null) {
            return held.isFrozen() ? new Verdict.Leave(new Rejected(Reason.FROZEN)) : fork;
        }
        int known = (int) Math.min(head.seq() - first + 1, range.entries().size());
        if (known == range.entries().size()) {
            return new Verdict.Leave(new AlreadyKnown());
        }
        if (held.isFrozen()) {
            return new Verdict.Leave(new Rejected(Reason.FROZEN));
        }
        Head next = new Head(range.entries().getLast().seq(), range.hashes().getLast());
        return new Verdict.Take(range.entries().subList(known, range.entries().size()), next);
    }

    /** Whether both sides are signed by the author, and no chain can hold both. */
    static boolean proves(Fork proof, AuthorKeys keys) {
        if (!isSide(proof.stream(), proof.ours(), keys) || !isSide(proof.stream(), proof.theirs(), keys)) {
            return false;
        }
        Entry ours = proof.ours().getFirst();
        Entry theirs = proof.theirs().getFirst();
        if (ours.seq() != proof.seq()) {
            return false;
        }
        return theirs.seq() == ours.seq()
                ? !theirs.hash().equals(ours.hash())
                : theirs.seq() == ours.seq() + 1 && !theirs.header().previous().equals(ours.hash());
    }

    private static boolean isSide(StreamId stream, List<Entry> side, AuthorKeys keys) {
        return !side.isEmpty()
                && side.size() <= LogLimits.RANGE_ENTRIES_MAX
                && checkChain(new EntryRange(stream, side), keys) instanceof Checked.Right;
    }

    private static Verdict.@Nullable Freeze fork(Checked.Right range, Held held) {
        Head head = held.head();
        EntryHeader first = range.entries().getFirst().header();
        long before = first.seq() - 1;
        if (before >= 1 && !held.hashAt(before).equals(first.previous())) {
            return freeze(range, held, before, first.previous(), 0);
        }
        for (int i = 0; i < range.entries().size() && first.seq() + i <= head.seq(); i++) {
            Hash theirs = range.hashes().get(i);
            if (!held.hashAt(first.seq() + i).equals(theirs)) {
                return freeze(range, held, first.seq() + i, theirs, i);
            }
        }
        return null;
    }

    private static Verdict.Freeze freeze(Checked.Right range, Held held, long seq, Hash theirs, int from) {
        List<Entry> proof = new ArrayList<>();
        for (Entry entry : range.entries().subList(from, range.entries().size())) {
            proof.add(entry.bare());
            if (entry.signature() != null) {
                break;
            }
        }
        List<Entry> ours = held.pieceFrom(seq).stream().map(Entry::bare).toList();
        return new Verdict.Freeze(
                new Forked(seq, held.hashAt(seq), theirs), new Fork(range.stream(), seq, ours, proof));
    }
}
