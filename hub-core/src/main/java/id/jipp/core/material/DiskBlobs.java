package id.jipp.core.material;

import id.jipp.core.disk.DiskReserve;
import id.jipp.core.disk.FolderFormat;
import id.jipp.core.log.Hash;
import id.jipp.core.projection.Listeners;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Files in a folder: each whole one at {@code ab/cd/<hash>}, each one on its way at {@code arriving/<hash>}. A file is
 * moved to its place in one step, after its bytes are on disk; so what is in its place is whole, also after a crash.
 */
public final class DiskBlobs implements Blobs {
    private static final int HEX_CHARS = Hash.BYTES * 2;

    private final Path folder;
    private final Path arriving;
    private final DiskReserve disk;
    private final Map<Hash, DiskArrival> arrivals = new HashMap<>();
    private final DiskArrival.End end = new Ended();
    private final Listeners<Hash> whole = new Listeners<>();

    private DiskBlobs(Path folder, DiskReserve disk) {
        this.folder = folder;
        this.arriving = folder.resolve("arriving");
        this.disk = disk;
    }

    /**
     * The files in that folder, which is made if it is not there.
     *
     * @param disk asked before anything is written, so that files never take the last of the disk
     * @throws IllegalStateException if what lies there has another format
     */
    public static DiskBlobs open(Path folder, DiskReserve disk) throws IOException {
        FolderFormat format = new FolderFormat(folder, "jipp-files 1");
        boolean wasThere = format.isThere();
        DiskBlobs blobs = new DiskBlobs(folder, disk);
        Files.createDirectories(blobs.arriving);
        if (!wasThere) {
            format.write();
        }
        return blobs;
    }

    @Override
    public boolean has(Hash file) {
        return Files.exists(place(file));
    }

    @Override
    public Optional<Path> find(Hash file) {
        Path place = place(file);
        return Files.exists(place) ? Optional.of(place) : Optional.empty();
    }

    @Override
    public byte @Nullable [] read(Hash file, long offset, int bytesMax) throws IOException {
        Path place = place(file);
        if (offset < 0 || bytesMax < 1 || !Files.exists(place)) {
            return null;
        }
        try (RandomAccessFile in = new RandomAccessFile(place.toFile(), "r")) {
            long left = in.length() - offset;
            if (left <= 0) {
                return null;
            }
            byte[] bytes = new byte[(int) Math.min(bytesMax, left)];
            in.seek(offset);
            in.readFully(bytes);
            return bytes;
        }
    }

    @Override
    public Arrival arriving(Manifest manifest) throws IOException {
        synchronized (arrivals) {
            DiskArrival known = arrivals.get(manifest.file());
            if (known != null && known.manifest().equals(manifest)) {
                return known;
            }
            if (known != null) {
                // Said otherwise of the same file: what is here of it is looked at anew, chunk by chunk.
                known.closeQuietly();
            }
            if (has(manifest.file())) {
                throw new IllegalStateException("The file is here already: " + manifest.file());
            }
            DiskArrival fresh = new DiskArrival(manifest, part(manifest.file()), disk, end);
            arrivals.put(manifest.file(), fresh);
            return fresh;
        }
    }

    private final class Ended implements DiskArrival.End {
        @Override
        public void settle(DiskArrival arrival) throws IOException {
            Hash file = arrival.manifest().file();
            moveIn(part(file), file);
            forget(arrival);
            whole.tell(file);
        }

        @Override
        public void lose(DiskArrival arrival) {
            arrival.closeQuietly();
            forget(arrival);
        }

        private void forget(DiskArrival arrival) {
            synchronized (arrivals) {
                arrivals.remove(arrival.manifest().file(), arrival);
            }
        }
    }

    @Override
    public long arrived(Hash file) {
        synchronized (arrivals) {
            DiskArrival known = arrivals.get(file);
            return known == null ? 0 : known.arrived();
        }
    }

    @Override
    public void adopt(Path complete, Manifest manifest) throws IOException {
        if (has(manifest.file())) {
            Files.deleteIfExists(complete);
            return;
        }
        try (FileChannel bytes = FileChannel.open(complete, StandardOpenOption.WRITE)) {
            bytes.force(true);
        }
        moveIn(complete, manifest.file());
        dropArrival(manifest.file());
        whole.tell(manifest.file());
    }

    private void moveIn(Path from, Hash file) throws IOException {
        Path place = place(file);
        Path near = parent(place);
        Path far = parent(near);
        Files.createDirectories(near);
        Files.move(from, place, StandardCopyOption.ATOMIC_MOVE);
        force(near);
        force(far);
        force(folder);
    }

    private static Path parent(Path path) {
        Path parent = path.getParent();
        if (parent == null) {
            throw new IllegalStateException("A file lies in a folder: " + path);
        }
        return parent;
    }

    /** Makes a folder's list of files durable. */
    private static void force(Path directory) throws IOException {
        try (FileChannel list = FileChannel.open(directory, StandardOpenOption.READ)) {
            list.force(true);
        }
    }

    @Override
    public boolean remove(Hash file) throws IOException {
        boolean wasOnItsWay = dropArrival(file);
        return Files.deleteIfExists(place(file)) || wasOnItsWay;
    }

    private boolean dropArrival(Hash file) throws IOException {
        DiskArrival arrival;
        synchronized (arrivals) {
            arrival = arrivals.remove(file);
        }
        if (arrival != null) {
            arrival.close();
        }
        return Files.deleteIfExists(part(file));
    }

    @Override
    public void forEach(Consumer<Hash> each) throws IOException {
        try (Stream<Path> found = Files.find(folder, 3, (path, attributes) -> attributes.isRegularFile())) {
            found.filter(path -> isPlaceOf(path)).forEach(path -> each.accept(hashOf(path)));
        }
    }

    private boolean isPlaceOf(Path path) {
        String name = path.getFileName().toString();
        return name.matches("[0-9a-f]{" + HEX_CHARS + "}") && path.equals(place(hashOf(path)));
    }

    private static Hash hashOf(Path path) {
        return Hash.parse(path.getFileName().toString());
    }

    @Override
    public boolean isIntact(Hash file) throws IOException {
        return HashingFile.of(place(file)).hash().equals(file);
    }

    @Override
    public Runnable onWhole(Consumer<Hash> listener) {
        return whole.add(listener);
    }

    private Path place(Hash file) {
        String name = file.toString();
        return folder.resolve(name.substring(0, 2))
                .resolve(name.substring(2, 4))
                .resolve(name);
    }

    private Path part(Hash file) {
        return arriving.resolve(file.toString());
    }

    @Override
    public void close() {
        synchronized (arrivals) {
            arrivals.values().forEach(DiskArrival::closeQuietly);
            arrivals.clear();
        }
    }
}
