package id.jipp.ui.room;

import id.jipp.core.log.HubId;
import id.jipp.core.room.MessageId;
import id.jipp.core.room.RoomId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a page says to its hub, as in {@code ROOM-PROTOCOL.md}. */
sealed interface Heard {
    /**
     * Enters a room, or comes back to it.
     *
     * @param cursor up to where the page holds each hub's share; empty the first time
     * @param at the message to open at; null means now
     */
    record Enter(
            RoomId room, Map<HubId, Long> cursor, @Nullable MessageId at) implements Heard {}

    record Say(String clientId, String topic, String text, Map<HubId, Long> after) implements Heard {}

    /** Asks for the messages before that one. */
    record Before(MessageId id) implements Heard {}

    /** Asks for the messages behind that one. */
    record Behind(MessageId id) implements Heard {}

    record Typing(String topic) implements Heard {}

    record Read(MessageId id) implements Heard {}

    record Ping() implements Heard {}

    /** Nothing we know; {@code reason} is for whoever wrote that page. */
    record Unknown(String reason) implements Heard {}
}
