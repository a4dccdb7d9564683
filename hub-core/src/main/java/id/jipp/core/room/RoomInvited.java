package id.jipp.core.room;

import id.jipp.core.log.NewEntry;
import org.jspecify.annotations.Nullable;

/** The room's own hub lets another hub take part. Kind {@code room.invited}, version 1; void in any other stream. */
record RoomInvited(@Nullable String hub) {
    static final String KIND = "room.invited";
    static final int VERSION = 1;

    NewEntry entry() {
        return new NewEntry(KIND, VERSION, Payloads.write(this));
    }
}
