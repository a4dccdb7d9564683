package id.jipp.core.seminar;

import java.time.Instant;
import java.util.List;

/**
 * A seminar as it is now, for reading.
 *
 * @param revision 1 when it was made, one more with each change; guards an edit
 */
public record Seminar(SeminarId id, SeminarFields fields, int revision, Instant changedAt) {
    /** What is left of it where only references of its hub are shown: what, when, where, whose, and where it is told. */
    Seminar asReference() {
        SeminarFields f = fields;
        return new Seminar(
                id,
                new SeminarFields(
                        f.title(),
                        f.start(),
                        f.end(),
                        f.place(),
                        f.organiser(),
                        "",
                        f.sourceUrl(),
                        List.of(),
                        List.of()),
                revision,
                changedAt);
    }

    /** When it begins; a seminar that exists has said so. */
    public When start() {
        When start = fields.start();
        if (start == null) {
            throw new IllegalStateException("A seminar without a start: " + id);
        }
        return start;
    }
}
