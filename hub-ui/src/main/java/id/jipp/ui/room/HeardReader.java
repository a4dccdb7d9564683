package id.jipp.ui.room;

import id.jipp.core.log.HubId;
import id.jipp.core.room.MessageId;
import id.jipp.core.room.RoomId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what a page says. Nothing it sends throws. */
final class HeardReader {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern HUB = Pattern.compile("[a-z][a-z0-9-]{1,31}");
    private static final Pattern MESSAGE = Pattern.compile("([a-z][a-z0-9-]{1,31})\\.([1-9][0-9]{0,17})");
    private static final int HUBS_MAX = 200;

    private HeardReader() {}

    static Heard read(String frame) {
        JsonNode word;
        try {
            word = JSON.readTree(frame);
        } catch (JacksonException broken) {
            return new Heard.Unknown("not JSON");
        }
        return switch (word.path("kind").asString("")) {
            case "enter" -> enter(word);
            case "say" ->
                new Heard.Say(text(word, "clientId"), text(word, "topic"), text(word, "text"), heads(word, "after"));
            case "before" -> of(message(word, "id"), Heard.Before::new);
            case "behind" -> of(message(word, "id"), Heard.Behind::new);
            case "typing" -> new Heard.Typing(text(word, "topic"));
            case "read" -> of(message(word, "id"), Heard.Read::new);
            case "ping" -> new Heard.Ping();
            default -> new Heard.Unknown("unknown kind");
        };
    }

    /** {@code bali.17}; empty if it is not the id of a message. */
    static Optional<MessageId> message(String text) {
        Matcher form = MESSAGE.matcher(text);
        return form.matches()
                ? Optional.of(new MessageId(new HubId(form.group(1)), Long.parseLong(form.group(2))))
                : Optional.empty();
    }

    private static Heard enter(JsonNode word) {
        @Nullable MessageId at = message(word, "at").orElse(null);
        return RoomId.parse(text(word, "room"))
                .<Heard>map(room -> new Heard.Enter(room, heads(word, "cursor"), at))
                .orElseGet(() -> new Heard.Unknown("room is not an id"));
    }

    private static Heard of(Optional<MessageId> id, java.util.function.Function<MessageId, Heard> word) {
        return id.map(word).orElseGet(() -> new Heard.Unknown("id is not a message's"));
    }

    private static Optional<MessageId> message(JsonNode word, String field) {
        return message(text(word, field));
    }

    private static String text(JsonNode word, String field) {
        JsonNode value = word.path(field);
        return value.isString() ? value.asString() : "";
    }

    private static Map<HubId, Long> heads(JsonNode word, String field) {
        Map<HubId, Long> heads = new TreeMap<>();
        word.path(field).forEachEntry((hub, upTo) -> {
            if (heads.size() < HUBS_MAX
                    && HUB.matcher(hub).matches()
                    && upTo.isIntegralNumber()
                    && upTo.canConvertToLong()
                    && upTo.asLong() > 0) {
                heads.put(new HubId(hub), upTo.asLong());
            }
        });
        return heads;
    }
}
