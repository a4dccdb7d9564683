package id.jipp.sync.parcel;

import id.jipp.core.log.HubId;
import id.jipp.core.log.StreamId;
import id.jipp.core.outcome.Problem;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of taking a parcel in. Whatever is counted as new is durable.
 *
 * @param from who made it, proven by its key
 * @param made when, by that hub's clock
 * @param known entries that were here already
 * @param left entries that were not taken, for the reasons in {@code leftOut}
 * @param leftOut one for each stream that was not taken, the first hundred
 * @param files that are whole here now
 * @param filesKnown that were here already
 * @param filesLeft that are not wanted, or not whole
 * @param bytes that were read
 * @param stopped why it could not be read to its end; null if it was
 */
public record ParcelTaken(
        HubId from,
        Instant made,
        Link link,
        long entries,
        long known,
        long left,
        List<LeftOut> leftOut,
        int files,
        int filesKnown,
        int filesLeft,
        long bytes,
        @Nullable Problem stopped) {
    public ParcelTaken {
        leftOut = List.copyOf(leftOut);
    }

    /** What the parcel did for the link with its maker. */
    public enum Link {
        /** Linked before, and still. */
        LINKED,
        /** Linked by this parcel. */
        LINKED_NOW,
        /** It asks to be linked; our coordinator decides, then the parcel can be taken in again. */
        ASKING
    }

    /** A stream of which nothing more was taken. */
    public record LeftOut(StreamId stream, Problem why) {}

    /** Whether everything here is as it was before. */
    public boolean changedNothing() {
        return entries == 0 && files == 0 && link == Link.LINKED;
    }
}
