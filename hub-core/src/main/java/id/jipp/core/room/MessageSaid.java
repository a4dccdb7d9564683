package id.jipp.core.room;

import id.jipp.core.log.NewEntry;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody said something in a room; in their hub's stream of it. Kind {@code message.said}, version 1.
 *
 * @param author the id of the person at the hub that signs
 * @param after per hub, the last number its author had seen
 */
record MessageSaid(
        @Nullable String clientId,
        @Nullable String topic,
        @Nullable String text,
        @Nullable String author,
        @Nullable String authorName,
        @Nullable String authorUnit,
        @Nullable Map<String, Long> after,
        @Nullable Instant sentAt) {
    static final String KIND = "message.said";
    static final int VERSION = 1;

    NewEntry entry() {
        return new NewEntry(KIND, VERSION, Payloads.write(this));
    }
}
