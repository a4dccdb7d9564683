package id.jipp.ui.open;

import id.jipp.core.material.Material;
import id.jipp.core.material.Materials;
import id.jipp.core.seminar.Seminar;
import id.jipp.core.seminar.SeminarFields;
import id.jipp.core.seminar.SeminarId;
import id.jipp.core.seminar.SeminarPage;
import id.jipp.core.seminar.Seminars;
import id.jipp.core.seminar.Session;
import id.jipp.ui.component.HubNames;
import id.jipp.ui.component.MaterialWords;
import id.jipp.ui.component.SeminarAddress;
import id.jipp.ui.component.WhenWords;
import id.jipp.ui.text.RequestLanguage;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The public seminars: all hubs' in a list, and each alone with those of its materials that are shared with everybody. */
@Component
class SeminarPages {
    private final Seminars seminars;
    private final Materials materials;
    private final MaterialWords words;
    private final HubNames hubs;
    private final RequestLanguage language;
    private final OpenPage page;

    SeminarPages(
            Seminars seminars,
            Materials materials,
            MaterialWords words,
            HubNames hubs,
            RequestLanguage language,
            OpenPage page) {
        this.seminars = seminars;
        this.materials = materials;
        this.words = words;
        this.hubs = hubs;
        this.language = language;
        this.page = page;
    }

    /** A seminar in the list. */
    record Row(String id, String title, String when, String where, String hub, String topic, int files) {}

    /** A session, its hours empty where they are not known. */
    record Part(String hours, String title, String speakers) {}

    /** @param file its address; empty while its bytes are not here */
    record Paper(String title, String what, String licence, String state, String dot, String file) {}

    ServerResponse list(ServerRequest request) {
        SeminarAddress address = SeminarAddress.of(request::param);
        Locale locale = language.resolveLocale(request.servletRequest());
        SeminarPage found = seminars.list(address.query());
        long pages = SeminarAddress.pages(found.total());
        Map<String, Object> model = new HashMap<>();
        model.put("words", address.words());
        model.put("address", address);
        model.put("total", found.total());
        model.put(
                "rows",
                found.items().stream().map(seminar -> row(seminar, locale)).toList());
        model.put("years", found.years());
        model.put("pages", pages);
        model.put(
                "previous",
                address.page() == 1 ? null : address.page(address.page() - 1).path());
        model.put(
                "next",
                address.page() >= pages
                        ? null
                        : address.page(address.page() + 1).path());
        return page.render(request, HttpStatus.OK, "open/seminars", model);
    }

    ServerResponse show(ServerRequest request) {
        Optional<Seminar> found = SeminarId.parse(request.pathVariable("id")).flatMap(seminars::find);
        return found.isEmpty()
                ? page.render(request, HttpStatus.NOT_FOUND, "open/absent", Map.of("withdrawn", false))
                : page.render(request, HttpStatus.OK, "open/seminar", model(request, found.get()));
    }

    private Row row(Seminar seminar, Locale locale) {
        SeminarFields fields = seminar.fields();
        return new Row(
                seminar.id().toString(),
                fields.title(),
                WhenWords.of(seminar.start(), fields.end(), locale),
                Stream.of(fields.place(), fields.organiser())
                        .filter(said -> !said.isEmpty())
                        .collect(Collectors.joining(" · ")),
                hubs.of(seminar.id().hub()),
                fields.topic(),
                materials.of(seminar.id(), null).size());
    }

    private Map<String, Object> model(ServerRequest request, Seminar seminar) {
        Locale locale = language.resolveLocale(request.servletRequest());
        List<Paper> papers = materials.of(seminar.id(), null).stream()
                .map(material -> paper(material, locale))
                .toList();
        List<Part> parts = seminar.fields().sessions().stream()
                .map(session -> part(session, locale))
                .toList();
        return Map.of(
                "fields",
                seminar.fields(),
                "when",
                WhenWords.of(seminar.start(), seminar.fields().end(), locale),
                "hub",
                hubs.of(seminar.id().hub()),
                "parts",
                parts,
                "papers",
                papers);
    }

    private static Part part(Session session, Locale locale) {
        return new Part(
                WhenWords.hours(session.start(), session.end(), locale),
                session.title(),
                String.join(", ", session.speakers()));
    }

    private Paper paper(Material material, Locale locale) {
        return new Paper(
                material.fields().title(),
                words.what(material, locale),
                words.licence(material, locale),
                words.state(material, locale),
                words.dot(material),
                words.isHere(material) ? MaterialWords.address(material) : "");
    }
}
