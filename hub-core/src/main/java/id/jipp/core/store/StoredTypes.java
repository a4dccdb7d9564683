package id.jipp.core.store;

import org.h2.mvstore.MVMap;

/** What is in each map of a store file, by the map's name. */
final class StoredTypes {
    private StoredTypes() {}

    static MVMap.Builder<Object, Object> of(String map) {
        MVMap.Builder<Object, Object> types = new MVMap.Builder<>();
        if (map.contains("._index_")) {
            types.keyType(EmbeddedMongoKeys.TYPE);
        } else if (map.startsWith("databases.")) {
            types.valueType(EmbeddedMongoValues.TYPE);
        }
        return types;
    }
}
