package id.jipp.core.disk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * How far a file has come, as a number that only grows, in a small file beside it; so that one which has gone back is
 * noticed. It is written after what it counts is on disk, and not waited for: after a power cut it may be behind, never
 * ahead.
 */
public final class HighWater {
    private static final System.Logger LOG = System.getLogger(HighWater.class.getName());
    private static final int DIGITS_MAX = 18;

    private final Path file;

    public HighWater(Path file) {
        this.file = file;
    }

    /** 0 where nothing is known. */
    public long read() {
        try {
            String text = Files.exists(file) && Files.size(file) <= DIGITS_MAX + 1
                    ? Files.readString(file, StandardCharsets.ISO_8859_1).strip()
                    : "";
            return text.matches("[0-9]{1," + DIGITS_MAX + "}") ? Long.parseLong(text) : 0;
        } catch (IOException unreadable) {
            return 0;
        }
    }

    /** Tries to; the next time will do as well. */
    public void write(long reached) {
        try {
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(fresh, reached + "\n", StandardCharsets.ISO_8859_1);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException full) {
            LOG.log(System.Logger.Level.DEBUG, () -> file + " could not be written: " + full);
        }
    }
}
