package id.jipp.core.material;

import id.jipp.core.log.Hash;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a file's manifest while its bytes go by, in order, in pieces of any size. Not thread-safe.
 */
public final class HashingFile {
    private static final int COPY_BYTES = 256 * 1024;

    private final MessageDigest file = Hash.digest();
    private final MessageDigest chunk = Hash.digest();
    private final List<Hash> chunks = new ArrayList<>();
    private long bytes;

    /** Reads a whole file. */
    static HashingFile of(Path place) throws IOException {
        HashingFile hashing = new HashingFile();
        byte[] buffer = new byte[COPY_BYTES];
        try (InputStream in = Files.newInputStream(place)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                hashing.add(buffer, read);
            }
        }
        return hashing;
    }

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
}
