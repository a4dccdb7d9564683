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
final class ParcelFile {
    private static final int BUFFER_BYTES = 256 * 1024;

    private ParcelFile() {}

    /** Writes a parcel. */
    @FunctionalInterface
    interface Writing {
        Outcome<ParcelMade> to(OutputStream out) throws IOException;
    }

    /** Nothing is there, or a parcel. */
    static boolean mayWriteTo(Path place) throws IOException {
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

    static Outcome<ParcelMade> write(Path place, Writing writing) throws IOException {
        Path target = place.toAbsolutePath();
        Path part = target.resolveSibling(target.getFileName() + ".part");
        Outcome<ParcelMade> outcome;
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
