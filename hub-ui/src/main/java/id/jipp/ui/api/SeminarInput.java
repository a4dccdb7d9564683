package id.jipp.ui.api;

import id.jipp.core.seminar.SeminarFields;
import id.jipp.core.seminar.Session;
import id.jipp.core.seminar.Speaker;
import id.jipp.core.seminar.When;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads what somebody says of a seminar, and tells of all wrong values at once. What only we can say is passed over, so
 * that what was read can be sent back.
 */
final class SeminarInput {
    private final JsonTexts texts = new JsonTexts();

    private SeminarInput() {}

    static SeminarFields read(ObjectNode json) {
        SeminarInput input = new SeminarInput();
        SeminarFields fields = new SeminarFields(
                input.text(json, "title"),
                input.when(json, "start", "start"),
                input.when(json, "end", "end"),
                input.text(json, "place"),
                input.text(json, "organiser"),
                input.text(json, "topic"),
                input.text(json, "sourceUrl"),
                input.list(json, "sessions", input::session),
                input.list(json, "speakers", input::speaker));
        input.texts.refuseIfWrong();
        return fields;
    }

    private Session session(JsonNode node) {
        return new Session(
                text("sessions", node.get("title")),
                when(node, "start", "sessions"),
                when(node, "end", "sessions"),
                list(node, "speakers", name -> text("sessions", name)));
    }

    /** A speaker of whom only the name is said may be just that name. */
    private Speaker speaker(JsonNode node) {
        return node.isObject()
                ? new Speaker(
                        text("speakers", node.get("name")),
                        text("speakers", node.get("post")),
                        text("speakers", node.get("agency")))
                : new Speaker(text("speakers", node), "", "");
    }

    private String text(JsonNode json, String field) {
        return text(field, json.get(field));
    }

    private String text(String field, @Nullable JsonNode node) {
        return texts.text(field, node);
    }

    private @Nullable When when(JsonNode json, String name, String field) {
        String text = text(field, json.get(name)).strip();
        if (text.isEmpty()) {
            return null;
        }
        When when = When.parse(text).orElse(null);
        if (when == null) {
            texts.wrong(field, "not-a-time");
        }
        return when;
    }

    private <T> List<T> list(JsonNode json, String field, Function<JsonNode, T> each) {
        JsonNode node = json.get(field);
        if (node == null || node.isNull()) {
            return List.of();
        }
        if (!node.isArray()) {
            texts.wrong(field, "not-a-list");
            return List.of();
        }
        return node.values().stream().map(each).toList();
    }
}
