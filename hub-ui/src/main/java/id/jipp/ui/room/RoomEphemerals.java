package id.jipp.ui.room;

import id.jipp.core.log.HubId;
import id.jipp.core.room.RoomId;
import java.util.function.Consumer;

/**
 * What is true for a moment only, between hubs: who types, how many are here. Never logged, dropped first, may be lost.
 * Without a way between hubs each hub knows only its own.
 */
public interface RoomEphemerals {
    /** Something of the moment in a room. */
    sealed interface Moment {
        RoomId room();

        HubId hub();
    }

    record Typing(RoomId room, HubId hub, String name, String topic) implements Moment {}

    /** How many people of that hub are in the room; said again at least every minute while there are any. */
    record Here(RoomId room, HubId hub, int people) implements Moment {}

    /** Tells the other hubs that take part. */
    void tell(Moment moment);

    /** Hears what other hubs tell, of rooms they take part in. */
    Runnable onTold(Consumer<Moment> listener);

    /** This hub alone. */
    static RoomEphemerals alone() {
        return new RoomEphemerals() {
            @Override
            public void tell(Moment moment) {}

            @Override
            public Runnable onTold(Consumer<Moment> listener) {
                return () -> {};
            }
        };
    }
}
