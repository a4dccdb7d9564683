package id.jipp.core.material;

import id.jipp.core.log.Hash;
import id.jipp.core.projection.Listeners;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Files in memory, for tests. Of what is on its way, a restart keeps whole chunks. */
public final class InMemoryBlobs implements Blobs {
    private final Map<Hash, byte[]> files = new LinkedHashMap<>();
    private final Map<Hash, Coming> arriving = new LinkedHashMap<>();
    private final Listeners<Hash> whole = new Listeners<>();

    /** What is left of these after the program ended, however it did. */
    public InMemoryBlobs afterRestart() {
        InMemoryBlobs left = new InMemoryBlobs();
        left.files.putAll(files);
        arriving.forEach((hash, coming) -> left.arriving.put(hash, left.new Coming(coming)));
        return left;
    }

    /** Puts a whole file here. */
    public synchronized Manifest put(byte[] bytes) {
        HashingFile hashing = new HashingFile();
        hashing.add(bytes, bytes.length);
        Manifest manifest = hashing.manifest();
        files.put(manifest.file(), bytes.clone());
        arriving.remove(manifest.file());
        whole.tell(manifest.file());
        return manifest;
    }

    /** Says that these bytes have that hash. */
    public synchronized void putAs(Hash file, byte[] bytes) {
        files.put(file, bytes);
    }

    @Override
    public synchronized boolean has(Hash file) {
        return files.containsKey(file);
    }

    @Override
    public Optional<Path> find(Hash file) {
        throw new UnsupportedOperationException("These files lie in no folder");
    }

    @Override
    public synchronized byte @Nullable [] read(Hash file, long offset, int bytesMax) {
        byte[] bytes = files.get(file);
        if (bytes == null || offset < 0 || offset >= bytes.length) {
            return null;
        }
        return Arrays.copyOfRange(bytes, (int) offset, (int) Math.min(bytes.length, offset + bytesMax));
    }

    @Override
    public synchronized Arrival arriving(Manifest manifest) {
        if (has(manifest.file())) {
            throw new IllegalStateException("The file is here already: " + manifest.file());
        }
        return arriving.compute(
                manifest.file(),
                (file, known) -> known != null && known.manifest().equals(manifest) ? known : new Coming(manifest));
    }

    @Override
    public synchronized long arrived(Hash file) {
        Coming coming = arriving.get(file);
        return coming == null ? 0 : coming.arrived();
    }

    @Override
    public void adopt(Path complete, Manifest manifest) throws IOException {
        put(Files.readAllBytes(complete));
        Files.delete(complete);
    }

    @Override
    public synchronized boolean remove(Hash file) {
        boolean wasOnItsWay = arriving.remove(file) != null;
        return files.remove(file) != null || wasOnItsWay;
    }

    @Override
    public synchronized void forEach(Consumer<Hash> each) {
        List.copyOf(files.keySet()).forEach(each);
    }

    @Override
    public synchronized boolean isIntact(Hash file) {
        byte[] bytes = files.get(file);
        return bytes != null && Hash.sha256(bytes).equals(file);
    }

    @Override
    public Runnable onWhole(Consumer<Hash> listener) {
        return whole.add(listener);
    }

    @Override
    public void close() {}

    private final class Coming implements Arrival {
        private final Manifest manifest;
        private final byte[] bytes;
        private final int[] here;

        Coming(Manifest manifest) {
            this.manifest = manifest;
            this.bytes = new byte[(int) manifest.bytes()];
            this.here = new int[manifest.chunks().size()];
        }

        Coming(Coming before) {
            this(before.manifest);
            for (int chunk = 0; chunk < here.length; chunk++) {
                if (before.here[chunk] == manifest.chunkBytes(chunk)) {
                    here[chunk] = before.here[chunk];
                    System.arraycopy(before.bytes, start(chunk), bytes, start(chunk), here[chunk]);
                }
            }
        }

        private static int start(int chunk) {
            return chunk * Manifest.CHUNK_BYTES;
        }

        @Override
        public Manifest manifest() {
            return manifest;
        }

        @Override
        public long arrived() {
            return Arrays.stream(here).asLongStream().sum();
        }

        @Override
        public int arrivedOf(int chunk) {
            return here[chunk];
        }

        @Override
        public Taken take(int chunk, int offset, byte[] piece) {
            if (chunk < 0
                    || chunk >= here.length
                    || piece.length == 0
                    || offset != here[chunk]
                    || piece.length > manifest.chunkBytes(chunk) - offset) {
                return Taken.ELSEWHERE;
            }
            System.arraycopy(piece, 0, bytes, start(chunk) + offset, piece.length);
            here[chunk] += piece.length;
            if (here[chunk] < manifest.chunkBytes(chunk)) {
                return Taken.MORE;
            }
            byte[] whole = Arrays.copyOfRange(bytes, start(chunk), start(chunk) + here[chunk]);
            if (!Hash.sha256(whole).equals(manifest.chunks().get(chunk))) {
                here[chunk] = 0;
                return Taken.WRONG;
            }
            return arrived() < manifest.bytes() ? Taken.CHUNK : wholeFile();
        }

        private Taken wholeFile() {
            if (!Hash.sha256(bytes).equals(manifest.file())) {
                Arrays.fill(here, 0);
                return Taken.WRONG_FILE;
            }
            put(bytes);
            return Taken.FILE;
        }
    }
}
