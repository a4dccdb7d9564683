package id.jipp.ui.api;

import id.jipp.core.innovation.CostClass;
import id.jipp.core.innovation.InnovationFields;
import id.jipp.core.innovation.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads what somebody says of an innovation, and tells of all wrong values at once. Unknown fields become notes, as in
 * an import; what only we can say ({@code id}, {@code status} …) is passed over, so that what was read can be sent back.
 */
final class InnovationInput {
    private static final Set<String> OURS = Set.of(
            "id",
            "hub",
            "status",
            "revision",
            "publishedAt",
            "confirmedAt",
            "changedAt",
            "retiredReason",
            "reference",
            "originUrl");
    private static final Set<String> KNOWN = Set.of(
            "title",
            "localName",
            "agency",
            "areaCode",
            "areaName",
            "year",
            "award",
            "category",
            "summary",
            "problem",
            "solution",
            "result",
            "beneficiaries",
            "costClass",
            "legalBasis",
            "sdg",
            "digital",
            "phase",
            "sourceUrl",
            "notes");

    private final ObjectNode json;
    private final JsonTexts texts = new JsonTexts();

    private InnovationInput(ObjectNode json) {
        this.json = json;
    }

    static InnovationFields read(ObjectNode json) {
        InnovationInput input = new InnovationInput(json);
        InnovationFields fields = input.fields();
        input.texts.refuseIfWrong();
        return fields;
    }

    private InnovationFields fields() {
        return new InnovationFields(
                text("title"),
                text("localName"),
                text("agency"),
                text("areaCode"),
                text("areaName"),
                number("year"),
                text("award"),
                text("category"),
                text("summary"),
                text("problem"),
                text("solution"),
                text("result"),
                text("beneficiaries"),
                oneOf("costClass", CostClass.values()),
                text("legalBasis"),
                numbers("sdg"),
                yesOrNo("digital"),
                oneOf("phase", Phase.values()),
                text("sourceUrl"),
                notes());
    }

    private String text(String field) {
        return text(field, json.get(field));
    }

    private String text(String field, @Nullable JsonNode node) {
        return texts.text(field, node);
    }

    private @Nullable Integer number(String field) {
        JsonNode node = json.get(field);
        if (node == null || node.isNull() || node.isString() && node.asString().isBlank()) {
            return null;
        }
        return number(field, node);
    }

    private @Nullable Integer number(String field, JsonNode node) {
        if (node.isInt()) {
            return node.asInt();
        }
        if (node.isString() && node.asString().strip().matches("-?\\d{1,9}")) {
            return Integer.valueOf(node.asString().strip());
        }
        texts.wrong(field, "not-a-number");
        return null;
    }

    private List<Integer> numbers(String field) {
        JsonNode node = json.get(field);
        List<Integer> numbers = new ArrayList<>();
        if (node == null || node.isNull()) {
            return numbers;
        }
        if (!node.isArray()) {
            texts.wrong(field, "not-a-list");
            return numbers;
        }
        for (JsonNode each : node.values()) {
            Integer number = number(field, each);
            if (number != null) {
                numbers.add(number);
            }
        }
        return numbers;
    }

    private @Nullable Boolean yesOrNo(String field) {
        JsonNode node = json.get(field);
        if (node == null || node.isNull()) {
            return null;
        }
        if (node.isBoolean()) {
            return node.asBoolean();
        }
        texts.wrong(field, "not-yes-or-no");
        return null;
    }

    private <E extends Enum<E>> @Nullable E oneOf(String field, E[] values) {
        String code = text(field).strip();
        if (code.isEmpty()) {
            return null;
        }
        for (E value : values) {
            if (value.name().equalsIgnoreCase(code)) {
                return value;
            }
        }
        texts.wrong(field, "unknown-value", codes(values));
        return null;
    }

    private Map<String, String> notes() {
        Map<String, String> notes = new TreeMap<>();
        JsonNode given = json.get("notes");
        if (given instanceof ObjectNode object) {
            object.properties().forEach(note -> notes.put(note.getKey(), text("notes", note.getValue())));
        } else if (given != null && !given.isNull()) {
            texts.wrong("notes", "not-an-object");
        }
        json.properties().forEach(property -> {
            if (!KNOWN.contains(property.getKey()) && !OURS.contains(property.getKey())) {
                notes.put(
                        property.getKey(),
                        property.getValue().isValueNode()
                                ? text(property.getKey(), property.getValue())
                                : texts.plain(
                                        property.getKey(), property.getValue().toString()));
            }
        });
        return notes;
    }

    static <E extends Enum<E>> String codes(E[] values) {
        List<String> codes = new ArrayList<>();
        for (E value : values) {
            codes.add(value.name().toLowerCase(Locale.ROOT));
        }
        return String.join(", ", codes);
    }
}
