package id.jipp.core.store;

import id.jipp.core.disk.HighWater;
import id.jipp.core.disk.SteadyFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/** A store file that nobody has open, written anew: what was removed from it is then nowhere in it. */
final class WrittenAnew {
    private static final int CACHE_MEGABYTES = 16;
    private static final int COMMIT_ENTRIES = 2_000;

    private WrittenAnew() {}

    /** Puts the new one in its place; after a crash either is there, whole. */
    static void write(Path file) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".anew");
        Files.deleteIfExists(fresh);
        try (MVStore from = SteadyFiles.store(SteadyFiles.nameOf(file), CACHE_MEGABYTES);
                MVStore to = SteadyFiles.store(SteadyFiles.nameOf(fresh), CACHE_MEGABYTES)) {
            for (String name : from.getMapNames()) {
                copy(from.openMap(name, StoredTypes.of(name)), to.openMap(name, StoredTypes.of(name)), to);
            }
            to.commit();
            to.sync();
            HighWater reached = new HighWater(file.resolveSibling(file.getFileName() + ".reached"));
            if (reached.marked() > 0) {
                reached.set(0);
            }
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void copy(MVMap<Object, Object> from, MVMap<Object, Object> to, MVStore store) {
        Cursor<Object, Object> all = from.cursor(null);
        for (long i = 1; all.hasNext(); i++) {
            Object key = all.next();
            to.append(key, all.getValue());
            if (i % COMMIT_ENTRIES == 0) {
                store.commit();
            }
        }
    }
}
