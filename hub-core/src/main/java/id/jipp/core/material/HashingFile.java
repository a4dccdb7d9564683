package id.jipp.core.material;

import id.jipp.core.log.Hash;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a file's manifest while its bytes go by, in order, in pieces of any size. Not thread-safe.
 */
public final class HashingFile {
    private final MessageDigest file = sha256();
    private final MessageDigest chunk = sha256();
    private final List<Hash> chunks = new ArrayList<>();
    private long bytes;

    /** Takes the next bytes: the first {@code length} of the array. */
    public void add(byte[] piece, int length) {
        file.update(piece, 0, length);
        int from = 0;
        while (from < length) {
            int room = Manifest.CHUNK_BYTES - (int) (bytes % Manifest.CHUNK_BYTES);
            int part = Math.min(room, length - from);
            chunk.update(piece, from, part);
            from += part;
            bytes += part;
            if (part == room) {
                chunks.add(Hash.ofBytes(chunk.digest()));
            }
        }
    }

    public long bytes() {
        return bytes;
    }

    /** The hash of all that was added; ends the making. */
    Hash hash() {
        return Hash.ofBytes(file.digest());
    }

    /**
     * Ends the making.
     *
     * @throws IllegalArgumentException if nothing was added, or more than a file may have
     */
    public Manifest manifest() {
        if (bytes % Manifest.CHUNK_BYTES != 0) {
            chunks.add(Hash.ofBytes(chunk.digest()));
        }
        return new Manifest(hash(), bytes, chunks);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
