package id.jipp.core.disk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * The file {@code format} in a folder, which says which version of this program's forms lies there. It is written once
 * the folder's other files are on disk, so where it is, they were; where it is not, nothing was ever acknowledged.
 */
public final class FolderFormat {
    private static final int CHARS_MAX = 64;

    private final Path folder;
    private final String ours;

    /** @param ours what this program writes, for example {@code jipp-log 1} */
    public FolderFormat(Path folder, String ours) {
        this.folder = folder;
        this.ours = ours;
    }

    /**
     * Whether the files were there before. Makes the folder.
     *
     * @throws IllegalStateException naming both versions if what lies there is of another one; nothing is touched
     */
    public boolean isThere() throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve("format");
        if (!Files.exists(file)) {
            return false;
        }
        String came;
        try (InputStream in = Files.newInputStream(file)) {
            came = new String(in.readNBytes(CHARS_MAX), StandardCharsets.ISO_8859_1).strip();
        }
        if (!came.equals(ours)) {
            throw new IllegalStateException("The folder " + folder + " has the format \""
                    + came.replaceAll("\\p{Cntrl}", "?") + "\"; this program reads \"" + ours
                    + "\". Use the program that wrote it, or a newer one.");
        }
        return true;
    }

    /** Makes the folder's own list of files durable too. */
    public void write() throws IOException {
        Path fresh = folder.resolve("format.new");
        try (FileChannel out = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            out.write(ByteBuffer.wrap((ours + "\n").getBytes(StandardCharsets.US_ASCII)));
            out.force(true);
        }
        Files.move(fresh, folder.resolve("format"), StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }
}
