package id.jipp.ui.seminar;

import id.jipp.core.seminar.SeminarFields;
import id.jipp.core.seminar.Session;
import id.jipp.core.seminar.Speaker;
import id.jipp.core.seminar.When;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What stands in the form, right or wrong, so that the browser can keep it: every value as it was typed, times and days in
 * ISO 8601, empty where nothing is.
 *
 * @param year of a seminar of which no day is known; counts while {@code day} is empty
 * @param zone of all hours, {@code +08:00}
 */
record SeminarDraft(
        String title,
        String day,
        String from,
        String lastDay,
        String until,
        String year,
        String zone,
        String place,
        String organiser,
        String topic,
        String sourceUrl,
        List<SpokenBy> speakers,
        List<Part> sessions) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int CHARS_MAX = 200_000;
    private static final Predicate<String> ANYTHING = text -> true;
    private static final Predicate<String> DAY = read(LocalDate::parse).or(String::isEmpty);
    private static final Predicate<String> HOUR = read(LocalTime::parse).or(String::isEmpty);
    private static final Predicate<String> ZONE = read(ZoneOffset::of);

    record SpokenBy(String name, String post, String agency) {}

    /** @param day of a session on another day than the first; else empty */
    record Part(String title, String day, String from, String until, List<String> speakers) {}

    static SeminarDraft empty(String organiser, ZoneOffset zone) {
        return new SeminarDraft("", "", "", "", "", "", zone.getId(), "", organiser, "", "", List.of(), List.of());
    }

    static SeminarDraft of(SeminarFields fields, ZoneOffset usual) {
        When start = fields.start();
        When end = fields.end();
        String day = day(start);
        return new SeminarDraft(
                fields.title(),
                day,
                hour(start),
                day(end).equals(day) ? "" : day(end),
                hour(end),
                start instanceof When.InYear(int year) ? String.valueOf(year) : "",
                (start instanceof When.Minute(OffsetDateTime at) ? at.getOffset() : usual).getId(),
                fields.place(),
                fields.organiser(),
                fields.topic(),
                fields.sourceUrl(),
                fields.speakers().stream()
                        .map(one -> new SpokenBy(one.name(), one.post(), one.agency()))
                        .toList(),
                fields.sessions().stream().map(session -> part(session, day)).toList());
    }

    private static Part part(Session session, String firstDay) {
        String day = day(session.start());
        return new Part(
                session.title(),
                day.equals(firstDay) ? "" : day,
                hour(session.start()),
                hour(session.end()),
                session.speakers());
    }

    /** What is told if this is right; whatever is no time is left out. Rows without any word are no rows. */
    SeminarFields toFields() {
        When start = when(day, from);
        return new SeminarFields(
                title,
                start == null ? When.parse(year).orElse(null) : start,
                when(lastDay.isEmpty() && !until.isEmpty() ? day : lastDay, until),
                place,
                organiser,
                topic,
                sourceUrl,
                sessions.stream()
                        .filter(part ->
                                !(part.title().isBlank() && part.speakers().isEmpty()))
                        .map(this::session)
                        .toList(),
                speakers.stream()
                        .filter(one -> !(one.name() + one.post() + one.agency()).isBlank())
                        .map(one -> new Speaker(one.name(), one.post(), one.agency()))
                        .toList());
    }

    private Session session(Part part) {
        String on = part.day().isEmpty() ? day : part.day();
        return new Session(
                part.title(),
                part.from().isEmpty() && part.day().isEmpty() ? null : when(on, part.from()),
                part.until().isEmpty() ? null : when(on, part.until()),
                part.speakers());
    }

    private @Nullable When when(String day, String hour) {
        return day.isEmpty()
                ? null
                : When.parse(hour.isEmpty() ? day : day + "T" + hour + zone).orElse(null);
    }

    private static String day(@Nullable When when) {
        return switch (when) {
            case When.Minute(OffsetDateTime at) -> at.toLocalDate().toString();
            case When.Day(LocalDate on) -> on.toString();
            case When.InYear year -> "";
            case null -> "";
        };
    }

    private static String hour(@Nullable When when) {
        return when instanceof When.Minute(OffsetDateTime at)
                ? LocalTime.of(at.getHour(), at.getMinute()).toString()
                : "";
    }

    String toJson() {
        return JSON.writeValueAsString(this);
    }

    /** Empty for what is not a draft, or too long for one: it comes from a browser. */
    static Optional<SeminarDraft> parse(String json) {
        if (json.length() > CHARS_MAX) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(JSON.readValue(json, SeminarDraft.class)).filter(SeminarDraft::isWhole);
        } catch (JacksonException malformed) {
            return Optional.empty();
        }
    }

    private boolean isWhole() {
        return are(ANYTHING, title, year, place, organiser, topic, sourceUrl)
                && are(DAY, day, lastDay)
                && are(HOUR, from, until)
                && are(ZONE, zone)
                && speakers != null
                && speakers.stream().allMatch(one -> one != null && are(ANYTHING, one.name(), one.post(), one.agency()))
                && sessions != null
                && sessions.stream().allMatch(SeminarDraft::isWhole);
    }

    private static boolean isWhole(@Nullable Part part) {
        return part != null
                && are(ANYTHING, part.title())
                && are(DAY, part.day())
                && are(HOUR, part.from(), part.until())
                && part.speakers() != null
                && part.speakers().stream().allMatch(name -> are(ANYTHING, name));
    }

    private static boolean are(Predicate<String> form, @Nullable String... values) {
        for (String value : values) {
            if (value == null || !form.test(value)) {
                return false;
            }
        }
        return true;
    }

    private static Predicate<String> read(Function<String, ?> form) {
        return text -> {
            try {
                return form.apply(text) != null;
            } catch (DateTimeException no) {
                return false;
            }
        };
    }
}
