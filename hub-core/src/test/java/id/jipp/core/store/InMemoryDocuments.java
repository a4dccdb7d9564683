package id.jipp.core.store;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Documents that live in memory, for tests; they pass the same contract as the stored ones. */
public final class InMemoryDocuments<T> implements Documents<T> {
    private final Map<String, T> byId = new ConcurrentHashMap<>();
    private final RecordComponent id;

    private InMemoryDocuments(Class<T> type) {
        this(DocumentId.of(type));
    }

    private InMemoryDocuments(RecordComponent id) {
        this.id = id;
    }

    private InMemoryDocuments<T> copy() {
        InMemoryDocuments<T> copy = new InMemoryDocuments<>(id);
        copy.byId.putAll(byId);
        return copy;
    }

    @Override
    public @Nullable T find(String id) {
        return byId.get(id);
    }

    @Override
    public List<T> findAll(Collection<String> ids) {
        DocumentId.checkMany(ids);
        List<T> found = new ArrayList<>();
        for (String id : ids) {
            T document = byId.get(id);
            if (document != null) {
                found.add(document);
            }
        }
        return found;
    }

    @Override
    public void save(T document) {
        byId.put(DocumentId.in(id, document), document);
    }

    @Override
    public void saveAll(Collection<T> documents) {
        documents.forEach(this::save);
    }

    @Override
    public void remove(Collection<String> ids) {
        ids.forEach(byId::remove);
    }

    @Override
    public void forEach(Consumer<T> each) {
        List.copyOf(byId.values()).forEach(each);
    }

    @Override
    public void clear() {
        byId.clear();
    }

    @Override
    public void flush() {}

    /** Collections of one store, for as long as the store lives. */
    public static final class Store implements Documents.Store {
        private final Map<String, InMemoryDocuments<?>> derived = new ConcurrentHashMap<>();
        private final Map<String, InMemoryDocuments<?>> kept;

        public Store() {
            this(new ConcurrentHashMap<>());
        }

        private Store(Map<String, InMemoryDocuments<?>> kept) {
            this.kept = kept;
        }

        @Override
        public <T> Documents<T> collection(String name, Class<T> type) {
            return in(derived, name, type);
        }

        @Override
        public <T> Documents<T> kept(String name, Class<T> type) {
            return in(kept, name, type);
        }

        @SuppressWarnings("unchecked")
        private static <T> Documents<T> in(Map<String, InMemoryDocuments<?>> all, String name, Class<T> type) {
            return (Documents<T>) all.computeIfAbsent(name, fresh -> new InMemoryDocuments<>(type));
        }

        /** The same, with the derived part as it is now, whatever becomes of this one; what is kept is shared. */
        public Store copy() {
            Store copy = new Store(kept);
            derived.forEach((name, documents) -> copy.derived.put(name, documents.copy()));
            return copy;
        }

        /** Takes one derived collection as it is in the other; only a store that is broken on purpose does. */
        public void takeOver(String name, Store other) {
            InMemoryDocuments<?> theirs = other.derived.get(name);
            if (theirs != null) {
                derived.put(name, theirs.copy());
            }
        }

        /** Everything in it, as text. */
        @Override
        public String toString() {
            StringBuilder all = new StringBuilder();
            derived.forEach((name, documents) ->
                    all.append(name).append(documents.byId.values()).append('\n'));
            kept.forEach((name, documents) ->
                    all.append(name).append(documents.byId.values()).append('\n'));
            return all.toString();
        }

        /** Loses everything that can be derived from the log, as a torn store would. */
        public void loseDerived() {
            derived.values().forEach(InMemoryDocuments::clear);
        }

        @Override
        public void close() {}
    }
}
