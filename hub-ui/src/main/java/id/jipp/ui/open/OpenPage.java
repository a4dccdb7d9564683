package id.jipp.ui.open;

import id.jipp.core.settings.HubSettings;
import id.jipp.ui.component.CatalogueAddress;
import id.jipp.ui.security.PagePolicy;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.util.UriComponentsBuilder;

/** The frame of every public page. */
@Component
class OpenPage {
    private final HubSettings settings;

    OpenPage(HubSettings settings) {
        this.settings = settings;
    }

    ServerResponse render(ServerRequest request, HttpStatus status, String template, Map<String, ?> content) {
        Map<String, Object> model = new HashMap<>(content);
        model.put("hubName", settings.name());
        model.put("languageLinks", Map.of("id", inLanguage(request, "id"), "en", inLanguage(request, "en")));
        return ServerResponse.status(status)
                .header(PagePolicy.HEADER, PagePolicy.STRICT)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header(HttpHeaders.VARY, "Cookie")
                .render(template, model);
    }

    /** The same page in the other language; only parameters we know are carried on. */
    private static String inLanguage(ServerRequest request, String language) {
        var here = UriComponentsBuilder.fromPath(request.path());
        Map<String, Object> values = new HashMap<>();
        for (String name : CatalogueAddress.NAMES) {
            request.param(name).filter(value -> value.length() <= 200).ifPresent(value -> {
                here.queryParam(name, "{" + name + "}");
                values.put(name, value);
            });
        }
        values.put("lang", language);
        return here.queryParam("lang", "{lang}").encode().buildAndExpand(values).toUriString();
    }
}
