package id.jipp.ui.room;

import id.jipp.core.log.HubId;
import id.jipp.core.room.RoomId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Moments as hubs tell them to each other: {@code {"kind":"typing","name":"…","topic":"…"}} or {@code
 * {"kind":"here","people":3}}. Which hub tells it is known from the line, never from the words. What another hub tells
 * is cut and freed of what cannot be seen.
 */
final class MomentWords {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern UNSEEN = Pattern.compile("\\p{C}");
    private static final int NAME_CHARS_MAX = 60;
    private static final int TOPIC_CHARS_MAX = 80;
    private static final int PEOPLE_MAX = 1_000_000;

    private MomentWords() {}

    /** At most 512 bytes, whatever the names. */
    static byte[] write(RoomEphemerals.Moment moment) {
        Map<String, Object> word = new LinkedHashMap<>();
        switch (moment) {
            case RoomEphemerals.Typing typing -> {
                word.put("kind", "typing");
                word.put("name", clean(typing.name(), NAME_CHARS_MAX));
                word.put("topic", clean(typing.topic(), TOPIC_CHARS_MAX));
            }
            case RoomEphemerals.Here here -> {
                word.put("kind", "here");
                word.put("people", here.people());
            }
        }
        return JSON.writeValueAsBytes(word);
    }

    /** Empty if it is none, or one of a later version. */
    static Optional<RoomEphemerals.Moment> read(HubId from, String room, byte[] content) {
        return RoomId.parse(room).flatMap(id -> {
            try {
                return read(from, id, JSON.readTree(content));
            } catch (JacksonException broken) {
                return Optional.empty();
            }
        });
    }

    private static Optional<RoomEphemerals.Moment> read(HubId from, RoomId room, JsonNode word) {
        switch (word.path("kind").asString("")) {
            case "typing" -> {
                String name = clean(word.path("name").asString(""), NAME_CHARS_MAX);
                String topic = clean(word.path("topic").asString(""), TOPIC_CHARS_MAX);
                return name.isBlank()
                        ? Optional.empty()
                        : Optional.of(new RoomEphemerals.Typing(room, from, name, topic));
            }
            case "here" -> {
                int people = word.path("people").asInt(-1);
                return people < 0 || people > PEOPLE_MAX
                        ? Optional.empty()
                        : Optional.of(new RoomEphemerals.Here(room, from, people));
            }
            default -> {
                return Optional.empty();
            }
        }
    }

    private static String clean(String text, int charsMax) {
        String cut = text.length() > charsMax ? text.substring(0, charsMax) : text;
        return UNSEEN.matcher(cut).replaceAll("");
    }
}
