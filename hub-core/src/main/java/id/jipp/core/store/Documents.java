package id.jipp.core.store;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A named collection of documents, each under one key. There is no other way to ask than by key, because that is all
 * the embedded engine does fast; lists, filters, sorts and counts come from the search index. Thread-safe.
 *
 * <p>Writes are ordered but not yet durable; {@link #flush()} makes all earlier ones so. A projection needs no flush: it
 * is replayed from the log. What a person was told is saved does.
 *
 * <p>Every call throws {@link StoreUnavailable} when the documents cannot be reached.
 *
 * @param <T> a record with a {@code String id} component
 */
public interface Documents<T> {
    @Nullable
    T find(String id);

    /** Those that exist, in the order asked for; at most 1,000 ids. */
    List<T> findAll(Collection<String> ids);

    void save(T document);

    void saveAll(Collection<T> documents);

    void remove(Collection<String> ids);

    /** Every document, in no order. Reads the whole collection: at start or in a rebuild, never for a page. */
    void forEach(Consumer<T> each);

    /** Removes all of them. */
    void clear();

    /** Returns when everything written before is on disk; many callers share one sync. */
    void flush();

    /**
     * Opens collections. What is derived and what is kept lie apart, so that a torn derived part can be thrown away and
     * made again without touching what exists nowhere else.
     */
    interface Store extends AutoCloseable {
        /** Of a projection: may be lost at any time, also as a whole, and is then replayed from the log. */
        <T> Documents<T> collection(String name, Class<T> type);

        /** Of plain documents that exist nowhere else: drafts, links, accounts. Their writers flush. */
        <T> Documents<T> kept(String name, Class<T> type);

        /**
         * Makes what was removed or replaced until now unreadable on disk too, where this program has the files: the next
         * start writes them anew.
         */
        default void forgetRemoved() {}

        /**
         * Why no document can be written until the hub is started again, for its operator; empty while they can.
         */
        default Optional<String> trouble() {
            return Optional.empty();
        }

        /** What its operator should know and look after, though documents can be read and written. */
        default List<String> notes() {
            return List.of();
        }

        @Override
        void close();
    }
}
