package id.jipp.ui.open;

import id.jipp.core.area.AreaCode;
import id.jipp.core.area.Areas;
import id.jipp.core.innovation.InnovationPage;
import id.jipp.core.innovation.Innovations;
import id.jipp.core.log.HubId;
import id.jipp.ui.component.HubNames;
import id.jipp.ui.text.RequestLanguage;
import id.jipp.ui.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The public catalogue: all published innovations of all hubs, with words and facets. */
@Component
class CataloguePage {
    private static final int OPTIONS_MAX = 10;

    private final Innovations innovations;
    private final Areas areas;
    private final HubNames hubs;
    private final Texts texts;
    private final RequestLanguage language;
    private final OpenPage page;

    CataloguePage(
            Innovations innovations, Areas areas, HubNames hubs, Texts texts, RequestLanguage language, OpenPage page) {
        this.innovations = innovations;
        this.areas = areas;
        this.hubs = hubs;
        this.texts = texts;
        this.language = language;
        this.page = page;
    }

    ServerResponse home(ServerRequest request) {
        return show(request, true);
    }

    ServerResponse list(ServerRequest request) {
        return show(request, false);
    }

    private ServerResponse show(ServerRequest request, boolean home) {
        OpenQuery query = OpenQuery.of(request);
        Locale locale = language.resolveLocale(request.servletRequest());
        InnovationPage found = innovations.list(query.toQuery());
        Map<String, Object> model = new HashMap<>();
        model.put("home", home);
        model.put("words", query.text());
        model.put("number", query.page() + 1);
        model.put("kept", query.kept());
        model.put("total", found.total());
        model.put(
                "cards",
                found.items().stream()
                        .map(item -> Card.of(
                                item,
                                areas.nameOf(item.area()),
                                hubs.of(item.id().hub())))
                        .toList());
        model.put("facets", facets(query, found, locale));
        model.put("pages", Math.max(1, (found.total() + OpenQuery.SIZE - 1) / OpenQuery.SIZE));
        model.put("previous", query.page() == 0 ? null : query.at(query.page() - 1));
        model.put("next", (query.page() + 1L) * OpenQuery.SIZE >= found.total() ? null : query.at(query.page() + 1));
        return page.render(request, HttpStatus.OK, "open/catalogue", model);
    }

    private List<Facet> facets(OpenQuery query, InnovationPage found, Locale locale) {
        List<Facet> facets = new ArrayList<>();
        add(facets, query, found, "phase", code -> word("open.phase." + code, locale));
        add(facets, query, found, "area", code -> areas.nameOf(new AreaCode(code)));
        add(facets, query, found, "status", code -> word("open.status." + code, locale));
        add(facets, query, found, "hub", code -> hubs.of(new HubId(code)));
        return facets;
    }

    private static void add(
            List<Facet> facets, OpenQuery query, InnovationPage found, String name, Function<String, String> label) {
        @Nullable String chosen = query.values().get(name);
        List<Facet.Option> options = found.facets().getOrDefault(name, Map.of()).entrySet().stream()
                .filter(entry -> !entry.getKey().isEmpty())
                .filter(entry -> entry.getValue() > 0 || entry.getKey().equals(chosen))
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(OPTIONS_MAX)
                .map(entry -> {
                    boolean current = entry.getKey().equals(chosen);
                    return new Facet.Option(
                            label.apply(entry.getKey()),
                            entry.getValue(),
                            query.with(name, current ? null : entry.getKey()),
                            current);
                })
                .toList();
        if (!options.isEmpty()) {
            facets.add(new Facet(name, options));
        }
    }

    private String word(String key, Locale locale) {
        return texts.getTranslation(key, locale);
    }
}
