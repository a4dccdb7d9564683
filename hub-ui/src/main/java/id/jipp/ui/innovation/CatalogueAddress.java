package id.jipp.ui.innovation;

import com.vaadin.flow.router.QueryParameters;
import id.jipp.core.area.AreaCode;
import id.jipp.core.innovation.InnovationQuery;
import id.jipp.core.innovation.Phase;
import id.jipp.core.innovation.Status;
import id.jipp.core.log.HubId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue's state as its address has it: {@code /inovasi?q=sampah&wilayah=51&hal=2}. Values that mean nothing are
 * passed over.
 */
record CatalogueAddress(Map<String, String> values) {
    static final String WORDS = "q";
    static final String AREA = "wilayah";
    static final String PHASE = "fase";
    static final String YEAR = "tahun";
    static final String HUB = "hub";
    static final String STATUS = "keadaan";
    static final String PAGE = "hal";
    static final List<String> FILTERS = List.of(PHASE, STATUS, AREA, HUB, YEAR);
    static final int PAGE_SIZE = 20;

    private static final int WORDS_CHARS_MAX = 200;
    private static final int PAGE_MAX = 50_000;

    static CatalogueAddress of(QueryParameters parameters) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : List.of(WORDS, PHASE, STATUS, AREA, HUB, YEAR, PAGE)) {
            parameters
                    .getSingleParameter(name)
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .ifPresent(value -> values.put(name, value));
        }
        return new CatalogueAddress(values);
    }

    InnovationQuery query() {
        return new InnovationQuery(
                words(),
                read(AREA, AreaCode::new),
                read(PHASE, code -> named(Phase.values(), Phase::code, code)),
                read(YEAR, Integer::valueOf),
                read(HUB, HubId::new),
                read(STATUS, code -> named(Status.values(), Status::code, code)),
                InnovationQuery.Sort.RELEVANCE,
                page() - 1,
                PAGE_SIZE);
    }

    String words() {
        String words = values.getOrDefault(WORDS, "");
        return words.substring(0, Math.min(words.length(), WORDS_CHARS_MAX));
    }

    /** From 1. */
    int page() {
        Integer page = read(PAGE, Integer::valueOf);
        return page == null ? 1 : Math.clamp(page, 1, PAGE_MAX);
    }

    boolean isFiltered() {
        return FILTERS.stream().anyMatch(values::containsKey);
    }

    boolean has(String name, String value) {
        return value.equals(values.get(name));
    }

    /** The address of the first page with that filter set. */
    String with(String name, String value) {
        return change(name, Optional.of(value));
    }

    String without(String name) {
        return change(name, Optional.empty());
    }

    /** Keeps the words, drops all filters. */
    String withoutFilters() {
        return path(values.containsKey(WORDS) ? Map.of(WORDS, words()) : Map.of());
    }

    private String change(String name, Optional<String> value) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        changed.remove(PAGE);
        changed.remove(name);
        value.ifPresent(v -> changed.put(name, v));
        return path(changed);
    }

    private static String path(Map<String, String> values) {
        String query = values.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "inovasi" : "inovasi?" + query;
    }

    private <T> @Nullable T read(String name, Function<String, @Nullable T> form) {
        String value = values.get(name);
        if (value == null) {
            return null;
        }
        try {
            return form.apply(value);
        } catch (IllegalArgumentException meansNothing) {
            return null;
        }
    }

    private static <T> @Nullable T named(T[] all, Function<T, String> code, String wanted) {
        return Arrays.stream(all)
                .filter(one -> code.apply(one).equals(wanted))
                .findFirst()
                .orElse(null);
    }
}
