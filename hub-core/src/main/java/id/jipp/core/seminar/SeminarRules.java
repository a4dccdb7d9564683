package id.jipp.core.seminar;

import id.jipp.core.outcome.Problem;
import id.jipp.core.text.PlainText;
import id.jipp.core.text.WebAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a seminar can hold and what must be right in it. Pure. */
final class SeminarRules {
    static final int TITLE_CHARS_MAX = 250;
    static final int LINE_CHARS_MAX = 200;
    static final int NAME_CHARS_MAX = 120;
    static final int TOPIC_CHARS_MAX = 5_000;
    static final int URL_CHARS_MAX = 500;
    static final int SESSIONS_MAX = 60;
    static final int SPEAKERS_MAX = 100;
    static final int SPEAKERS_OF_SESSION_MAX = 20;

    private SeminarRules() {}

    /** Every text made plain; nothing is cut. */
    static SeminarFields plain(SeminarFields f) {
        return new SeminarFields(
                PlainText.line(f.title()),
                f.start(),
                f.end(),
                PlainText.line(f.place()),
                PlainText.line(f.organiser()),
                PlainText.lines(f.topic()),
                PlainText.line(f.sourceUrl()),
                f.sessions().stream()
                        .map(session -> new Session(
                                PlainText.line(session.title()),
                                session.start(),
                                session.end(),
                                session.speakers().stream().map(PlainText::line).toList()))
                        .toList(),
                f.speakers().stream()
                        .map(speaker -> new Speaker(
                                PlainText.line(speaker.name()),
                                PlainText.line(speaker.post()),
                                PlainText.line(speaker.agency())))
                        .toList());
    }

    /** What is wrong with plain fields; empty if they may be told. */
    static List<Problem> of(SeminarFields f) {
        List<Problem> problems = new ArrayList<>();
        required(problems, "title", f.title());
        within(problems, "title", f.title(), TITLE_CHARS_MAX);
        if (f.start() == null) {
            problems.add(Problem.of("start", "required"));
        }
        ordered(problems, "end", f.start(), f.end());
        within(problems, "place", f.place(), LINE_CHARS_MAX);
        within(problems, "organiser", f.organiser(), LINE_CHARS_MAX);
        within(problems, "topic", f.topic(), TOPIC_CHARS_MAX);
        within(problems, "sourceUrl", f.sourceUrl(), URL_CHARS_MAX);
        if (!f.sourceUrl().isEmpty() && !WebAddress.is(f.sourceUrl())) {
            problems.add(Problem.of("sourceUrl", "not-a-link", PlainText.cut(f.sourceUrl(), 80)));
        }
        ofSpeakers(problems, f.speakers());
        ofSessions(problems, f.sessions(), names(f));
        return problems;
    }

    private static void ofSpeakers(List<Problem> problems, List<Speaker> speakers) {
        few(problems, "speakers", speakers.size(), SPEAKERS_MAX);
        Set<String> names = new HashSet<>();
        for (Speaker speaker : speakers) {
            required(problems, "speakers", speaker.name());
            within(problems, "speakers", speaker.name(), NAME_CHARS_MAX);
            within(problems, "speakers", speaker.post(), LINE_CHARS_MAX);
            within(problems, "speakers", speaker.agency(), LINE_CHARS_MAX);
            if (!names.add(speaker.name())) {
                problems.add(Problem.of("speakers", "speaker-twice", PlainText.cut(speaker.name(), 80)));
            }
        }
    }

    private static void ofSessions(List<Problem> problems, List<Session> sessions, Set<String> names) {
        few(problems, "sessions", sessions.size(), SESSIONS_MAX);
        for (Session session : sessions) {
            required(problems, "sessions", session.title());
            within(problems, "sessions", session.title(), LINE_CHARS_MAX);
            ordered(problems, "sessions", session.start(), session.end());
            few(problems, "sessions", session.speakers().size(), SPEAKERS_OF_SESSION_MAX);
            session.speakers().stream()
                    .filter(name -> !names.contains(name))
                    .forEach(name -> problems.add(Problem.of("sessions", "speaker-unknown", PlainText.cut(name, 80))));
        }
    }

    /** Whether fields from afar say enough to be one. */
    static boolean isSeminar(SeminarFields fromAfar) {
        return fromAfar.start() != null && !PlainText.line(fromAfar.title()).isEmpty();
    }

    /** Fields from afar, cut to our bounds: another hub's program may allow more, and is not believed in any case. */
    static SeminarFields contained(SeminarFields fromAfar) {
        SeminarFields f = plain(fromAfar);
        List<Speaker> speakers = f.speakers().stream()
                .filter(speaker -> !speaker.name().isEmpty())
                .limit(SPEAKERS_MAX)
                .map(speaker -> new Speaker(
                        PlainText.cut(speaker.name(), NAME_CHARS_MAX),
                        PlainText.cut(speaker.post(), LINE_CHARS_MAX),
                        PlainText.cut(speaker.agency(), LINE_CHARS_MAX)))
                .toList();
        List<Session> sessions = f.sessions().stream()
                .filter(session -> !session.title().isEmpty())
                .limit(SESSIONS_MAX)
                .map(session -> new Session(
                        PlainText.cut(session.title(), LINE_CHARS_MAX),
                        session.start(),
                        isOrdered(session.start(), session.end()) ? session.end() : null,
                        session.speakers().stream()
                                .limit(SPEAKERS_OF_SESSION_MAX)
                                .map(name -> PlainText.cut(name, NAME_CHARS_MAX))
                                .toList()))
                .toList();
        return new SeminarFields(
                PlainText.cut(f.title(), TITLE_CHARS_MAX),
                f.start(),
                isOrdered(f.start(), f.end()) ? f.end() : null,
                PlainText.cut(f.place(), LINE_CHARS_MAX),
                PlainText.cut(f.organiser(), LINE_CHARS_MAX),
                PlainText.cut(f.topic(), TOPIC_CHARS_MAX),
                WebAddress.is(f.sourceUrl()) && f.sourceUrl().length() <= URL_CHARS_MAX ? f.sourceUrl() : "",
                sessions,
                speakers);
    }

    private static Set<String> names(SeminarFields f) {
        return f.speakers().stream().map(Speaker::name).collect(Collectors.toSet());
    }

    private static void required(List<Problem> problems, String field, String text) {
        if (text.isEmpty()) {
            problems.add(Problem.of(field, "required"));
        }
    }

    private static void within(List<Problem> problems, String field, String text, int charsMax) {
        if (text.length() > charsMax) {
            problems.add(Problem.of(field, "too-long", charsMax, text.length()));
        }
    }

    private static void few(List<Problem> problems, String field, int count, int max) {
        if (count > max) {
            problems.add(Problem.of(field, "too-many", max, count));
        }
    }

    private static void ordered(List<Problem> problems, String field, @Nullable When start, @Nullable When end) {
        if (!isOrdered(start, end)) {
            problems.add(Problem.of(field, "ends-before-it-begins", String.valueOf(start), String.valueOf(end)));
        }
    }

    private static boolean isOrdered(@Nullable When start, @Nullable When end) {
        return start == null || end == null || !end.ends().isBefore(start.begins());
    }
}
