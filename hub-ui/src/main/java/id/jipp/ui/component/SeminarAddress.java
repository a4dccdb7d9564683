package id.jipp.ui.component;

import id.jipp.core.log.HubId;
import id.jipp.core.seminar.SeminarQuery;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The state of the list of seminars as its address has it, whether one is signed in or not: {@code
 * /seminar?q=replikasi&tahun=2023&hub=bali&hal=2}. What means nothing is passed over.
 */
public record SeminarAddress(
        String words, @Nullable Integer year, @Nullable HubId hub, int page) {
    public static final String WORDS = "q";
    public static final String YEAR = "tahun";
    public static final String HUB = "hub";
    public static final String PAGE = "hal";

    /** All names, in the order in which they stand in an address. */
    public static final List<String> NAMES = List.of(WORDS, YEAR, HUB, PAGE);

    public static final int WORDS_CHARS_MAX = 200;
    private static final int PAGE_SIZE = 20;
    private static final int PAGE_MAX = 1_000;
    private static final String PATH = "seminar";

    /** @param parameter what the address has under a name */
    public static SeminarAddress of(Function<String, Optional<String>> parameter) {
        return new SeminarAddress(
                cut(parameter.apply(WORDS).orElse("")),
                read(parameter.apply(YEAR), Integer::valueOf),
                read(parameter.apply(HUB), HubId::new),
                Math.clamp(
                        Optional.ofNullable(read(parameter.apply(PAGE), Integer::valueOf))
                                .orElse(1),
                        1,
                        PAGE_MAX));
    }

    public SeminarQuery query() {
        return new SeminarQuery(words, year, hub, page - 1, PAGE_SIZE);
    }

    public boolean isFiltered() {
        return year != null || hub != null;
    }

    public SeminarAddress searched(String words) {
        return new SeminarAddress(cut(words), year, hub, 1);
    }

    public SeminarAddress in(@Nullable Integer year) {
        return new SeminarAddress(words, year, hub, 1);
    }

    public SeminarAddress at(@Nullable HubId hub) {
        return new SeminarAddress(words, year, hub, 1);
    }

    public SeminarAddress page(int page) {
        return new SeminarAddress(words, year, hub, page);
    }

    /** How many pages so many make; 1 at least. */
    public static long pages(long total) {
        return Math.max(1, (total + PAGE_SIZE - 1) / PAGE_SIZE);
    }

    /** The address, without a slash before it. */
    public String path() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(WORDS, words);
        values.put(YEAR, year == null ? "" : year.toString());
        values.put(HUB, hub == null ? "" : hub.value());
        values.put(PAGE, page == 1 ? "" : String.valueOf(page));
        String query = values.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? PATH : PATH + "?" + query;
    }

    private static String cut(String words) {
        String stripped = words.strip();
        return stripped.substring(0, Math.min(stripped.length(), WORDS_CHARS_MAX));
    }

    private static <T> @Nullable T read(Optional<String> value, Function<String, T> form) {
        try {
            return value.map(form).orElse(null);
        } catch (IllegalArgumentException meansNothing) {
            return null;
        }
    }
}
