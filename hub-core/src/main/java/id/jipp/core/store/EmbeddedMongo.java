package id.jipp.core.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import id.jipp.core.disk.FolderFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A MongoDB-compatible server inside this process, on a free loopback port. Its two databases lie in two files, {@code
 * derived.mv} and {@code kept.mv}, each committed and synced by {@link StoreFile}. The port has no password: whoever
 * may run programs on this machine can read it, as with a development {@code mongod}; on a shared machine use a replica
 * set with accounts.
 */
final class EmbeddedMongo implements AutoCloseable {
    static final String DERIVED = "derived";
    static final String KEPT = "kept";

    private final Map<String, StoreFile> files;
    private final MongoServer server;
    private final String uri;

    private EmbeddedMongo(Map<String, StoreFile> files) {
        this.files = files;
        this.server = new MongoServer(new TwoFiles());
        this.uri = server.bindAndGetConnectionString();
    }

    static EmbeddedMongo in(Path folder) {
        FolderFormat format = new FolderFormat(folder, "jipp-store 1");
        try {
            boolean wasThere = format.isThere();
            StoreFile derived = StoreFile.derived(folder.resolve("derived.mv"));
            StoreFile kept = kept(folder.resolve("kept.mv"), wasThere, derived);
            if (!wasThere) {
                kept.flush();
                format.write();
            }
            return new EmbeddedMongo(Map.of(DERIVED, derived, KEPT, kept));
        } catch (IOException broken) {
            throw new UncheckedIOException("The folder " + folder + " cannot be read or written", broken);
        }
    }

    private static StoreFile kept(Path file, boolean wasThere, StoreFile derived) {
        try {
            return StoreFile.kept(file, wasThere);
        } catch (RuntimeException refused) {
            derived.close();
            throw refused;
        }
    }

    /** Why something cannot be written any more. */
    Optional<String> trouble() {
        return files.values().stream().flatMap(file -> file.trouble().stream()).findFirst();
    }

    void forgetRemoved() {
        files.values().forEach(StoreFile::forgetRemoved);
    }

    /** What became of the file of what exists nowhere else, where it was not always right. */
    List<String> notes() {
        StoreFile kept = file(KEPT);
        List<String> notes = new ArrayList<>();
        if (kept.isShortened()) {
            notes.add("Accounts, links and drafts may be as they were a moment before: their file ended before what was"
                    + " acknowledged, because an old state of it was put back or its end was damaged.");
        }
        kept.torn()
                .forEach(torn -> notes.add("Accounts, links and drafts were taken back to their last good state once,"
                        + " because their file was torn. What it was lies in " + torn
                        + "; see whether something is missing, then delete it."));
        return notes;
    }

    String uri() {
        return uri;
    }

    StoreSync sync(String database) {
        return file(database);
    }

    private StoreFile file(String database) {
        StoreFile file = files.get(database);
        if (file == null) {
            throw new IllegalArgumentException("There are the databases derived and kept; came: " + database);
        }
        return file;
    }

    @Override
    public void close() {
        server.shutdownNow();
        files.values().forEach(StoreFile::close);
    }

    private final class TwoFiles extends AbstractMongoBackend {
        @Override
        protected MongoDatabase openOrCreateDatabase(String database) {
            return new EmbeddedMongoDatabase(database, file(database).store(), getCursorRegistry());
        }
    }
}
