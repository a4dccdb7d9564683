package id.jipp.core.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

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
        try {
            Files.createDirectories(folder);
        } catch (IOException broken) {
            throw new UncheckedIOException("The folder " + folder + " cannot be made", broken);
        }
        return new EmbeddedMongo(Map.of(
                DERIVED, StoreFile.open(folder.resolve("derived.mv")),
                KEPT, StoreFile.open(folder.resolve("kept.mv"))));
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
