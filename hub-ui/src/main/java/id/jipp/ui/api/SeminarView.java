package id.jipp.ui.api;

import id.jipp.core.seminar.Seminar;
import id.jipp.core.seminar.SeminarFields;
import id.jipp.core.seminar.Session;
import id.jipp.core.seminar.Speaker;
import id.jipp.core.seminar.When;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A seminar as the API shows it.
 *
 * @param start as exactly as it is known: {@code 2023-11-02T09:00+08:00}, {@code 2020-10-15} or {@code 2020}
 */
record SeminarView(
        String id,
        String hub,
        int revision,
        String title,
        String start,
        @Nullable String end,
        String place,
        String organiser,
        String topic,
        String sourceUrl,
        List<SessionView> sessions,
        List<SpeakerView> speakers,
        List<MaterialView> materials,
        @Nullable OffsetDateTime changedAt) {

    /** @param speakers the names of some of the seminar's speakers */
    record SessionView(
            String title, @Nullable String start, @Nullable String end, List<String> speakers) {
        static SessionView of(Session session) {
            return new SessionView(session.title(), text(session.start()), text(session.end()), session.speakers());
        }
    }

    record SpeakerView(String name, String post, String agency) {
        static SpeakerView of(Speaker speaker) {
            return new SpeakerView(speaker.name(), speaker.post(), speaker.agency());
        }
    }

    static SeminarView of(Seminar seminar, List<MaterialView> materials, ZoneId zone) {
        SeminarFields fields = seminar.fields();
        return new SeminarView(
                seminar.id().toString(),
                seminar.id().hub().value(),
                seminar.revision(),
                fields.title(),
                seminar.start().toString(),
                text(fields.end()),
                fields.place(),
                fields.organiser(),
                fields.topic(),
                fields.sourceUrl(),
                fields.sessions().stream().map(SessionView::of).toList(),
                fields.speakers().stream().map(SpeakerView::of).toList(),
                materials,
                InnovationView.at(seminar.changedAt(), zone));
    }

    private static @Nullable String text(@Nullable When when) {
        return when == null ? null : when.toString();
    }
}
