package id.jipp.core.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * The file {@code format} beside the log, which says which version of this program's forms lies there. It is written
 * once the log's file is on disk, so where it is, a log was; where it is not, nothing was ever acknowledged.
 */
final class LogFormat {
    private static final String OURS = "jipp-log 1";

    private LogFormat() {}

    /**
     * Whether a log was there before.
     *
     * @throws IllegalStateException naming both versions if what lies there is of another one; nothing is touched
     */
    static boolean isThere(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve("format");
        if (!Files.exists(file)) {
            return false;
        }
        String came = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).strip();
        if (!came.equals(OURS)) {
            throw new IllegalStateException("The log in " + folder + " has the format " + Shown.text(came)
                    + "; this program reads \"" + OURS + "\". Use the program that wrote it, or a newer one.");
        }
        return true;
    }

    /** Makes the folder's own list of files durable too, the log's among them. */
    static void write(Path folder) throws IOException {
        Path fresh = folder.resolve("format.new");
        try (FileChannel out = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            out.write(ByteBuffer.wrap((OURS + "\n").getBytes(StandardCharsets.US_ASCII)));
            out.force(true);
        }
        Files.move(fresh, folder.resolve("format"), StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }
}
