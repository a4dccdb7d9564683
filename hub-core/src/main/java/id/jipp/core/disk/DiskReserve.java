package id.jipp.core.disk;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * What stays free on the disk of a folder. What people and other hubs write is refused before the disk is full, so that
 * everything can still be read, and what was acknowledged can still be worked off. Thread-safe.
 */
public final class DiskReserve {
    static final long BYTES = 32L * 1024 * 1024;
    private static final int PROBE_BYTES = 64 * 1024;

    private final Path folder;
    private final LongSupplier usable;

    /** @param usable how many bytes this process may still write there */
    public DiskReserve(Path folder, LongSupplier usable) {
        this.folder = folder;
        this.usable = usable;
    }

    public static DiskReserve of(Path folder) {
        File file = folder.toFile();
        return new DiskReserve(folder, file::getUsableSpace);
    }

    /** Why nothing new is taken now, for the hub's operator; empty while there is room. */
    public Optional<String> trouble() {
        long free = usable.getAsLong();
        return free >= BYTES
                ? Optional.empty()
                : Optional.of("The disk of " + folder + " is full: " + free / 1024 / 1024 + " MB are free, and "
                        + BYTES / 1024 / 1024
                        + " MB must stay free. Nothing is lost and everything can be read; free some"
                        + " space, and writing goes on by itself");
    }

    /** Whether there is room and the disk takes a write and a sync; tried with a small file that is removed again. */
    public boolean takesWrites() {
        if (trouble().isPresent()) {
            return false;
        }
        Path probe = folder.resolve("probe");
        try (FileChannel file = FileChannel.open(probe, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            ByteBuffer zeros = ByteBuffer.allocate(PROBE_BYTES);
            while (zeros.hasRemaining()) {
                file.write(zeros);
            }
            file.force(true);
            Files.deleteIfExists(probe);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }
}
