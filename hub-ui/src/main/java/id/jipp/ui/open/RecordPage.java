package id.jipp.ui.open;

import id.jipp.core.area.Areas;
import id.jipp.core.innovation.Innovation;
import id.jipp.core.innovation.InnovationFields;
import id.jipp.core.innovation.InnovationId;
import id.jipp.core.innovation.Innovations;
import id.jipp.core.innovation.Status;
import id.jipp.core.settings.HubSettings;
import id.jipp.ui.component.HubNames;
import id.jipp.ui.component.InnovationWords;
import id.jipp.ui.component.Origins;
import id.jipp.ui.text.Moments;
import id.jipp.ui.text.RequestLanguage;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** One innovation, to be read alone. What was ended says why; what was taken back says so and shows nothing else. */
@Component
class RecordPage {
    private final Innovations innovations;
    private final InnovationWords words;
    private final Areas areas;
    private final HubNames hubs;
    private final Origins origins;
    private final RequestLanguage language;
    private final OpenPage page;
    private final Moments moments;

    RecordPage(
            Innovations innovations,
            InnovationWords words,
            Areas areas,
            HubNames hubs,
            Origins origins,
            RequestLanguage language,
            OpenPage page,
            HubSettings settings,
            Clock clock) {
        this.innovations = innovations;
        this.words = words;
        this.areas = areas;
        this.hubs = hubs;
        this.origins = origins;
        this.language = language;
        this.page = page;
        this.moments = new Moments(settings.area(), clock);
    }

    ServerResponse show(ServerRequest request) {
        Optional<Innovation> found = InnovationId.parse(request.pathVariable("id"))
                .flatMap(id -> innovations.find(id, null))
                .filter(innovation -> innovation.status() != Status.DRAFT);
        if (found.isEmpty()) {
            return page.render(request, HttpStatus.NOT_FOUND, "open/absent", Map.of("withdrawn", false));
        }
        Innovation innovation = found.get();
        if (innovation.status() == Status.WITHDRAWN) {
            return page.render(request, HttpStatus.GONE, "open/absent", Map.of("withdrawn", true));
        }
        return page.render(request, HttpStatus.OK, "open/record", model(request, innovation));
    }

    private Map<String, Object> model(ServerRequest request, Innovation innovation) {
        Locale locale = language.resolveLocale(request.servletRequest());
        InnovationFields fields = innovation.fields();
        Map<String, Object> model = new HashMap<>();
        model.put("it", innovation);
        model.put("fields", fields);
        model.put("says", words.says(innovation));
        model.put("status", innovation.status().code());
        model.put("dot", words.dot(innovation));
        model.put("phase", fields.phase() == null ? "" : fields.phase().code());
        model.put("cost", fields.costClass() == null ? "" : fields.costClass().code());
        model.put("area", areas.nameOf(innovation.area()));
        model.put("hub", hubs.of(innovation.id().hub()));
        model.put("confirmed", isConfirmed(innovation) ? day(innovation.confirmedAt(), locale) : "");
        model.put("published", day(innovation.publishedAt(), locale));
        model.put("origin", origins.of(innovation).orElse(""));
        model.put("source", isWebAddress(fields.sourceUrl()) ? fields.sourceUrl() : "");
        return model;
    }

    /** Publishing counts as confirming, but nobody said since that it runs. */
    private static boolean isConfirmed(Innovation innovation) {
        return !Objects.equals(innovation.confirmedAt(), innovation.publishedAt());
    }

    private String day(@Nullable Instant instant, Locale locale) {
        return instant == null ? "" : moments.date(instant, locale);
    }

    /** Anything else, {@code javascript:} above all, stays text. */
    private static boolean isWebAddress(String text) {
        return text.matches("https?://[^\\s\"'<>]{1,2000}");
    }
}
