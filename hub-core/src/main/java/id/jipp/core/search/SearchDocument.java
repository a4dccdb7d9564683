package id.jipp.core.search;

import java.util.List;
import java.util.Map;

/**
 * What the index knows of one thing.
 *
 * @param id unique in the index
 * @param family what kind of thing, for example {@code innovation}; a request asks for one family
 * @param texts full text by field, the weight being the field's ({@link SearchIndex}): {@code title}, {@code names},
 *     {@code summary}, {@code body}
 * @param keywords exact values by field; to filter by, count as facets and look up
 * @param order numbers by field to sort by, the greater first
 * @param title to sort by title
 */
public record SearchDocument(
        String id,
        String family,
        Map<String, String> texts,
        Map<String, List<String>> keywords,
        Map<String, Long> order,
        String title) {}
