package id.jipp.core.room;

import java.util.List;

/**
 * What changed in one room.
 *
 * @param arrived new messages in their order, maybe none
 * @param roomChanged whether the room itself did, or is new
 * @param reordered whether messages told of before may stand elsewhere now: read them again
 */
public record RoomChange(RoomId room, List<Message> arrived, boolean roomChanged, boolean reordered) {}
