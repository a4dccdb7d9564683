package id.jipp.sync.parcel;

import id.jipp.core.log.Acceptance;
import id.jipp.core.log.Entry;
import id.jipp.core.log.EntryRange;
import id.jipp.core.log.Fork;
import id.jipp.core.log.Head;
import id.jipp.core.log.Heads;
import id.jipp.core.log.StreamId;
import id.jipp.core.outcome.Outcome;
import id.jipp.core.outcome.Outcome.Why;
import id.jipp.core.outcome.Problem;
import id.jipp.sync.protocol.Frame;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;

/** Takes one parcel in. */
final class Unpacking {
    /** How far ahead the clock of a hub that makes parcels may be and still be believed. */
    private static final Duration CLOCKS_APART_MAX = Duration.ofHours(1);

    private final ParcelHome home;
    private final ParcelReader reader;
    private final ParcelProgress progress;
    private final Tally tally = new Tally();
    private long projectedAt;

    Unpacking(ParcelHome home, InputStream in, ParcelProgress progress) {
        this.home = home;
        this.reader = new ParcelReader(in);
        this.progress = progress;
    }

    Outcome<ParcelTaken> take() throws IOException {
        ParcelHead head;
        try {
            head = reader.head();
        } catch (ParcelViolation wrong) {
            return new Outcome.Refused<>(Why.INVALID, List.of(wrong.problem()));
        }
        return switch (new Introduction(home).meet(head)) {
            case Outcome.Refused<ParcelTaken.Link> refused -> refused.cast();
            case Outcome.Done<ParcelTaken.Link> done -> Outcome.done(take(head, done.value()));
        };
    }

    private ParcelTaken take(ParcelHead head, ParcelTaken.Link link) throws IOException {
        if (link == ParcelTaken.Link.ASKING) {
            return tally.taken(head, link, reader.bytes(), null);
        }
        learn(head);
        Problem stopped = null;
        try (FilesIn files = new FilesIn(home, head.maker(), tally)) {
            takeAll(head, files);
        } catch (ParcelViolation wrong) {
            stopped = wrong.problem();
        }
        reportOwnStreams(head);
        return tally.taken(head, link, reader.bytes(), stopped);
    }

    /** One for anybody does not tell all that its maker holds, and so teaches nothing. */
    private void learn(ParcelHead head) {
        if (head.recipient() != null && !isFromTheFuture(head)) {
            boolean noLine = !home.hasLine().test(head.maker());
            home.heads().toldInParcel(head.maker(), head.made(), head.heads(), noLine);
        }
    }

    /** By a clock that is wrong; what it says of before and after counts for nothing. */
    private boolean isFromTheFuture(ParcelHead head) {
        return head.made().isAfter(home.clock().instant().plus(CLOCKS_APART_MAX));
    }

    private void takeAll(ParcelHead head, FilesIn files) throws IOException {
        while (true) {
            switch (reader.next()) {
                case ParcelPart.OfFrame part -> take(head, part.frame(), files);
                case ParcelPart.OfEnd end -> {
                    progress.at(reader.bytes(), tally.read());
                    return;
                }
            }
            progress.at(reader.bytes(), tally.read());
        }
    }

    private void take(ParcelHead head, Frame frame, FilesIn files) throws IOException {
        switch (frame) {
            case Frame.Entries entries -> take(head, entries);
            case Frame.Forked forked -> freeze(head, forked.proof());
            case Frame.FilePiece piece -> files.take(piece);
            case Frame.Skipped skipped -> {}
            default ->
                throw new ParcelViolation(
                        "parcel-malformed",
                        reader.bytes(),
                        "a frame " + frame.getClass().getSimpleName());
        }
    }

    private void take(ParcelHead head, Frame.Entries frame) {
        StreamId stream = frame.stream();
        List<Entry> entries = frame.entries();
        if (tally.hasLeft(stream)) {
            tally.leaveMore(entries.size());
        } else if (!isWanted(head, stream)) {
            tally.leave(stream, entries.size(), Problem.of("", "parcel-left-unwanted"));
        } else if (isHere(stream, entries.getLast())) {
            tally.took(0, entries.size());
        } else {
            accept(stream, entries);
        }
    }

    /** Who takes part in a room may stand in this very parcel, so it is waited for that what was taken shows. */
    private boolean isWanted(ParcelHead head, StreamId stream) {
        if (home.audience().accepts(head.maker(), stream)) {
            return true;
        }
        if (!Packing.isShareOfAnothersRoom(stream) || projectedAt == tally.entries()) {
            return false;
        }
        projectedAt = tally.entries();
        home.projected().run();
        return home.audience().accepts(head.maker(), stream);
    }

    /** By the chain of hashes, who holds the last of them holds them all. */
    private boolean isHere(StreamId stream, Entry last) {
        return home.log().head(stream).seq() >= last.seq()
                && home.log().holds(stream, new Head(last.seq(), last.hash()));
    }

    private void accept(StreamId stream, List<Entry> entries) {
        int count = entries.size();
        long first = entries.getFirst().seq();
        switch (home.log().accept(new EntryRange(stream, entries))) {
            case Acceptance.Accepted accepted -> tally.took(accepted.entries(), count - accepted.entries());
            case Acceptance.AlreadyKnown known -> tally.took(0, count);
            case Acceptance.Gap gap ->
                tally.leave(stream, count, Problem.of("", "parcel-left-gap", gap.expected(), first));
            case Acceptance.Forked forked -> tally.leave(stream, count, frozen(forked.seq()));
            case Acceptance.Rejected rejected -> rejected(stream, count, first, rejected.reason());
        }
    }

    private void rejected(StreamId stream, int count, long first, Acceptance.Reason reason) {
        switch (reason) {
            case FROZEN -> tally.leave(stream, count, frozen(frozenAt(stream)));
            case UNKNOWN_AUTHOR -> tally.leave(stream, count, Problem.of("", "parcel-left-unknown", stream.hub()));
            case BAD_SIGNATURE, BROKEN_CHAIN, BAD_PAYLOAD, MALFORMED, TOO_LARGE ->
                throw new ParcelViolation("parcel-entries", stream, first, reason);
        }
    }

    private long frozenAt(StreamId stream) {
        return home.log().forks().stream()
                .filter(fork -> fork.stream().equals(stream))
                .mapToLong(Fork::seq)
                .findFirst()
                .orElse(0);
    }

    private static Problem frozen(long seq) {
        return Problem.of("", "parcel-left-forked", seq);
    }

    private void freeze(ParcelHead head, Fork proof) {
        if (!home.log().isFrozen(proof.stream())
                && home.audience().accepts(head.maker(), proof.stream())
                && home.log().freeze(proof)) {
            tally.leave(proof.stream(), 0, frozen(proof.seq()));
        }
    }

    /**
     * A hub put back from a backup may write again once it has back what it gave away. An older parcel does not know all
     * of that, and one for anybody tells of public streams only.
     */
    private void reportOwnStreams(ParcelHead head) {
        if (head.recipient() == null || head.made().isBefore(home.since()) || isFromTheFuture(head)) {
            return;
        }
        Heads ours = home.log().heads();
        boolean whole = head.heads().entrySet().stream()
                .filter(told -> told.getKey().hub().equals(home.self().hub()))
                .allMatch(
                        told -> told.getValue().seq() <= ours.of(told.getKey()).seq() || tally.hasLeft(told.getKey()));
        if (whole) {
            home.log().ownStreamsAreWhole(head.maker());
        }
    }
}
