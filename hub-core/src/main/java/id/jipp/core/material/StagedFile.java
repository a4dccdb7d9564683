package id.jipp.core.material;

import id.jipp.core.disk.DiskReserve;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.function.LongConsumer;

/** An upload's bytes on disk. One writer at a time. */
final class StagedFile {
    private static final int BUFFER_BYTES = 256 * 1024;

    /** So much is acknowledged at once at most: what a stop in the middle of a long piece costs. */
    private static final long FORCE_BYTES = 8L * 1024 * 1024;

    private final Path path;
    private final DiskReserve disk;

    StagedFile(Path path, DiskReserve disk) {
        this.path = path;
        this.disk = disk;
    }

    /**
     * Writes what comes behind the first {@code offset} bytes, until it ends or the file has {@code bytesMax}. What lay
     * behind the offset was never acknowledged and is written over.
     *
     * @param forced hears up to where everything is on disk
     * @return false if the disk takes no more; what was heard of is there
     * @throws IOException if the source breaks off; what came before that is on disk and was heard of
     */
    boolean append(long offset, long bytesMax, InputStream source, LongConsumer forced) throws IOException {
        try (RandomAccessFile file = open()) {
            return new Writing(file, offset, forced).all(source, bytesMax);
        } catch (NotWritten full) {
            return false;
        }
    }

    private RandomAccessFile open() {
        try {
            return new RandomAccessFile(path.toFile(), "rw");
        } catch (IOException refused) {
            throw new NotWritten(refused);
        }
    }

    /** The disk refuses; in contrast to the source. */
    private static final class NotWritten extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotWritten(IOException full) {
            super(full);
        }
    }

    private final class Writing {
        private final RandomAccessFile file;
        private final LongConsumer heard;
        private long reached;
        private long forced;

        Writing(RandomAccessFile file, long offset, LongConsumer heard) {
            this.file = file;
            this.heard = heard;
            this.reached = offset;
            this.forced = offset;
        }

        boolean all(InputStream source, long bytesMax) throws IOException {
            begin();
            byte[] buffer = new byte[BUFFER_BYTES];
            try {
                while (reached < bytesMax) {
                    int read = source.read(buffer, 0, (int) Math.min(buffer.length, bytesMax - reached));
                    if (read < 0) {
                        break;
                    }
                    if (disk.trouble().isPresent()) {
                        return false;
                    }
                    write(buffer, read);
                }
                return true;
            } finally {
                force();
            }
        }

        private void begin() {
            try {
                file.setLength(reached);
                file.seek(reached);
            } catch (IOException refused) {
                throw new NotWritten(refused);
            }
        }

        private void write(byte[] buffer, int length) {
            try {
                file.write(buffer, 0, length);
            } catch (IOException full) {
                throw new NotWritten(full);
            }
            reached += length;
            if (reached - forced >= FORCE_BYTES) {
                force();
            }
        }

        private void force() {
            if (reached == forced) {
                return;
            }
            try {
                file.getFD().sync();
            } catch (IOException failed) {
                // what is on disk is not known: nothing of it is acknowledged
                reached = forced;
                throw new NotWritten(failed);
            }
            forced = reached;
            heard.accept(reached);
        }
    }
}
