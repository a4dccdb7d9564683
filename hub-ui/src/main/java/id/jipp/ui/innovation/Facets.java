package id.jipp.ui.innovation;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import id.jipp.core.area.AreaCode;
import id.jipp.core.area.Areas;
import id.jipp.core.log.HubId;
import id.jipp.ui.component.HubNames;
import id.jipp.ui.component.Way;
import java.text.NumberFormat;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** How what matches is spread; each value is a link to the same list with only that. */
final class Facets extends Div {
    private static final int SHOWN = 6;
    private static final Map<String, String> NAMES = Map.of(
            CatalogueAddress.PHASE, "phase",
            CatalogueAddress.STATUS, "status",
            CatalogueAddress.AREA, "area",
            CatalogueAddress.HUB, "hub",
            CatalogueAddress.YEAR, "year");

    private final Areas areas;
    private final HubNames hubs;

    Facets(Areas areas, HubNames hubs) {
        this.areas = areas;
        this.hubs = hubs;
        addClassName("facets");
    }

    void show(CatalogueAddress address, Map<String, Map<String, Long>> counts) {
        removeAll();
        for (String filter : CatalogueAddress.FILTERS) {
            Map<String, Long> values = counts.getOrDefault(NAMES.get(filter), Map.of());
            if (values.values().stream().anyMatch(count -> count > 0)) {
                add(group(filter, values, address));
            }
        }
    }

    /** What a value of a filter is called. */
    String name(String filter, String value) {
        try {
            return switch (filter) {
                case CatalogueAddress.PHASE -> getTranslation("words.phase." + value);
                case CatalogueAddress.STATUS -> getTranslation("words.status." + value);
                case CatalogueAddress.AREA -> areas.nameOf(new AreaCode(value));
                case CatalogueAddress.HUB -> hubs.of(new HubId(value));
                default -> value;
            };
        } catch (RuntimeException unknown) {
            return value;
        }
    }

    private Div group(String filter, Map<String, Long> counts, CatalogueAddress address) {
        Div group = new Div(new H2(getTranslation("innovation.facet." + NAMES.get(filter))));
        List<Map.Entry<String, Long>> sorted = counts.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .sorted(order(filter))
                .toList();
        group.add(list(filter, sorted.subList(0, Math.min(SHOWN, sorted.size())), address));
        if (sorted.size() > SHOWN) {
            NativeDetails rest = new NativeDetails(
                    getTranslation("innovation.facet.all", sorted.size()),
                    list(filter, sorted.subList(SHOWN, sorted.size()), address));
            rest.setOpen(sorted.subList(SHOWN, sorted.size()).stream()
                    .anyMatch(entry -> address.has(filter, entry.getKey())));
            group.add(rest);
        }
        return group;
    }

    private UnorderedList list(String filter, List<Map.Entry<String, Long>> counts, CatalogueAddress address) {
        UnorderedList list = new UnorderedList();
        NumberFormat numbers = NumberFormat.getIntegerInstance(getLocale());
        for (Map.Entry<String, Long> entry : counts) {
            boolean chosen = address.has(filter, entry.getKey());
            Way way = new Way(chosen ? address.without(filter) : address.with(filter, entry.getKey()), "");
            Span count = new Span(numbers.format(entry.getValue()));
            count.addClassName("quiet");
            way.add(new Span(name(filter, entry.getKey())), count);
            if (chosen) {
                way.getElement().setAttribute("aria-current", "true");
            }
            list.add(new ListItem(way));
        }
        return list;
    }

    private static Comparator<Map.Entry<String, Long>> order(String filter) {
        return switch (filter) {
            case CatalogueAddress.YEAR ->
                Map.Entry.<String, Long>comparingByKey().reversed();
            case CatalogueAddress.PHASE ->
                Comparator.comparingInt(entry -> List.of("creation", "development", "institutionalisation")
                        .indexOf(entry.getKey()));
            default -> Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey());
        };
    }
}
