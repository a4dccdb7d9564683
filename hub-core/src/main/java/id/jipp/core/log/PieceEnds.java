package id.jipp.core.log;

/** Counts a piece, which is entries up to a signed one; its author ends it when it is full, so that it fits in one frame. */
final class PieceEnds {
    private int entries;
    private int bytes;

    void add(Entry entry) {
        entries++;
        bytes += entry.size();
    }

    void add(PieceEnds behind) {
        entries += behind.entries;
        bytes += behind.bytes;
    }

    boolean isFull() {
        return entries >= LogLimits.PIECE_ENTRIES || bytes >= LogLimits.PIECE_BYTES;
    }

    /** Whether another piece put behind this one leaves it no longer than an author's. */
    boolean fits(PieceEnds behind) {
        return entries + behind.entries <= LogLimits.PIECE_ENTRIES && bytes + behind.bytes <= LogLimits.PIECE_BYTES;
    }

    /** Longer than any author makes one: full before the last entry was added. */
    boolean isTooLong() {
        return entries > LogLimits.PIECE_ENTRIES || bytes > LogLimits.PIECE_BYTES + LogLimits.ENTRY_BYTES_MAX;
    }

    void close() {
        entries = 0;
        bytes = 0;
    }
}
