package id.jipp.core.material;

import java.io.IOException;

/** A file on its way here, filled piece by piece in any order. Thread-safe. */
public interface Arrival {
    Manifest manifest();

    /** How many of its bytes are here. */
    long arrived();

    /**
     * How many bytes of that chunk are here from its start, so that after a cut the rest is asked for and no more. The
     * chunk's size once it is here and right.
     */
    int arrivedOf(int chunk) throws IOException;

    /** What came of a piece. */
    enum Taken {
        /** Kept; the chunk is not whole yet. */
        MORE,
        /** The chunk is whole and right. */
        CHUNK,
        /** With this chunk the file is whole, checked and durable. */
        FILE,
        /** It does not join what is here of that chunk; nothing changed. */
        ELSEWHERE,
        /** The chunk is whole and its bytes are wrong; all of it is dropped and to be asked for again. */
        WRONG,
        /** Every chunk was what the manifest says, and together they are another file: all of it is dropped. */
        WRONG_FILE
    }

    /** Takes bytes of one chunk that follow what is here of it. */
    Taken take(int chunk, int offset, byte[] bytes) throws IOException;
}
