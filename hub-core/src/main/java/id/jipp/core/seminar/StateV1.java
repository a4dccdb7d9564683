package id.jipp.core.seminar;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All of a seminar as it is written down, in entries and in documents; what is empty is left out. Frozen: a new field may
 * be added, none may change its meaning.
 *
 * @param start as {@link When} is written, for example {@code 2023-11-02T09:00+08:00}, {@code 2020-10-15} or {@code 2020}
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"title", "start", "end", "place", "organiser", "topic", "sourceUrl", "sessions", "speakers"})
record StateV1(
        @Nullable String title,
        @Nullable String start,
        @Nullable String end,
        @Nullable String place,
        @Nullable String organiser,
        @Nullable String topic,
        @Nullable String sourceUrl,
        @Nullable List<SessionV1> sessions,
        @Nullable List<SpeakerV1> speakers) {

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @JsonPropertyOrder({"title", "start", "end", "speakers"})
    record SessionV1(
            @Nullable String title,
            @Nullable String start,
            @Nullable String end,
            @Nullable List<String> speakers) {
        static SessionV1 of(Session session) {
            return new SessionV1(session.title(), text(session.start()), text(session.end()), session.speakers());
        }

        Session toSession() {
            return new Session(
                    text(title),
                    when(start),
                    when(end),
                    known(speakers).stream().map(StateV1::text).toList());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @JsonPropertyOrder({"name", "post", "agency"})
    record SpeakerV1(
            @Nullable String name,
            @Nullable String post,
            @Nullable String agency) {
        static SpeakerV1 of(Speaker speaker) {
            return new SpeakerV1(speaker.name(), speaker.post(), speaker.agency());
        }

        Speaker toSpeaker() {
            return new Speaker(text(name), text(post), text(agency));
        }
    }

    static StateV1 of(SeminarFields f) {
        return new StateV1(
                f.title(),
                text(f.start()),
                text(f.end()),
                f.place(),
                f.organiser(),
                f.topic(),
                f.sourceUrl(),
                f.sessions().stream().map(SessionV1::of).toList(),
                f.speakers().stream().map(SpeakerV1::of).toList());
    }

    SeminarFields toFields() {
        return new SeminarFields(
                text(title),
                when(start),
                when(end),
                text(place),
                text(organiser),
                text(topic),
                text(sourceUrl),
                known(sessions).stream().map(SessionV1::toSession).toList(),
                known(speakers).stream().map(SpeakerV1::toSpeaker).toList());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static @Nullable String text(@Nullable When when) {
        return when == null ? null : when.toString();
    }

    /** Null also where a later version knows a form that we do not. */
    private static @Nullable When when(@Nullable String text) {
        return text == null ? null : When.parse(text).orElse(null);
    }

    /** JSON may leave anything out, also within a list. */
    private static <T> List<T> known(@Nullable List<T> list) {
        return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
    }
}
