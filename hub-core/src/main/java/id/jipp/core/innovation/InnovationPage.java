package id.jipp.core.innovation;

import java.util.List;
import java.util.Map;

/**
 * One page of a list, and how all that match are spread.
 *
 * @param total how many match in all, exactly
 * @param facets per facet ({@code phase}, {@code area} by province code, {@code status}, {@code hub}, {@code year}) the
 *     count of each value among all that match
 * @param byAnyWord whether none has all of the words, and these have some of them
 */
public record InnovationPage(
        List<Innovation> items, long total, Map<String, Map<String, Long>> facets, boolean byAnyWord) {}
