package id.jipp.ui.api;

import id.jipp.core.log.HubId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What a list is asked for, read alike wherever it is asked. */
final class Filters {
    private static final int WORDS_LENGTH_MAX = 500;

    private Filters() {}

    /** Words to be found; empty for none. */
    static String words(@Nullable String q) {
        if (q != null && q.length() > WORDS_LENGTH_MAX) {
            throw Refusal.of(HttpStatus.BAD_REQUEST, "q", "too-long", WORDS_LENGTH_MAX, q.length());
        }
        return q == null ? "" : q;
    }

    /** A hub by its id; null where none is named. */
    static @Nullable HubId hub(@Nullable String hub) {
        if (hub == null || hub.isBlank()) {
            return null;
        }
        try {
            return new HubId(hub.strip());
        } catch (IllegalArgumentException wrong) {
            throw Refusal.of(HttpStatus.BAD_REQUEST, "hub", "hub-id");
        }
    }
}
