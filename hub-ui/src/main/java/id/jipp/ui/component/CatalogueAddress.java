package id.jipp.ui.component;

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
 * The catalogue's state as its address has it, whether one is signed in or not: {@code
 * /inovasi?q=sampah&wilayah=51&urut=judul&hal=2}. Values that mean nothing are passed over, and none
 * is longer than words may be: each link of the page carries them all.
 */
public record CatalogueAddress(Map<String, String> values) {
    public static final String WORDS = "q";
    public static final String AREA = "wilayah";
    public static final String PHASE = "fase";
    public static final String YEAR = "tahun";
    public static final String HUB = "hub";
    public static final String STATUS = "keadaan";
    public static final String SORT = "urut";
    public static final String PAGE = "hal";
    public static final List<String> FILTERS = List.of(PHASE, STATUS, AREA, HUB, YEAR);

    /** All names, in the order in which they stand in an address. */
    public static final List<String> NAMES = List.of(WORDS, PHASE, STATUS, AREA, HUB, YEAR, SORT, PAGE);

    public static final int PAGE_SIZE = 20;
    private static final String PATH = "inovasi";

    private static final int VALUE_CHARS_MAX = 200;
    private static final int PAGE_MAX = 50_000;

    /** The orders that may be chosen; without words nothing is a better match than another. */
    public enum Order {
        MATCH("cocok", InnovationQuery.Sort.RELEVANCE),
        NEWEST("terbaru", InnovationQuery.Sort.NEWEST),
        YEAR("tahun", InnovationQuery.Sort.YEAR),
        TITLE("judul", InnovationQuery.Sort.TITLE);

        private final String code;
        private final InnovationQuery.Sort sort;

        Order(String code, InnovationQuery.Sort sort) {
            this.code = code;
            this.sort = sort;
        }

        public String code() {
            return code;
        }
    }

    /** @param parameter what the address has under a name */
    public static CatalogueAddress of(Function<String, Optional<String>> parameter) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : NAMES) {
            parameter
                    .apply(name)
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .ifPresent(value ->
                            values.put(name, value.substring(0, Math.min(value.length(), VALUE_CHARS_MAX))));
        }
        return new CatalogueAddress(values);
    }

    public InnovationQuery query() {
        return new InnovationQuery(
                words(),
                read(AREA, AreaCode::new),
                read(PHASE, code -> named(Phase.values(), Phase::code, code)),
                read(YEAR, Integer::valueOf),
                read(HUB, HubId::new),
                read(STATUS, code -> named(Status.values(), Status::code, code)),
                order().sort,
                page() - 1,
                PAGE_SIZE,
                true);
    }

    /** The chosen order; where none is, the best match or, without words, the newest first. */
    public Order order() {
        Order chosen = read(SORT, code -> named(Order.values(), Order::code, code));
        if (words().isEmpty()) {
            return chosen == null || chosen == Order.MATCH ? Order.NEWEST : chosen;
        }
        return chosen == null ? Order.MATCH : chosen;
    }

    public List<Order> orders() {
        return Arrays.stream(Order.values())
                .filter(order -> order != Order.MATCH || !words().isEmpty())
                .toList();
    }

    /** The first page in that order. */
    public String by(Order order) {
        boolean usual = order == (words().isEmpty() ? Order.NEWEST : Order.MATCH);
        return usual ? without(SORT) : with(SORT, order.code);
    }

    /** How many pages so many make; 1 at least. */
    public static long pages(long total) {
        return Math.max(1, (total + PAGE_SIZE - 1) / PAGE_SIZE);
    }

    public String at(int page) {
        return page == 1 ? without(PAGE) : with(PAGE, String.valueOf(page));
    }

    public String words() {
        return values.getOrDefault(WORDS, "");
    }

    /** From 1. */
    public int page() {
        Integer page = read(PAGE, Integer::valueOf);
        return page == null ? 1 : Math.clamp(page, 1, PAGE_MAX);
    }

    public boolean isFiltered() {
        return FILTERS.stream().anyMatch(values::containsKey);
    }

    public boolean has(String name, String value) {
        return value.equals(values.get(name));
    }

    /** The address of the first page with that filter set. */
    public String with(String name, String value) {
        return change(name, Optional.of(value));
    }

    public String without(String name) {
        return change(name, Optional.empty());
    }

    /** Keeps the words and the order, drops all filters. */
    public String withoutFilters() {
        return path(firstPageWithout(FILTERS));
    }

    /** What a new search from here keeps. */
    public Map<String, String> kept() {
        return firstPageWithout(List.of(WORDS));
    }

    private Map<String, String> firstPageWithout(List<String> names) {
        Map<String, String> kept = new LinkedHashMap<>(values);
        names.forEach(kept::remove);
        kept.remove(PAGE);
        return kept;
    }

    private String change(String name, Optional<String> value) {
        Map<String, String> changed = firstPageWithout(List.of(name));
        value.ifPresent(v -> changed.put(name, v));
        return path(changed);
    }

    private static String path(Map<String, String> values) {
        String query = values.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? PATH : PATH + "?" + query;
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
