package id.jipp.core.innovation;

import id.jipp.core.area.AreaCode;
import id.jipp.core.area.Areas;
import id.jipp.core.search.SearchDocument;
import id.jipp.core.search.SearchRequest;
import id.jipp.core.text.PlainText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How innovations lie in the search index, and how a list asks for them. */
final class InnovationSearch {
    static final String FAMILY = "innovation";

    /** Title, agency and area folded: two with the same are taken for one. */
    static final String SAME = "same";

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final String CONFIRMED = "confirmed";
    private static final String PUBLISHED = "published";
    private static final String YEAR = "year";

    /** In place of the time of confirmation, so that one number tells every status apart whatever the day. */
    private static final SearchRequest.Range RETIRED = new SearchRequest.Range(-1, -1);

    private final Areas areas;

    InnovationSearch(Areas areas) {
        this.areas = areas;
    }

    SearchDocument document(InnovationDocument document) {
        InnovationFields fields = document.fields().toFields();
        AreaCode area = new AreaCode(document.area());
        return new SearchDocument(
                document.id(),
                FAMILY,
                texts(fields, area),
                keywords(document, fields, area),
                orders(document, fields),
                fields.title());
    }

    private static Map<String, Long> orders(InnovationDocument document, InnovationFields fields) {
        Map<String, Long> orders = new HashMap<>();
        orders.put(CONFIRMED, document.isRetired() ? -1 : document.confirmedAt());
        orders.put(PUBLISHED, document.publishedAt());
        if (fields.year() != null) {
            orders.put(YEAR, fields.year().longValue());
        }
        return orders;
    }

    SearchRequest request(InnovationQuery query, Instant now) {
        Map<String, String> filters = new HashMap<>();
        put(filters, "within", query.area() == null ? null : query.area().value());
        put(filters, "phase", query.phase() == null ? null : query.phase().code());
        put(filters, YEAR, query.year() == null ? null : String.valueOf(query.year()));
        put(filters, "hub", query.hub() == null ? null : query.hub().value());
        Map<String, SearchRequest.Range> statuses = statuses(now);
        Map<String, SearchRequest.Range> ranges = new HashMap<>();
        if (query.status() != null) {
            ranges.put(CONFIRMED, statuses.getOrDefault(query.status().code(), new SearchRequest.Range(1, 0)));
        }
        return new SearchRequest(
                FAMILY,
                query.text(),
                filters,
                ranges,
                sort(query),
                List.of("phase", "area", "hub", YEAR),
                Map.of("status", new SearchRequest.RangeFacet(CONFIRMED, statuses)),
                (int) Math.min(Integer.MAX_VALUE / 2, (long) query.page() * query.size()),
                query.size(),
                query.orAnyWord());
    }

    static String same(InnovationFields fields, AreaCode area) {
        return folded(fields.title()) + '|' + folded(fields.agency()) + '|' + area.value();
    }

    private static Map<String, SearchRequest.Range> statuses(Instant now) {
        long since = InnovationDocument.activeSince(now).toEpochMilli();
        return Map.of(
                Status.ACTIVE.code(), new SearchRequest.Range(since, Long.MAX_VALUE),
                Status.UNCONFIRMED.code(), new SearchRequest.Range(0, since - 1),
                Status.RETIRED.code(), RETIRED);
    }

    private static String sort(InnovationQuery query) {
        return switch (query.sort()) {
            case RELEVANCE -> query.text().isBlank() ? PUBLISHED : SearchRequest.RELEVANCE;
            case NEWEST -> PUBLISHED;
            case TITLE -> SearchRequest.TITLE;
            case YEAR -> YEAR;
        };
    }

    private Map<String, String> texts(InnovationFields fields, AreaCode area) {
        String areaNames = areas.nameOf(area) + ' ' + areas.nameOf(area.province());
        return Map.of(
                "title", fields.title(),
                "names",
                        join(
                                fields.localName(),
                                fields.agency(),
                                areaNames,
                                fields.award(),
                                fields.year() == null ? "" : fields.year().toString(),
                                fields.category()),
                "summary", fields.summary(),
                "body",
                        join(
                                fields.problem(),
                                fields.solution(),
                                fields.result(),
                                fields.beneficiaries(),
                                fields.legalBasis(),
                                String.join("\n", fields.notes().values())));
    }

    private static Map<String, List<String>> keywords(
            InnovationDocument document, InnovationFields fields, AreaCode area) {
        Map<String, List<String>> keywords = new HashMap<>();
        keywords.put(
                "hub",
                List.of(InnovationId.parse(document.id()).orElseThrow().hub().value()));
        keywords.put("area", List.of(area.province().value()));
        keywords.put("within", List.of(area.value(), area.province().value()));
        keywords.put(SAME, List.of(same(fields, area)));
        if (fields.phase() != null) {
            keywords.put("phase", List.of(fields.phase().code()));
        }
        if (fields.year() != null) {
            keywords.put(YEAR, List.of(fields.year().toString()));
        }
        return keywords;
    }

    private static String folded(String text) {
        return NO_WORD.matcher(PlainText.cut(text, 200).toLowerCase(Locale.ROOT))
                .replaceAll("");
    }

    private static String join(String... texts) {
        List<String> there = new ArrayList<>();
        for (String text : texts) {
            if (!text.isEmpty()) {
                there.add(text);
            }
        }
        return String.join("\n", there);
    }

    private static void put(Map<String, String> filters, String field, @Nullable String value) {
        if (value != null) {
            filters.put(field, value);
        }
    }
}
