package id.jipp.core.peer;

import id.jipp.core.log.HubId;

/**
 * How much of one author's passed over one link.
 *
 * @param came entries we took in
 * @param went entries the peer acknowledged
 */
public record Passed(HubId author, Kind kind, long came, long went) {
    public enum Kind {
        /** Innovations and all else that is public or for one hub. */
        RECORDS,
        /** What is said in rooms. */
        MESSAGES
    }

    Passed plus(Passed more) {
        return new Passed(author, kind, came + more.came, went + more.went);
    }
}
