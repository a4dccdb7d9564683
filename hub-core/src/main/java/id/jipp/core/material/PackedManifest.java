package id.jipp.core.material;

import id.jipp.core.log.Hash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** A manifest as it stands in an entry: the hashes of its chunks one after the other, in base64. */
final class PackedManifest {
    private PackedManifest() {}

    static String chunks(Manifest manifest) {
        byte[] all = new byte[manifest.chunks().size() * Hash.BYTES];
        for (int i = 0; i < manifest.chunks().size(); i++) {
            System.arraycopy(manifest.chunks().get(i).toBytes(), 0, all, i * Hash.BYTES, Hash.BYTES);
        }
        return Base64.getEncoder().encodeToString(all);
    }

    /** Empty if that is no manifest: a size no file has, or not as many chunks as it has. */
    static Optional<Manifest> read(String file, long bytes, String chunks) {
        if (bytes < 1
                || bytes > Manifest.FILE_BYTES_MAX
                || chunks.length() != base64Chars(Manifest.chunksIn(bytes) * Hash.BYTES)) {
            return Optional.empty();
        }
        try {
            byte[] all = Base64.getDecoder().decode(chunks);
            List<Hash> hashes = new ArrayList<>();
            for (int from = 0; from < all.length; from += Hash.BYTES) {
                hashes.add(Hash.ofBytes(Arrays.copyOfRange(all, from, from + Hash.BYTES)));
            }
            return Optional.of(new Manifest(Hash.parse(file), bytes, hashes));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static int base64Chars(int bytes) {
        return (bytes + 2) / 3 * 4;
    }
}
