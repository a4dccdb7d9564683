package id.jipp.core.material;

import id.jipp.core.log.Hash;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of files, each under its own hash. What is here is whole and was checked; what is on its way is kept apart
 * until it is. Thread-safe.
 *
 * <p>What the disk refuses throws {@link IOException}; nothing half-written is then here.
 */
public interface Blobs extends AutoCloseable {
    boolean has(Hash file);

    /** Where the whole file lies, for reading only; empty if it is not here. */
    Optional<Path> find(Hash file);

    /** Bytes of a file that is here, fewer only at its end; null if it is not here, or has no such place. */
    byte @Nullable [] read(Hash file, long offset, int bytesMax) throws IOException;

    /**
     * The file on its way, one object for all who ask, from what came before a cut or a restart. Whole chunks that were
     * here before are still, and are checked again.
     *
     * @throws IllegalStateException if the file is here already
     */
    Arrival arriving(Manifest manifest) throws IOException;

    /** How many bytes of a file on its way are here; 0 for one that is not on its way. */
    long arrived(Hash file);

    /**
     * Takes a whole file from a place on the same disk; durable on return, and gone from that place. One that is here
     * already is only removed there.
     *
     * @param complete a file that is exactly what the manifest says; it was just checked
     */
    void adopt(Path complete, Manifest manifest) throws IOException;

    /** Removes a file, whole or on its way. @return whether there was one */
    boolean remove(Hash file) throws IOException;

    /** Every file that is here whole, in no order. */
    void forEach(Consumer<Hash> each) throws IOException;

    /** Reads a whole file and says whether its bytes still have its hash. */
    boolean isIntact(Hash file) throws IOException;

    /** Hears of each file that has become whole here; quick, on any thread. @return ends that */
    Runnable onWhole(Consumer<Hash> listener);

    @Override
    void close();
}
