package id.jipp.ui.bench;

import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import id.jipp.core.innovation.InnovationFields;
import id.jipp.core.store.Documents;
import id.jipp.core.store.MongoStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.bson.Document;

/**
 * The hub's own embedded document store, asked by the driver alone: {@code insertMany} of documents like those an
 * innovation is kept as.
 */
final class BareDocuments implements AutoCloseable {
    private static final int BATCH = 1_000;
    private static final int BATCHES = 10;

    private final Documents.Store store;
    private final Documents<Start> starts;
    private final MongoClient client;
    private final SplittableRandom random = new SplittableRandom(7);
    private int number;

    /** Written to learn where the store listens, which it tells nobody but those who hear its commands. */
    record Start(String id) {}

    private BareDocuments(Path folder) {
        AtomicReference<ServerAddress> address = new AtomicReference<>();
        this.store = MongoStore.embedded(folder, new CommandListener() {
            @Override
            public void commandStarted(CommandStartedEvent command) {
                address.set(command.getConnectionDescription().getServerAddress());
            }
        });
        this.starts = store.collection("starts", Start.class);
        starts.save(new Start("start"));
        this.client = MongoClients.create("mongodb://" + address.get());
    }

    static BareDocuments in(Path folder) {
        return new BareDocuments(folder);
    }

    /** Inserts, then waits until all is on disk. */
    double insertsPerSecond() {
        MongoCollection<Document> sheets = client.getDatabase("derived").getCollection("sheets");
        List<List<Document>> batches = new ArrayList<>();
        for (int i = 0; i < BATCHES; i++) {
            batches.add(batch());
        }
        long start = System.nanoTime();
        batches.forEach(sheets::insertMany);
        starts.flush();
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
        store.close();
    }
}
