package id.jipp.core.disk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * How far a file has come, as a number, in a small file beside it; so that one which has gone back is noticed. It is
 * written after what it counts is on disk, and not waited for: after a power cut it may be behind, never ahead.
 * Thread-safe.
 */
public final class HighWater {
    private static final System.Logger LOG = System.getLogger(HighWater.class.getName());
    private static final int DIGITS_MAX = 18;
    private static final long PAUSE_NANOS = 1_000_000_000;

    private final Path file;
    private long marked;
    private long markedAt = System.nanoTime() - PAUSE_NANOS;

    public HighWater(Path file) {
        this.file = file;
        this.marked = read();
    }

    /** 0 where nothing is known. */
    public synchronized long marked() {
        return marked;
    }

    /** It has come so far. Written once a second at most; a file that goes back by less than that is not noticed. */
    public synchronized void raise(long reached) {
        if (reached > marked && System.nanoTime() - markedAt >= PAUSE_NANOS) {
            set(reached);
        }
    }

    /** It has come so far and is closed. */
    public synchronized void raiseLast(long reached) {
        if (reached > marked) {
            set(reached);
        }
    }

    private long read() {
        try {
            String text = Files.exists(file) && Files.size(file) <= DIGITS_MAX + 1
                    ? Files.readString(file, StandardCharsets.ISO_8859_1).strip()
                    : "";
            return text.matches("[0-9]{1," + DIGITS_MAX + "}") ? Long.parseLong(text) : 0;
        } catch (IOException unreadable) {
            return 0;
        }
    }

    /** It counts from here on, though it may have gone back. Tries to write that; the next time will do as well. */
    public synchronized void set(long reached) {
        marked = reached;
        markedAt = System.nanoTime();
        try {
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(fresh, reached + "\n", StandardCharsets.ISO_8859_1);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException full) {
            LOG.log(System.Logger.Level.DEBUG, () -> file + " could not be written: " + full);
        }
    }
}
