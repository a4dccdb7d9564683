package id.jipp.core.search;

import java.util.List;
import java.util.Map;

/**
 * What to find.
 *
 * @param words may be empty: everything of the family
 * @param filters exact value by field; all must match
 * @param ranges lowest and highest value (both included) of an order field; all must match
 * @param sort {@code relevance}, {@code title}, or the name of an order field
 * @param facets the fields to count values of, among all that match
 * @param from the first hit to answer, from 0
 * @param size at most so many hits
 */
public record SearchRequest(
        String family,
        String words,
        Map<String, String> filters,
        Map<String, Range> ranges,
        String sort,
        List<String> facets,
        int from,
        int size) {
    public record Range(long lowest, long highest) {}
}
