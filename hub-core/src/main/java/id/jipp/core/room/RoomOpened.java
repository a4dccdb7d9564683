package id.jipp.core.room;

import id.jipp.core.log.NewEntry;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A hub opened a room; the first entry of its own stream of that room. Kind {@code room.opened}, version 1. */
record RoomOpened(
        @Nullable String title,
        @Nullable String purpose,
        @Nullable List<@Nullable String> topics,
        @Nullable Instant openedAt) {
    static final String KIND = "room.opened";
    static final int VERSION = 1;

    NewEntry entry() {
        return new NewEntry(KIND, VERSION, Payloads.write(this));
    }
}
