package id.jipp.core.peer;

import id.jipp.core.log.HubId;

/** Which hubs take part in which room, as far as this hub knows. Implemented by the rooms. */
public interface RoomMembership {
    /** Whether that hub takes part; {@code roomId} is {@code hub.local}. */
    boolean takesPart(String roomId, HubId hub);

    /** Whether we know the room at all. */
    boolean knows(String roomId);

    /**
     * Calls that back after rooms or those who take part changed, on any thread, quickly; a hint only, so that a peer
     * hears at once of what it may have now.
     *
     * @return ends the calls when run
     */
    default Runnable onChange(Runnable hint) {
        return () -> {};
    }
}
