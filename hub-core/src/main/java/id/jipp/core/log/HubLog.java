package id.jipp.core.log;

import java.util.List;
import java.util.Optional;

/**
 * The signed, append-only streams of all hubs this hub knows, in the order of their numbers within a stream and in the
 * order of arrival over all. Durable: when {@link #append} or {@link #accept} return, what they answer survives a
 * crash. Thread-safe.
 *
 * <p>An entry that {@link Erased erases} others does so as it comes in, be it ours or another hub's: their payloads are
 * then gone here for good, also of those that come only later.
 *
 * <p>A write that the disk refuses throws {@link LogUnavailable}; nothing of it is then in the log.
 */
public interface HubLog extends AutoCloseable {

    /**
     * Writes these down, in this order and as a whole, at the end of this hub's stream of that name, in the
     * epoch of it that counts; of a later epoch, where that is named.
     *
     * @param news 1 to {@link LogLimits#RANGE_ENTRIES_MAX}
     * @return them as signed, with their places
     */
    List<PlacedEntry> append(StreamName stream, List<NewEntry> news);

    /** Takes in entries another hub wrote, if every one of them is right. Overlap with what is here is fine. */
    Acceptance accept(EntryRange range);

    /**
     * The entries of a stream after that number, in order, as a range that can be sent: the last one is signed.
     *
     * @param entriesMax at most so many, 1 to {@link LogLimits#RANGE_ENTRIES_MAX}
     * @param bytesMax stop before this many bytes, but give at least one signed piece
     * @return empty if there are none
     */
    List<Entry> read(StreamId stream, long after, int entriesMax, int bytesMax);

    /** Entries of all streams in the order of arrival, after that position. */
    List<PlacedEntry> readFrom(Position after, int entriesMax);

    Heads heads();

    Head head(StreamId stream);

    /** Whether the entry with that number and hash is held. */
    boolean holds(StreamId stream, Head head);

    /** The position of the newest entry. */
    Position last();

    /** The streams whose author signed two different entries under one number. Nothing more is taken into them. */
    List<Fork> forks();

    /** Whether that stream stands still here, for its author signed one number twice. */
    default boolean isFrozen(StreamId stream) {
        return forks().stream().anyMatch(fork -> fork.stream().equals(stream));
    }

    /**
     * Stops a stream, by a proof another hub has given us that its author signed one number twice. What is before that
     * number is undisputed, so a stream of which less is held goes on.
     *
     * @return whether the stream stands still now; false also if the proof proves nothing
     */
    boolean freeze(Fork proof);

    /**
     * Makes what was erased unreadable on disk too, where this program has the file: it is written anew without it. Takes
     * about a second for 50 MB; what is written meanwhile waits, reading goes on.
     */
    default void forgetErased() {}

    /** Whether less is there than this log once acknowledged: an old state was put back, or its end was damaged. */
    default boolean isShortened() {
        return false;
    }

    /**
     * That hub has said what it holds of this hub's own streams, and all of it is here. Called by sync, as often as it
     * likes.
     */
    default void ownStreamsAreWhole(HubId by) {}

    /** Why the log cannot be written now, for its operator; empty while nothing is known to keep it from that. */
    default Optional<String> trouble() {
        return Optional.empty();
    }

    /**
     * Calls that back after entries were added, on any thread, quickly; a hint only: read from your position.
     *
     * @return ends the calls when run
     */
    Runnable onAdded(Runnable hint);

    @Override
    void close();
}
