package id.jipp.core.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * Files that stay open when a thread that reads them is interrupted. A plain {@link FileChannel} closes itself for
 * everyone then, and with it the whole store.
 */
public final class SteadyFiles extends FilePathWrapper {
    private static final String SCHEME = "steady";

    static {
        FilePath.register(new SteadyFiles());
    }

    /** The name by which an MVStore opens that file steadily. */
    public static String nameOf(Path file) {
        return SCHEME + ":" + file.toAbsolutePath();
    }

    /**
     * Opens or makes a store in the file of that name, which is on disk as it was when its owner last committed: without
     * its own commits, neither by time nor, in the middle of a write, whenever so much is unsaved.
     *
     * @param cacheMegabytes how much of what was read it may hold
     * @throws org.h2.mvstore.MVStoreException if the file is open elsewhere, or cannot be read as a store
     */
    public static MVStore store(String fileName, int cacheMegabytes) {
        try {
            return new MVStore.Builder()
                    .fileName(fileName)
                    .autoCommitDisabled()
                    .autoCommitBufferSize(0)
                    .cacheSize(cacheMegabytes)
                    .open();
        } catch (AssertionError damaged) {
            // Where assertions are on, H2 finds some damage by them.
            throw DataUtils.newMVStoreException(DataUtils.ERROR_FILE_CORRUPT, "{0} is damaged", fileName, damaged);
        }
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new SteadyFile(Path.of(unwrap().toString()), mode);
    }
}
