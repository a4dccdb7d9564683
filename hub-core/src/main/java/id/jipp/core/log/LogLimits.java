package id.jipp.core.log;

/** How large anything in a stream may be. A header or payload beyond these is refused before it is read. */
public final class LogLimits {
    /** A payload with its salt. Files do not travel in entries. */
    public static final int PAYLOAD_BYTES_MAX = 256 * 1024;

    public static final int HEADER_BYTES_MAX = 512;
    public static final int KIND_CHARS_MAX = 64;
    public static final int SALT_BYTES = 16;

    /** Entries in one append or one accepted range. */
    public static final int RANGE_ENTRIES_MAX = 1_000;

    private LogLimits() {}
}
