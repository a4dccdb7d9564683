package id.jipp.core.room;

import java.util.List;

/** What changed in one room: messages that arrived (maybe none), and whether the room itself did. */
public record RoomChange(RoomId room, List<Message> arrived, boolean roomChanged) {}
