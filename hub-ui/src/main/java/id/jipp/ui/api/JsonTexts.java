package id.jipp.ui.api;

import id.jipp.core.outcome.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;

/** Reads the texts of one body, and gathers all that is wrong with it, so that it is told at once. Not thread-safe. */
final class JsonTexts {
    private final List<Problem> problems = new ArrayList<>();

    /** Empty where there is none. */
    String text(String field, @Nullable JsonNode node) {
        if (node == null || node.isNull()) {
            return "";
        }
        if (!node.isValueNode()) {
            wrong(field, "not-text");
            return "";
        }
        return plain(field, node.asString());
    }

    String plain(String field, String text) {
        if (!PlainText.is(text)) {
            wrong(field, "not-plain-text");
        }
        return text;
    }

    void wrong(String field, String reason, Object... details) {
        problems.add(Problem.of(field, reason, details));
    }

    /** @throws Refusal with all that was wrong, if anything was */
    void refuseIfWrong() {
        if (!problems.isEmpty()) {
            throw Refusal.of(HttpStatus.BAD_REQUEST, problems);
        }
    }
}
