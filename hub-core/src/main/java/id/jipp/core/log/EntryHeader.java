package id.jipp.core.log;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * What the author signed: where the entry stands, what went before it, and the hash of its payload.
 *
 * @param seq the author's number in this stream: 1, 2, 3 … without a gap
 * @param previous the hash of the header before it, {@link Hash#NONE} for the first
 * @param kind the name of the payload's form
 * @param kindVersion the version of that form, 1 to 65535
 * @param time the author's clock, to the millisecond; shown to people, never used for order
 * @param payloadHash SHA-256 over salt and content
 * @param payloadBytes the size of salt and content together
 */
public record EntryHeader(
        StreamId stream,
        long seq,
        Hash previous,
        String kind,
        int kindVersion,
        Instant time,
        Hash payloadHash,
        int payloadBytes) {

    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9.-]{0,63}");

    /** @throws IllegalArgumentException naming the part, what was expected and what came */
    public EntryHeader {
        check(seq >= 1 && seq <= LogLimits.SEQ_MAX, "seq is 1 to 2^40 - 1", seq);
        check(
                previous.equals(Hash.NONE) == (seq == 1),
                "previous is zeros for the first entry and for no other",
                "seq " + seq);
        checkKind(kind, kindVersion);
        check(
                !time.isBefore(Instant.EPOCH) && !time.isAfter(LogLimits.TIME_MAX) && time.getNano() % 1_000_000 == 0,
                "time is from 1970 to 9999, in whole milliseconds",
                time);
        check(
                payloadBytes >= LogLimits.SALT_BYTES && payloadBytes <= LogLimits.PAYLOAD_BYTES_MAX,
                "payloadBytes is 16 to 262144",
                payloadBytes);
    }

    static void checkKind(String kind, int kindVersion) {
        check(KIND.matcher(kind).matches(), "kind is 1 to 64 of a-z, 0-9, . and -", Shown.text(kind));
        check(kindVersion >= 1 && kindVersion <= 65_535, "kindVersion is 1 to 65535", kindVersion);
    }

    private static void check(boolean right, String expected, Object came) {
        if (!right) {
            throw new IllegalArgumentException(expected + "; came: " + came);
        }
    }
}
