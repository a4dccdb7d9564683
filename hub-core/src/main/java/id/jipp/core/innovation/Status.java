package id.jipp.core.innovation;

import java.util.Locale;

/** How an innovation stands in the catalogue. */
public enum Status {
    /** Seen by its own hub only. */
    DRAFT,
    /** Published and confirmed within the last twelve months. */
    ACTIVE,
    /** Published, not confirmed for more than twelve months. */
    UNCONFIRMED,
    /** Ended, with a reason; stays findable. */
    RETIRED,
    /** Taken back entirely; in no list any more, its fields are empty, its page says so. */
    WITHDRAWN;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
