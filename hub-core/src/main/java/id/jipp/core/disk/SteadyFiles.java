package id.jipp.core.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
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

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new SteadyFile(Path.of(unwrap().toString()), mode);
    }
}
