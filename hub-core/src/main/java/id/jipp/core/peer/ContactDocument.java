package id.jipp.core.peer;

import id.jipp.core.log.HubId;
import java.time.Instant;
import java.util.List;

/**
 * When we last heard of a peer, and its absences, as they are kept; times in milliseconds since 1970.
 *
 * @param id the hub's
 * @param absences the newest first
 */
record ContactDocument(String id, long lastContact, List<Away> absences) {
    record Away(long from, long until, boolean over, List<Part> passed) {
        static Away of(Absence absence) {
            return new Away(
                    absence.from().toEpochMilli(),
                    absence.until().toEpochMilli(),
                    absence.over(),
                    absence.passed().stream().map(Part::of).toList());
        }

        Absence absence() {
            return new Absence(
                    Instant.ofEpochMilli(from),
                    Instant.ofEpochMilli(until),
                    over,
                    passed.stream().map(Part::passed).toList());
        }
    }

    record Part(String author, String kind, long came, long went) {
        static Part of(Passed passed) {
            return new Part(passed.author().value(), passed.kind().name(), passed.came(), passed.went());
        }

        Passed passed() {
            return new Passed(new HubId(author), Passed.Kind.valueOf(kind), came, went);
        }
    }
}
