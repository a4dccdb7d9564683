package id.jipp.core.store;

import id.jipp.core.disk.SteadyFiles;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreTool;

/**
 * A store file of which not all can be read, taken back to the newest state in it that can. Older states stay in a file
 * until their place is needed, so that is mostly the one a moment before.
 */
final class LastGoodState {
    private static final int STATES_TRIED_MAX = 50;

    private LastGoodState() {}

    /** Whether everything in it can be read. */
    static boolean isWhole(MVStore store) {
        try {
            for (String name : store.getMapNames()) {
                Cursor<Object, Object> all =
                        store.openMap(name, StoredTypes.of(name)).cursor(null);
                while (all.hasNext()) {
                    all.next();
                }
            }
            return true;
        } catch (RuntimeException torn) {
            return false;
        }
    }

    /**
     * Puts the newest good state in the file's place.
     *
     * @param torn what the file is then called
     * @return whether there was one; if not, the file is as it was
     */
    static boolean restore(Path file, Path torn) throws IOException {
        Path state = file.resolveSibling(file.getFileName() + ".temp");
        try {
            long upTo = Long.MAX_VALUE;
            for (int i = 0; i < STATES_TRIED_MAX && upTo > 0; i++) {
                long version = MVStoreTool.rollback(file.toString(), upTo, Writer.nullWriter());
                if (isWhole(state)) {
                    Files.move(file, torn);
                    Files.move(state, file, StandardCopyOption.ATOMIC_MOVE);
                    return true;
                }
                upTo = Math.min(version, upTo) - 1;
            }
            return false;
        } catch (RuntimeException nothingIsLeft) {
            return false;
        } finally {
            Files.deleteIfExists(state);
        }
    }

    private static boolean isWhole(Path file) {
        try (MVStore store = new MVStore.Builder()
                .fileName(SteadyFiles.nameOf(file))
                .readOnly()
                .open()) {
            return !store.getMapNames().isEmpty() && isWhole(store);
        } catch (RuntimeException torn) {
            return false;
        }
    }
}
