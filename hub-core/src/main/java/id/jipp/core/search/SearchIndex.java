package id.jipp.core.search;

import id.jipp.core.log.Position;
import java.util.Collection;
import java.util.List;

/**
 * The full-text index of one projection, by Lucene: Indonesian analysis; acronyms, dots and case folded ({@code
 * T.O.S.S.} finds TOSS); small typos forgiven. It also answers lists, filters, sorts and counts. The checkpoint is kept
 * in the index's own commit, so that both are always of one moment. May be thrown away and made again. Thread-safe.
 */
public final class SearchIndex implements AutoCloseable {

    /** Up to where the last durable commit goes. */
    public Position checkpoint() {
        throw new UnsupportedOperationException();
    }

    /** Adds or replaces by id, removes others, and remembers the position with them. Seen by the next search. */
    public void update(Collection<SearchDocument> documents, Collection<String> removedIds, Position upTo) {
        throw new UnsupportedOperationException();
    }

    public SearchResult search(SearchRequest request) {
        throw new UnsupportedOperationException();
    }

    /** Ids of those of the family with that exact keyword, at most {@code limit}. */
    public List<String> withKeyword(String family, String field, String value, int limit) {
        throw new UnsupportedOperationException();
    }

    /** Ids of those with nearly that title, the nearest first. */
    public List<String> similar(String family, String title, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
