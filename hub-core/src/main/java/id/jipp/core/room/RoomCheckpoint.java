package id.jipp.core.room;

/** Up to which position the rooms are kept. */
record RoomCheckpoint(String id, long position) {}
