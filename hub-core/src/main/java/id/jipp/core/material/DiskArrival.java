package id.jipp.core.material;

import id.jipp.core.disk.DiskReserve;
import id.jipp.core.log.Hash;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * A file on its way, in a file of its own. Which chunks are here is told by their bytes alone: after a start each is
 * hashed again, so nothing beside the bytes can be wrong. That is done when somebody first asks, on their thread.
 */
final class DiskArrival implements Arrival {
    /** After so many new bytes they are forced to disk, while more come in, so that the last force is short. */
    private static final long FORCE_BYTES = 32L * 1024 * 1024;

    private final Manifest manifest;
    private final RandomAccessFile file;
    private final DiskReserve disk;
    private final End end;
    private final BitSet right;
    private final int[] partial;
    private final MessageDigest wholeFile = Hash.digest();
    private int hashedChunks;
    private long unforced;
    private FutureTask<Boolean> forcing = forced();
    private boolean looked;
    private boolean closed;
    private volatile long arrived;

    /** How it ends; called with this arrival's lock held. */
    interface End {
        /** All bytes are right and on disk. */
        void settle(DiskArrival arrival) throws IOException;

        /** The disk failed: what is really there must be looked at anew, by another object. */
        void lose(DiskArrival arrival);
    }

    DiskArrival(Manifest manifest, Path part, DiskReserve disk, End end) throws IOException {
        this.manifest = manifest;
        this.disk = disk;
        this.end = end;
        this.right = new BitSet(manifest.chunks().size());
        this.partial = new int[manifest.chunks().size()];
        this.file = new RandomAccessFile(part.toFile(), "rw");
    }

    private void look() throws IOException {
        if (looked || closed) {
            return;
        }
        looked = true;
        if (file.length() > manifest.bytes()) {
            file.setLength(0);
        }
        findChunks();
        if (right.cardinality() == partial.length) {
            wholeFile();
        }
    }

    private void findChunks() throws IOException {
        for (int chunk = 0; chunk < manifest.chunks().size() && start(chunk) < file.length(); chunk++) {
            int wanted = manifest.chunkBytes(chunk);
            if (start(chunk) + wanted <= file.length() && isRight(chunk, bytesOf(chunk, wanted))) {
                right.set(chunk);
                here(chunk, wanted);
            }
        }
    }

    private void here(int chunk, int bytes) {
        arrived += bytes - partial[chunk];
        partial[chunk] = bytes;
    }

    private static long start(int chunk) {
        return (long) chunk * Manifest.CHUNK_BYTES;
    }

    private byte[] bytesOf(int chunk, int count) throws IOException {
        byte[] bytes = new byte[count];
        file.seek(start(chunk));
        file.readFully(bytes);
        return bytes;
    }

    private boolean isRight(int chunk, byte[] bytes) {
        return Hash.sha256(bytes).equals(manifest.chunks().get(chunk));
    }

    @Override
    public Manifest manifest() {
        return manifest;
    }

    @Override
    public long arrived() {
        return arrived;
    }

    @Override
    public synchronized int arrivedOf(int chunk) throws IOException {
        try {
            look();
            return partial[chunk];
        } catch (IOException failed) {
            end.lose(this);
            throw failed;
        }
    }

    @Override
    public synchronized Taken take(int chunk, int offset, byte[] bytes) throws IOException {
        try {
            look();
            return taken(chunk, offset, bytes);
        } catch (IOException failed) {
            end.lose(this);
            throw failed;
        }
    }

    private Taken taken(int chunk, int offset, byte[] bytes) throws IOException {
        if (closed
                || chunk < 0
                || chunk >= partial.length
                || bytes.length == 0
                || right.get(chunk)
                || offset != partial[chunk]
                || bytes.length > manifest.chunkBytes(chunk) - offset) {
            return Taken.ELSEWHERE;
        }
        Optional<String> full = disk.trouble();
        if (full.isPresent()) {
            throw new IOException(full.get());
        }
        file.seek(start(chunk) + offset);
        file.write(bytes);
        here(chunk, offset + bytes.length);
        unforced += bytes.length;
        return partial[chunk] == manifest.chunkBytes(chunk) ? wholeChunk(chunk) : Taken.MORE;
    }

    private Taken wholeChunk(int chunk) throws IOException {
        byte[] bytes = bytesOf(chunk, manifest.chunkBytes(chunk));
        if (!isRight(chunk, bytes)) {
            here(chunk, 0);
            return Taken.WRONG;
        }
        right.set(chunk);
        if (chunk == hashedChunks) {
            wholeFile.update(bytes);
            hashedChunks++;
        }
        if (right.cardinality() == partial.length) {
            return wholeFile();
        }
        if (unforced >= FORCE_BYTES) {
            awaitForced();
            unforced = 0;
            forcing = new FutureTask<>(this::sync);
            Thread.ofVirtual().name("file-sync").start(forcing);
        }
        return Taken.CHUNK;
    }

    /** The chunks are what the manifest says; whether it told the truth of the whole is seen only now. */
    private Taken wholeFile() throws IOException {
        while (hashedChunks < partial.length) {
            wholeFile.update(bytesOf(hashedChunks, manifest.chunkBytes(hashedChunks)));
            hashedChunks++;
        }
        hashedChunks = 0;
        if (!Hash.ofBytes(wholeFile.digest()).equals(manifest.file())) {
            right.clear();
            Arrays.fill(partial, 0);
            arrived = 0;
            file.setLength(0);
            return Taken.WRONG_FILE;
        }
        awaitForced();
        sync();
        close();
        end.settle(this);
        return Taken.FILE;
    }

    private static FutureTask<Boolean> forced() {
        FutureTask<Boolean> nothing = new FutureTask<>(() -> true);
        nothing.run();
        return nothing;
    }

    private boolean sync() throws IOException {
        file.getFD().sync();
        return true;
    }

    /** @throws IOException if what was written before may not be on disk; a later sync would not tell */
    private void awaitForced() throws IOException {
        try {
            forcing.get();
        } catch (ExecutionException failed) {
            throw new IOException("The disk did not take what came of a file", failed.getCause());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while a file was synced");
        }
    }

    synchronized void close() throws IOException {
        closed = true;
        file.close();
    }

    void closeQuietly() {
        try {
            close();
        } catch (IOException lost) {
            System.getLogger(DiskArrival.class.getName())
                    .log(System.Logger.Level.DEBUG, "A file on its way could not be closed", lost);
        }
    }
}
