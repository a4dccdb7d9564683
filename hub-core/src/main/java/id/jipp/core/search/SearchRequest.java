package id.jipp.core.search;

import java.util.List;
import java.util.Map;

/**
 * What to find.
 *
 * @param words may be empty: everything of the family. Text, never a query language; what is too long is cut
 * @param filters exact value by field; all must match
 * @param ranges lowest and highest value (both included) of an order field; all must match
 * @param sort {@code relevance}, {@code title}, or the name of an order field
 * @param facets the fields to count values of, among all that match
 * @param rangeFacets facets made of ranges of an order field, by the facet's name
 * @param from the first hit to answer, from 0
 * @param size at most so many hits; 0 where only counts are wanted
 * @param orAnyWord whether, where nothing has all of the words, that is found which has any of them
 */
public record SearchRequest(
        String family,
        String words,
        Map<String, String> filters,
        Map<String, Range> ranges,
        String sort,
        List<String> facets,
        Map<String, RangeFacet> rangeFacets,
        int from,
        int size,
        boolean orAnyWord) {
    public static final String RELEVANCE = "relevance";
    public static final String TITLE = "title";

    public SearchRequest {
        if (from < 0 || size < 0) {
            throw new IllegalArgumentException("from and size are 0 or more; came: " + from + ", " + size);
        }
    }

    /** Without facets by range; only what has all of the words. */
    public SearchRequest(
            String family,
            String words,
            Map<String, String> filters,
            Map<String, Range> ranges,
            String sort,
            List<String> facets,
            int from,
            int size) {
        this(family, words, filters, ranges, sort, facets, Map.of(), from, size, false);
    }

    public record Range(long lowest, long highest) {
        boolean holds(long value) {
            return lowest <= value && value <= highest;
        }
    }

    /** How many have a value of that order field in each range, by the range's name. */
    public record RangeFacet(String orderField, Map<String, Range> ranges) {}
}
