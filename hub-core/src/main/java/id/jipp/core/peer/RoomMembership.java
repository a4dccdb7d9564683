package id.jipp.core.peer;

import id.jipp.core.log.HubId;

/** Which hubs take part in which room, as far as this hub knows. Implemented by the rooms. */
public interface RoomMembership {
    /** Whether that hub takes part; {@code roomId} is {@code hub.local}. */
    boolean takesPart(String roomId, HubId hub);

    /** Whether we know the room at all. */
    boolean knows(String roomId);
}
