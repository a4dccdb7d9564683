package id.jipp.core.material;

import id.jipp.core.log.Hash;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which files stay: those that some material is, and those that are just becoming one. All else is removed. Thread-safe.
 */
final class Custody {
    private static final System.Logger LOG = System.getLogger(Custody.class.getName());

    private final Blobs blobs;
    private final Shelf shelf;
    private final Set<Hash> coming = new HashSet<>();

    Custody(Blobs blobs, Shelf shelf) {
        this.blobs = blobs;
        this.shelf = shelf;
    }

    /** Takes a file that is about to become a material's; it stays until {@link #settled}. */
    void take(Path complete, Manifest manifest) throws IOException {
        synchronized (coming) {
            coming.add(manifest.file());
        }
        blobs.adopt(complete, manifest);
    }

    /** The shelf knows what the file is for. */
    void settled(Hash file) {
        synchronized (coming) {
            coming.remove(file);
        }
    }

    /** Removes a file, whole or on its way, that no material is any more. */
    void collect(Hash file) {
        synchronized (coming) {
            if (!coming.contains(file) && shelf.of(file).isEmpty()) {
                try {
                    blobs.remove(file);
                } catch (IOException stays) {
                    LOG.log(System.Logger.Level.WARNING, "A file that nobody needs could not be removed", stays);
                }
            }
        }
    }

    /** Removes every whole file that no material is: of a stop between a file's coming and what was said of it. */
    void collectAll() throws IOException {
        List<Hash> all = new ArrayList<>();
        blobs.forEach(all::add);
        all.forEach(this::collect);
    }
}
