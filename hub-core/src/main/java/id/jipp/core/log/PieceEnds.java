package id.jipp.core.log;

/** Counts a piece and says when it is long enough to end with a signature, so that it can travel in one frame. */
final class PieceEnds {
    private int entries;
    private int bytes;

    boolean isFullWith(Entry entry) {
        entries++;
        bytes += entry.size();
        return entries >= LogLimits.PIECE_ENTRIES || bytes >= LogLimits.PIECE_BYTES;
    }

    void close() {
        entries = 0;
        bytes = 0;
    }
}
