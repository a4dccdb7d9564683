package id.jipp.core.seminar;

import java.time.Instant;

/**
 * A seminar as it is now, for reading.
 *
 * @param revision 1 when it was made, one more with each change; guards an edit
 */
public record Seminar(SeminarId id, SeminarFields fields, int revision, Instant changedAt) {
    /** When it begins; a seminar that exists has said so. */
    public When start() {
        When start = fields.start();
        if (start == null) {
            throw new IllegalStateException("A seminar without a start: " + id);
        }
        return start;
    }
}
