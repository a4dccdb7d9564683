package id.jipp.ui.open;

import id.jipp.core.innovation.InnovationPage;
import id.jipp.core.innovation.Innovations;
import id.jipp.ui.component.CatalogueAddress;
import id.jipp.ui.component.CatalogueFacets;
import id.jipp.ui.component.InnovationWords;
import id.jipp.ui.text.RequestLanguage;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The public catalogue: all published innovations of all hubs, with words and facets. */
@Component
class CataloguePage {
    private final Innovations innovations;
    private final InnovationWords words;
    private final CatalogueFacets facets;
    private final RequestLanguage language;
    private final OpenPage page;

    CataloguePage(
            Innovations innovations,
            InnovationWords words,
            CatalogueFacets facets,
            RequestLanguage language,
            OpenPage page) {
        this.innovations = innovations;
        this.words = words;
        this.facets = facets;
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
        CatalogueAddress address = CatalogueAddress.of(request::param);
        Locale locale = language.resolveLocale(request.servletRequest());
        InnovationPage found = innovations.list(address.query());
        long pages = CatalogueAddress.pages(found.total());
        Map<String, Object> model = new HashMap<>();
        model.put("home", home);
        model.put("words", address.words());
        model.put("byAnyWord", found.byAnyWord());
        model.put("address", address);
        model.put("total", found.total());
        model.put(
                "cards",
                found.items().stream().map(item -> Card.of(item, words, locale)).toList());
        model.put("facets", facets.of(address, found, locale));
        model.put("pages", pages);
        model.put("previous", address.page() == 1 ? null : address.at(address.page() - 1));
        model.put("next", address.page() >= pages ? null : address.at(address.page() + 1));
        return page.render(request, HttpStatus.OK, "open/catalogue", model);
    }
}
