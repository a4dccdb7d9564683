package id.jipp.ui.bench;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import id.jipp.core.innovation.InnovationFields;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.bson.Document;
import org.h2.mvstore.MVStore;

/** The embedded document engine by itself: {@code insertMany} of documents like those an innovation is kept as. */
final class BareDocuments implements AutoCloseable {
    private static final int BATCH = 1_000;
    private static final int BATCHES = 10;

    private final MVStore store;
    private final MongoServer server;
    private final MongoClient client;
    private final SplittableRandom random = new SplittableRandom(7);
    private int number;

    private BareDocuments(Path file) {
        this.store = new MVStore.Builder()
                .fileName(file.toString())
                .autoCommitDisabled()
                .cacheSize(64)
                .open();
        this.server = new MongoServer(new H2Backend(store));
        this.client = MongoClients.create(server.bindAndGetConnectionString());
    }

    static BareDocuments in(Path folder) {
        try {
            return new BareDocuments(Files.createDirectories(folder).resolve("documents.mv"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Inserts, then commits and syncs once. */
    double insertsPerSecond() {
        MongoCollection<Document> sheets = client.getDatabase("ukur").getCollection("sheets");
        List<List<Document>> batches = new ArrayList<>();
        for (int i = 0; i < BATCHES; i++) {
            batches.add(batch());
        }
        long start = System.nanoTime();
        batches.forEach(sheets::insertMany);
        store.commit();
        store.sync();
        return BATCHES * BATCH / ((System.nanoTime() - start) / 1e9);
    }

    private List<Document> batch() {
        List<Document> batch = new ArrayList<>(BATCH);
        for (int i = 0; i < BATCH; i++) {
            InnovationFields made = MadeUp.innovation(random, ++number);
            batch.add(new Document("_id", "ukur." + number)
                    .append("position", (long) number)
                    .append("revision", 1)
                    .append("withdrawn", false)
                    .append("area", made.areaCode())
                    .append("publishedAt", (long) number)
                    .append("confirmedAt", (long) number)
                    .append("changedAt", (long) number)
                    .append("fields", fields(made)));
        }
        return batch;
    }

    private static Document fields(InnovationFields made) {
        return new Document("title", made.title())
                .append("localName", made.localName())
                .append("agency", made.agency())
                .append("areaCode", made.areaCode())
                .append("areaName", made.areaName())
                .append("year", made.year())
                .append("award", made.award())
                .append("category", made.category())
                .append("summary", made.summary())
                .append("problem", made.problem())
                .append("solution", made.solution())
                .append("result", made.result())
                .append("beneficiaries", made.beneficiaries())
                .append("costClass", "low")
                .append("legalBasis", made.legalBasis())
                .append("sdg", made.sdg())
                .append("digital", made.digital())
                .append("phase", "creation")
                .append("sourceUrl", made.sourceUrl())
                .append("notes", List.of());
    }

    @Override
    public void close() {
        client.close();
        server.shutdownNow();
        if (!store.isClosed()) {
            store.close();
        }
    }
}
