package id.jipp.ui.api;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** A record's revision as it stands in {@code ETag} and {@code If-Match}: {@code "3"}. */
final class Revision {
    private static final Pattern FORM = Pattern.compile("(?:W/)?\"?(\\d{1,9})\"?");

    private Revision() {}

    static String tag(int revision) {
        return "\"" + revision + "\"";
    }

    /** The revision a change is meant for; {@code *} means the one there is. */
    static int expected(@Nullable String ifMatch, int current) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Refusal.of(HttpStatus.PRECONDITION_REQUIRED, "If-Match", "if-match-required");
        }
        if (ifMatch.strip().equals("*")) {
            return current;
        }
        Matcher matcher = FORM.matcher(ifMatch.strip());
        if (!matcher.matches() || Integer.parseInt(matcher.group(1)) != current) {
            throw stale(current);
        }
        return current;
    }

    static Refusal stale(int current) {
        return Refusal.of(HttpStatus.PRECONDITION_FAILED, "If-Match", "stale", current);
    }
}
