package id.jipp.core.log;

/** How many entries go in at once. */
final class RangeSize {
    private RangeSize() {}

    static void check(int entries) {
        if (entries < 1 || entries > LogLimits.RANGE_ENTRIES_MAX) {
            throw new IllegalArgumentException(
                    "1 to " + LogLimits.RANGE_ENTRIES_MAX + " entries go in at once; came: " + entries);
        }
    }
}
