package id.jipp.core.search;

import java.util.List;
import java.util.Map;

/** The ids of a page of hits, how many match in all, and the asked facets' counts by value, the most frequent first. */
public record SearchResult(List<String> ids, long total, Map<String, Map<String, Long>> facets) {}
