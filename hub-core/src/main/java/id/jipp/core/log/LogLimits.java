package id.jipp.core.log;

import java.time.Instant;

/** How large anything in a stream may be. A header or payload beyond these is refused before it is read. */
public final class LogLimits {
    /** A payload with its salt. Files do not travel in entries. */
    public static final int PAYLOAD_BYTES_MAX = 256 * 1024;

    public static final int HEADER_BYTES_MAX = 512;
    public static final int KIND_CHARS_MAX = 64;
    public static final int SALT_BYTES = 16;

    /** A payload without its salt. */
    public static final int CONTENT_BYTES_MAX = PAYLOAD_BYTES_MAX - SALT_BYTES;

    /** A whole entry: header, signature and payload. */
    public static final int ENTRY_BYTES_MAX = HEADER_BYTES_MAX + 64 + PAYLOAD_BYTES_MAX;

    /** No time is later; none is earlier than 1970. */
    public static final Instant TIME_MAX = Instant.parse("9999-12-31T23:59:59.999Z");

    /** Entries in one append or one accepted range. */
    public static final int RANGE_ENTRIES_MAX = 1_000;

    /** The highest number in a stream: 2^40 - 1. */
    public static final long SEQ_MAX = (1L << 40) - 1;

    /** The highest epoch of a stream. */
    public static final int EPOCH_MAX = 999;

    /** A piece, which is entries up to the next signed one, is closed by its author at so many entries … */
    static final int PIECE_ENTRIES = 64;

    /** … or at so many bytes. */
    static final int PIECE_BYTES = 256 * 1024;

    private LogLimits() {}
}
