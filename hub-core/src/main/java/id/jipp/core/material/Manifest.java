package id.jipp.core.material;

import id.jipp.core.log.Hash;
import java.util.List;

/**
 * What a file is made of. It stands in the signed entry that tells of the file, so that every piece of it can be checked
 * when it comes, whoever brings it.
 *
 * @param file SHA-256 over the whole file; its name everywhere
 * @param bytes its size, 1 to {@link #FILE_BYTES_MAX}
 * @param chunks SHA-256 of each {@link #CHUNK_BYTES} of it, in order; the last one may be shorter
 */
public record Manifest(Hash file, long bytes, List<Hash> chunks) {
    public static final int CHUNK_BYTES = 1024 * 1024;
    public static final long FILE_BYTES_MAX = 2L * 1024 * 1024 * 1024;

    /** @throws IllegalArgumentException naming what was expected and what came */
    public Manifest {
        if (bytes < 1 || bytes > FILE_BYTES_MAX) {
            throw new IllegalArgumentException("A file has 1 to " + FILE_BYTES_MAX + " bytes; came: " + bytes);
        }
        if (chunks.size() != chunksIn(bytes)) {
            throw new IllegalArgumentException(
                    bytes + " bytes are " + chunksIn(bytes) + " chunks; came: " + chunks.size());
        }
        chunks = List.copyOf(chunks);
    }

    public static int chunksIn(long bytes) {
        return (int) ((bytes + CHUNK_BYTES - 1) / CHUNK_BYTES);
    }

    /** How many bytes that chunk has. */
    public int chunkBytes(int chunk) {
        return (int) Math.min(CHUNK_BYTES, bytes - (long) chunk * CHUNK_BYTES);
    }
}
