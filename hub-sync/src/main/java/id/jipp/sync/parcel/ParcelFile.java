package id.jipp.sync.parcel;

import id.jipp.core.outcome.Outcome;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** A parcel in a place on disk: written beside it, synced, then moved there in one step. */
public final class ParcelFile {
    private static final int BUFFER_BYTES = 256 * 1024;

    private ParcelFile() {}

    /** Writes a whole parcel, or refuses to. */
    @FunctionalInterface
    public interface Writing<T> {
        Outcome<T> to(OutputStream out) throws IOException;
    }

    /** Whether nothing is there, or a parcel. */
    public static boolean mayWriteTo(Path place) throws IOException {
        if (!Files.exists(place)) {
            return true;
        }
        if (!Files.isRegularFile(place)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(place)) {
            return Arrays.equals(in.readNBytes(ParcelRecord.MAGIC.length), ParcelRecord.MAGIC);
        }
    }

    /**
     * Begins anew what broke off before; a parcel that lay there is gone only once the new one is whole and on the disk.
     *
     * @throws IOException where the disk refuses, or what is written breaks off; then nothing new is in that place
     */
    public static <T> Outcome<T> write(Path place, Writing<T> writing) throws IOException {
        Path target = place.toAbsolutePath();
        Path part = target.resolveSibling(target.getFileName() + ".part");
        Outcome<T> outcome;
        try (FileChannel file = FileChannel.open(
                        part,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE);
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(file), BUFFER_BYTES)) {
            outcome = writing.to(out);
            out.flush();
            file.force(true);
        } catch (IOException | RuntimeException broken) {
            Files.deleteIfExists(part);
            throw broken;
        }
        if (outcome instanceof Outcome.Refused) {
            Files.deleteIfExists(part);
            return outcome;
        }
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel folder = FileChannel.open(target.resolveSibling("."), StandardOpenOption.READ)) {
            folder.force(true);
        }
        return outcome;
    }
}
