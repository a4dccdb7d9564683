package id.jipp.core.log;

/** What became of entries that came from another hub. Anything but {@link Accepted} stored nothing. */
public sealed interface Acceptance {

    /**
     * The entries are in the log, durably.
     *
     * @param entries how many were new
     * @param last the position of the last of them
     */
    record Accepted(int entries, Position last) implements Acceptance {}

    /** Every one of them was here already. */
    record AlreadyKnown() implements Acceptance {}

    /** They do not follow what is here; {@code expected} is the number that would. */
    record Gap(long expected) implements Acceptance {}

    /** They break a rule. */
    record Rejected(Reason reason) implements Acceptance {}

    /** Their author signed two different entries under one number; the stream must be frozen at the one before. */
    record Forked(long seq, Hash ours, Hash theirs) implements Acceptance {}

    /** The rules an entry from afar can break. */
    enum Reason {
        UNKNOWN_AUTHOR,
        BAD_SIGNATURE,
        BROKEN_CHAIN,
        BAD_PAYLOAD,
        MALFORMED,
        TOO_LARGE,
        FROZEN
    }
}
