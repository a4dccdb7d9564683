package id.jipp.core.seminar;

import java.time.Instant;

/**
 * A seminar as the projection keeps it.
 *
 * @param position of the last entry that was applied to it; an earlier one changes nothing any more
 * @param changedAt in milliseconds since 1970
 */
record SeminarDocument(String id, long position, int revision, long changedAt, StateV1 state) {
    Seminar toSeminar() {
        return new Seminar(
                SeminarId.parse(id).orElseThrow(), state.toFields(), revision, Instant.ofEpochMilli(changedAt));
    }
}
