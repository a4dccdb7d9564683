package id.jipp.core.peer;

import id.jipp.core.log.HubId;

/** The product's own audience, for the tests of other modules. */
public final class Audiences {
    private Audiences() {}

    public static Audience of(HubId self, Peers peers, RoomMembership rooms) {
        return new LinkAudience(self, peers, rooms);
    }
}
