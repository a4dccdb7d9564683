package id.jipp.core.search;

import java.util.List;
import java.util.Map;

/**
 * The ids of a page of hits, how many match in all, and the asked facets' counts by value, the most frequent first.
 *
 * @param byAnyWord whether none has all of the words, and these have some of them
 */
public record SearchResult(List<String> ids, long total, Map<String, Map<String, Long>> facets, boolean byAnyWord) {}
