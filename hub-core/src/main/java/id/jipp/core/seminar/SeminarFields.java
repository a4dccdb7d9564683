package id.jipp.core.seminar;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person fills in about a seminar. Texts may be empty but are never null. Kept as typed; {@code SeminarRules} says
 * what must be right.
 *
 * @param start when it begins; null if not said, which is refused
 * @param end null where it is as long as its start says: that day, that year
 * @param place where people meet, or how they do from afar
 * @param topic what it is about, may have lines
 * @param sourceUrl where the facts come from; may be empty
 */
public record SeminarFields(
        String title,
        @Nullable When start,
        @Nullable When end,
        String place,
        String organiser,
        String topic,
        String sourceUrl,
        List<Session> sessions,
        List<Speaker> speakers) {
    public SeminarFields {
        sessions = List.copyOf(sessions);
        speakers = List.copyOf(speakers);
    }
}
