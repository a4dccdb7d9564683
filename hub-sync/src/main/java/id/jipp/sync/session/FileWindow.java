package id.jipp.sync.session;

import id.jipp.sync.protocol.ProtocolLimits;

/**
 * How many bytes of files may be asked for and not yet kept: about what the line carried in the last second. So a full
 * pipe stays full, and what is said meanwhile waits a second at most behind what is under way.
 */
final class FileWindow {
    static final int BYTES_MIN = 8 * 1024;
    static final int BYTES_START = 64 * 1024;

    /**
     * What is under way when a line is cut comes again, so this bounds what a cut costs. Within what a peer answers at
     * once, {@link ProtocolLimits#FILE_BYTES_ASKED_MAX}.
     */
    static final int BYTES_MAX = 960 * 1024;

    /** The most it grows by in a second, so that one burst is not taken for a fast line. */
    private static final int GROWTH_MAX = 4;

    private static final int PIECES = 6;
    private static final int PIECE_BYTES_MIN = 2 * 1024;

    private int bytes = BYTES_START;
    private int underWay;
    private long came;
    private long askedThisSecond;
    private long bytesPerSecondMax = Long.MAX_VALUE;
    private boolean wasBusy;

    /** Once a second. */
    void tick(long perSecondMax) {
        if (wasBusy && underWay > 0) {
            if (came * 10 >= bytes * 11L) {
                bytes = (int) Math.min(BYTES_MAX, Math.min(came, (long) bytes * GROWTH_MAX));
            } else if (came * 10 < bytes * 8L) {
                bytes = (int) Math.max(BYTES_MIN, came);
            }
        }
        wasBusy = underWay > 0;
        came = 0;
        askedThisSecond = 0;
        bytesPerSecondMax = perSecondMax;
    }

    /** How many bytes may be asked for in one piece now; 0 for none. */
    int room() {
        int piece = Math.clamp(bytes / PIECES, PIECE_BYTES_MIN, ProtocolLimits.FILE_PIECE_BYTES_MAX);
        boolean fits = underWay + piece <= bytes || underWay == 0;
        return fits ? (int) Math.clamp(bytesPerSecondMax - askedThisSecond, 0, piece) : 0;
    }

    boolean isIdle() {
        return underWay == 0;
    }

    void asked(int pieceBytes) {
        underWay += pieceBytes;
        askedThisSecond += pieceBytes;
    }

    void came(int pieceBytes) {
        came += pieceBytes;
    }

    /** A piece that was asked for is kept, or is not wanted any more. */
    void done(int pieceBytes) {
        underWay -= pieceBytes;
    }
}
