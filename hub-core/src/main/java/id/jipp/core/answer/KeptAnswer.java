package id.jipp.core.answer;

import java.util.Map;

/**
 * What a call was answered that changed something.
 *
 * @param id who called, under which key
 * @param person who called
 * @param request what was asked, as a hash
 * @param at in milliseconds since 1970
 */
public record KeptAnswer(
        String id, String person, String request, int status, Map<String, String> headers, String body, long at) {

    /** How much room it takes, roughly. */
    long weight() {
        return 1_024L + 2L * body.length();
    }
}
