package id.jipp.core.peer;

import java.time.Instant;
import java.util.List;

/**
 * A time in which we and a peer heard nothing of each other, and what was made up for afterwards.
 *
 * @param from the last contact before
 * @param until the first contact after
 * @param over whether all that either held back then had passed; else some of it still waits
 * @param passed what passed from then until both held the same, by author
 */
public record Absence(Instant from, Instant until, boolean over, List<Passed> passed) {
    public Absence {
        passed = List.copyOf(passed);
    }
}
