package id.jipp.core.store;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.convert.MongoConverter;

/**
 * Documents in one MongoDB collection, asked for by {@code _id} alone. New ones are inserted many at once, known ones
 * replaced in bulk: that is the fastest the embedded engine does.
 */
final class MongoDocuments<T> implements Documents<T> {
    /** Marks the one read without a filter that is meant. */
    static final String WHOLE = "the whole collection";

    private static final int BATCH = 1_000;

    private final MongoCollection<Document> collection;
    private final MongoConverter converter;
    private final Class<T> type;
    private final RecordComponent id;
    private final StoreSync sync;

    MongoDocuments(MongoCollection<Document> collection, MongoConverter converter, Class<T> type, StoreSync sync) {
        this.collection = collection;
        this.converter = converter;
        this.type = type;
        this.id = DocumentId.of(type);
        this.sync = sync;
    }

    @Override
    public @Nullable T find(String id) {
        Document found = asking(() -> collection.find(Filters.eq(id)).first());
        return found == null ? null : converter.read(type, found);
    }

    @Override
    public List<T> findAll(Collection<String> ids) {
        DocumentId.checkMany(ids);
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<Object, Document> byId = new HashMap<>();
        asking(() -> {
            collection
                    .find(Filters.in("_id", Set.copyOf(ids)))
                    .batchSize(BATCH)
                    .forEach(document -> byId.put(document.get("_id"), document));
            return true;
        });
        List<T> found = new ArrayList<>(byId.size());
        for (String each : ids) {
            Document document = byId.get(each);
            if (document != null) {
                found.add(converter.read(type, document));
            }
        }
        return found;
    }

    @Override
    public void save(T document) {
        Document written = written(document);
        writing(() ->
                collection.replaceOne(Filters.eq(written.get("_id")), written, new ReplaceOptions().upsert(true)));
    }

    @Override
    public void saveAll(Collection<T> documents) {
        Map<String, Document> batch = new LinkedHashMap<>();
        for (T document : documents) {
            Document written = written(document);
            batch.put(written.getString("_id"), written);
            if (batch.size() == BATCH) {
                saveBatch(batch);
                batch.clear();
            }
        }
        saveBatch(batch);
    }

    private void saveBatch(Map<String, Document> batch) {
        if (batch.isEmpty()) {
            return;
        }
        writing(() -> {
            Set<String> known = known(batch.keySet());
            List<Document> fresh = new ArrayList<>();
            List<Document> changed = new ArrayList<>();
            batch.forEach((key, document) -> (known.contains(key) ? changed : fresh).add(document));
            insert(fresh);
            replace(changed);
        });
    }

    private Set<String> known(Set<String> ids) {
        Set<String> known = new HashSet<>();
        collection
                .find(Filters.in("_id", ids))
                .projection(Projections.include("_id"))
                .batchSize(BATCH)
                .forEach(document -> known.add(document.getString("_id")));
        return known;
    }

    private void insert(List<Document> fresh) {
        if (fresh.isEmpty()) {
            return;
        }
        try {
            collection.insertMany(fresh, new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException somebodyWasFaster) {
            replace(fresh);
        }
    }

    private void replace(List<Document> changed) {
        if (changed.isEmpty()) {
            return;
        }
        collection.bulkWrite(
                changed.stream()
                        .map(document -> new ReplaceOneModel<>(
                                Filters.eq(document.get("_id")), document, new ReplaceOptions().upsert(true)))
                        .toList(),
                new BulkWriteOptions().ordered(false));
    }

    @Override
    public void remove(Collection<String> ids) {
        List<String> all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += BATCH) {
            List<String> batch = all.subList(from, Math.min(from + BATCH, all.size()));
            writing(() -> collection.deleteMany(Filters.in("_id", batch)));
        }
    }

    @Override
    public void forEach(Consumer<T> each) {
        asking(() -> {
            collection
                    .find()
                    .comment(WHOLE)
                    .batchSize(BATCH)
                    .forEach(document -> each.accept(converter.read(type, document)));
            return true;
        });
    }

    @Override
    public void clear() {
        writing(collection::drop);
    }

    @Override
    public void flush() {
        sync.flush();
    }

    private void writing(Runnable write) {
        asking(() -> {
            sync.writing(write);
            return true;
        });
    }

    private static <A extends @Nullable Object> A asking(Supplier<A> question) {
        try {
            return question.get();
        } catch (MongoException gone) {
            throw new StoreUnavailable("The documents cannot be reached: " + gone.getMessage(), gone);
        }
    }

    private Document written(T document) {
        Document written = new Document();
        converter.write(document, written);
        written.put("_id", DocumentId.in(id, document));
        return written;
    }
}
