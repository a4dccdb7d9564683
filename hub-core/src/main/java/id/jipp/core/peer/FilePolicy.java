package id.jipp.core.peer;

/**
 * What becomes of files between us and one peer. That a file exists, its name, size and licence stand in entries and go
 * with those; this is about its bytes.
 *
 * @param gives whether that peer may fetch bytes of files that it may know of
 * @param take which of its files come here
 * @param megabytesMax how large a file may be to come by itself where {@code take} is {@link Take#UNDER}; 0 for no
 *     limit, at most {@link #MEGABYTES_MAX}
 * @param overnight whether what comes by itself does so only at night, by the clock of this hub's area
 * @param kilobytesPerSecondMax how much of the line all files together may take; 0 for no limit, at most
 *     {@link #KILOBYTES_PER_SECOND_MAX}
 */
public record FilePolicy(boolean gives, Take take, int megabytesMax, boolean overnight, int kilobytesPerSecondMax) {
    /** As large as a file can be. */
    public static final int MEGABYTES_MAX = 2_048;

    public static final int KILOBYTES_PER_SECOND_MAX = 1_000_000;

    public static final FilePolicy CLOSED = new FilePolicy(false, Take.NONE, 0, false, 0);

    /** Of a new link, and of one made before files had a policy. */
    public static final FilePolicy STANDARD = new FilePolicy(true, Take.UNDER, 50, false, 0);

    /** Which files come. */
    public enum Take {
        /** None: they stay with their owner, and are opened there. */
        NONE,
        /** Those that somebody here asked for. */
        ON_REQUEST,
        /** Small ones by themselves, others where somebody here asked. */
        UNDER,
        ALL
    }

    /** @throws IllegalArgumentException naming what was expected and what came */
    public FilePolicy {
        if (megabytesMax < 0 || megabytesMax > MEGABYTES_MAX) {
            throw new IllegalArgumentException("0 to " + MEGABYTES_MAX + " megabytes; came: " + megabytesMax);
        }
        if (kilobytesPerSecondMax < 0 || kilobytesPerSecondMax > KILOBYTES_PER_SECOND_MAX) {
            throw new IllegalArgumentException(
                    "0 to " + KILOBYTES_PER_SECOND_MAX + " kilobytes a second; came: " + kilobytesPerSecondMax);
        }
    }
}
