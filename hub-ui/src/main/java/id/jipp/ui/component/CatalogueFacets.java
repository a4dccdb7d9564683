package id.jipp.ui.component;

import id.jipp.core.area.AreaCode;
import id.jipp.core.area.Areas;
import id.jipp.core.innovation.InnovationPage;
import id.jipp.core.log.HubId;
import id.jipp.ui.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * How what matches is spread, as ways to narrow the list further. One that would change nothing, because all that match
 * have the same value, is not offered. Thread-safe.
 */
@Component
public final class CatalogueFacets {
    private static final int SHOWN = 6;
    private static final List<String> PHASES = List.of("creation", "development", "institutionalisation");

    /** The names of the counts by those of the filters. */
    private static final Map<String, String> NAMES = Map.of(
            CatalogueAddress.PHASE, "phase",
            CatalogueAddress.STATUS, "status",
            CatalogueAddress.AREA, "area",
            CatalogueAddress.HUB, "hub",
            CatalogueAddress.YEAR, "year");

    private final Areas areas;
    private final HubNames hubs;
    private final Texts texts;

    CatalogueFacets(Areas areas, HubNames hubs, Texts texts) {
        this.areas = areas;
        this.hubs = hubs;
        this.texts = texts;
    }

    /**
     * One filter with its values.
     *
     * @param rest the values behind {@code first}, to be unfolded
     * @param unfolded whether the chosen one is among the rest
     */
    public record Facet(String title, List<Option> first, List<Option> rest, boolean unfolded) {
        public int size() {
            return first.size() + rest.size();
        }
    }

    /** @param address the list with this value, or without it where it is the chosen one; without a leading slash */
    public record Option(String name, long count, String address, boolean chosen) {}

    public List<Facet> of(CatalogueAddress address, InnovationPage page, Locale locale) {
        List<Facet> facets = new ArrayList<>();
        for (String filter : CatalogueAddress.FILTERS) {
            List<Option> options = options(filter, address, page, locale);
            boolean tells = options.stream().anyMatch(option -> option.chosen() || option.count() < page.total());
            if (tells) {
                int split = Math.min(SHOWN, options.size());
                List<Option> rest = options.subList(split, options.size());
                facets.add(new Facet(
                        texts.getTranslation("words.facet." + NAMES.get(filter), locale),
                        options.subList(0, split),
                        rest,
                        rest.stream().anyMatch(Option::chosen)));
            }
        }
        return facets;
    }

    /** What a value of a filter is called; one that means nothing as it came. */
    public String name(String filter, String value, Locale locale) {
        try {
            return switch (filter) {
                case CatalogueAddress.PHASE -> texts.getTranslation("words.phase." + value, locale);
                case CatalogueAddress.STATUS -> texts.getTranslation("words.status." + value, locale);
                case CatalogueAddress.AREA -> areas.nameOf(new AreaCode(value));
                case CatalogueAddress.HUB -> hubs.of(new HubId(value));
                default -> value;
            };
        } catch (RuntimeException unknown) {
            return value;
        }
    }

    private List<Option> options(String filter, CatalogueAddress address, InnovationPage page, Locale locale) {
        return page.facets().getOrDefault(NAMES.get(filter), Map.of()).entrySet().stream()
                .filter(entry -> entry.getValue() > 0 && !entry.getKey().isEmpty())
                .sorted(order(filter))
                .map(entry -> {
                    boolean chosen = address.has(filter, entry.getKey());
                    return new Option(
                            name(filter, entry.getKey(), locale),
                            entry.getValue(),
                            chosen ? address.without(filter) : address.with(filter, entry.getKey()),
                            chosen);
                })
                .toList();
    }

    private static Comparator<Map.Entry<String, Long>> order(String filter) {
        return switch (filter) {
            case CatalogueAddress.YEAR ->
                Map.Entry.<String, Long>comparingByKey().reversed();
            case CatalogueAddress.PHASE -> Comparator.comparingInt(entry -> PHASES.indexOf(entry.getKey()));
            default -> Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey());
        };
    }
}
