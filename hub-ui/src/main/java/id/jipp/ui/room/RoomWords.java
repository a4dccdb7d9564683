package id.jipp.ui.room;

import id.jipp.core.log.HubId;
import id.jipp.core.room.Message;
import id.jipp.core.room.MessageId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.socket.TextMessage;
import tools.jackson.databind.json.JsonMapper;

/** What a hub says to a page, as in {@code ROOM-PROTOCOL.md}. Each is written once, whoever hears it. */
final class RoomWords {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A time further ahead than this is the fault of its hub's clock. */
    private static final Duration AHEAD_MAX = Duration.ofMinutes(5);

    private RoomWords() {}

    /**
     * The answer to {@code enter}.
     *
     * @param again whether the page must forget what it held of the room
     * @param earlier whether there is more before
     * @param later whether there is more behind
     */
    record Entered(
            Map<HubId, String> hubs,
            Map<HubId, Long> heads,
            Map<HubId, Long> seen,
            List<Message> messages,
            boolean again,
            boolean earlier,
            boolean later,
            @Nullable MessageId lastRead,
            int unread,
            boolean mayTalk) {}

    static TextMessage entered(Entered entered, Instant now) {
        Map<String, Object> word = word("entered");
        word.put("hubs", keyed(entered.hubs()));
        word.put("heads", keyed(entered.heads()));
        word.put("seen", keyed(entered.seen()));
        word.put("messages", messages(entered.messages(), now));
        word.put("again", entered.again());
        word.put("earlier", entered.earlier());
        word.put("later", entered.later());
        word.put(
                "lastRead", entered.lastRead() == null ? "" : entered.lastRead().toString());
        word.put("unread", entered.unread());
        word.put("mayTalk", entered.mayTalk());
        return write(word);
    }

    static TextMessage said(List<Message> messages, Instant now) {
        Map<String, Object> word = word("said");
        word.put("messages", messages(messages, now));
        return write(word);
    }

    static TextMessage kept(Message message, Instant now) {
        Map<String, Object> word = word("kept");
        word.put("clientId", message.clientId());
        word.put("message", message(message, now));
        return write(word);
    }

    static TextMessage refused(String clientId, String reason, String sentence, long waitSeconds) {
        Map<String, Object> word = word("refused");
        word.put("clientId", clientId);
        word.put("reason", reason);
        word.put("sentence", sentence);
        word.put("wait", waitSeconds);
        return write(word);
    }

    static TextMessage earlier(List<Message> messages, boolean more, Instant now) {
        return page("earlier", messages, more, now);
    }

    static TextMessage later(List<Message> messages, boolean more, Instant now) {
        return page("later", messages, more, now);
    }

    private static TextMessage page(String kind, List<Message> messages, boolean more, Instant now) {
        Map<String, Object> word = word(kind);
        word.put("messages", messages(messages, now));
        word.put("more", more);
        return write(word);
    }

    static TextMessage seen(Map<HubId, Long> upTo) {
        Map<String, Object> word = word("seen");
        word.put("upTo", keyed(upTo));
        return write(word);
    }

    static TextMessage here(Map<HubId, Integer> people) {
        Map<String, Object> word = word("here");
        word.put("people", keyed(people));
        return write(word);
    }

    static TextMessage typing(String name, HubId hub, String topic) {
        Map<String, Object> word = word("typing");
        word.put("name", name);
        word.put("hub", hub.value());
        word.put("topic", topic);
        return write(word);
    }

    /** The room changed so that the page must enter it anew. */
    static TextMessage again() {
        return write(word("again"));
    }

    static TextMessage pong() {
        return write(word("pong"));
    }

    static TextMessage error(String reason) {
        Map<String, Object> word = word("error");
        word.put("reason", reason);
        return write(word);
    }

    private static List<Map<String, Object>> messages(Collection<Message> messages, Instant now) {
        return messages.stream().map(message -> message(message, now)).toList();
    }

    private static Map<String, Object> message(Message message, Instant now) {
        boolean ahead = message.sentAt().isAfter(now.plus(AHEAD_MAX));
        Map<String, Object> word = new LinkedHashMap<>();
        word.put("id", message.id().toString());
        word.put("clientId", message.clientId());
        word.put("author", message.author().local());
        word.put("name", message.authorName());
        word.put("unit", message.authorUnit());
        word.put("text", message.text());
        word.put("topic", message.topic());
        word.put("order", message.order());
        word.put("sentAt", (ahead ? now : message.sentAt()).toString());
        word.put("ahead", ahead);
        word.put("glimpsed", message.isGlimpsed());
        return word;
    }

    private static Map<String, Object> word(String kind) {
        Map<String, Object> word = new LinkedHashMap<>();
        word.put("kind", kind);
        return word;
    }

    private static Map<String, Object> keyed(Map<HubId, ?> byHub) {
        Map<String, Object> keyed = new TreeMap<>();
        byHub.forEach((hub, value) -> keyed.put(hub.value(), value));
        return keyed;
    }

    private static TextMessage write(Map<String, Object> word) {
        return new TextMessage(JSON.writeValueAsString(word));
    }
}
