package id.jipp.core.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/**
 * One database of the embedded engine, whose keys are compared as the strings they are and whose documents are written
 * as BSON. The engine itself opens its maps without saying what is in them, and MVStore then serialises both keys for
 * each comparison: 60 times for one document. An open map is found by its name, so opening it first, with its types, is
 * enough.
 */
final class EmbeddedMongoDatabase extends H2Database {
    private final MVStore store;

    EmbeddedMongoDatabase(String name, MVStore store, CursorRegistry cursors) {
        // The engine opens what is there while it is made.
        this.store = store;
        super(name, store, cursors);
    }

    @Override
    protected Index<Object> openOrCreateUniqueIndex(
            String collection, String index, List<IndexKey> keys, boolean sparse) {
        store.openMap(
                getFullCollectionNamespace(collection) + "._index_" + index,
                new MVMap.Builder<>().keyType(EmbeddedMongoKeys.TYPE));
        return super.openOrCreateUniqueIndex(collection, index, keys, sparse);
    }

    @Override
    protected MongoCollection<Object> openOrCreateCollection(String collection, CollectionOptions options) {
        store.openMap(
                "databases." + getFullCollectionNamespace(collection),
                new MVMap.Builder<>().valueType(EmbeddedMongoValues.TYPE));
        return super.openOrCreateCollection(collection, options);
    }
}
