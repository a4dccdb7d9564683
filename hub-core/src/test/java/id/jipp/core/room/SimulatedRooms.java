package id.jipp.core.room;

import id.jipp.core.log.HubId;
import id.jipp.core.log.HubLog;
import id.jipp.core.log.NewEntry;
import id.jipp.core.log.PlacedEntry;
import id.jipp.core.peer.RoomMembership;
import id.jipp.core.projection.Listeners;
import id.jipp.core.store.Documents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The product's own projection of the rooms, moved on by a simulation and not by a thread. */
public final class SimulatedRooms {
    private final HubLog log;
    private final RoomProjection projection;

    public SimulatedRooms(HubId self, HubLog log, Documents.Store store) {
        this.log = log;
        this.projection = new RoomProjection(self, log, store, new Listeners<>());
    }

    /** Applies what the log has more. */
    public void catchUp() {
        List<PlacedEntry> batch = log.readFrom(projection.checkpoint(), 1_000);
        while (!batch.isEmpty()) {
            projection.apply(batch);
            projection.announce();
            batch = log.readFrom(projection.checkpoint(), 1_000);
        }
    }

    public RoomMembership membership() {
        return projection;
    }

    public static NewEntry opened(String title, Instant at) {
        return new RoomOpened(title, "", List.of(), at).entry();
    }

    public static NewEntry invited(HubId hub) {
        return new RoomInvited(hub.value()).entry();
    }

    /** Something said by somebody who has seen all that is shown here. */
    public NewEntry said(String room, String text, Instant at) {
        Map<String, Long> after = new TreeMap<>();
        RoomId id = RoomId.parse(room).orElseThrow();
        projection.talk(id).heads().forEach((hub, seq) -> after.put(hub.value(), seq));
        return new MessageSaid("client-" + text, "", text, "staf", "Staf", "Dinas", after, at).entry();
    }

    /** What people see, room by room, line by line. */
    public Map<String, List<String>> shown() {
        Map<String, List<String>> shown = new TreeMap<>();
        projection.rooms().forEach(room -> shown.put(room.id(), shown(room)));
        return shown;
    }

    public @Nullable List<String> shown(String room) {
        return RoomId.parse(room).flatMap(projection::find).map(this::shown).orElse(null);
    }

    private List<String> shown(RoomDocument room) {
        List<String> lines = new ArrayList<>();
        lines.add(room.title() + " " + new TreeSet<>(room.hubs()));
        RoomId id = RoomId.parse(room.id()).orElseThrow();
        projection
                .messages(id, projection.talk(id).after(null, Integer.MAX_VALUE / 2))
                .forEach(message -> lines.add(message.order() + " "
                        + message.id().hub() + " " + message.id().seq() + " " + message.text()));
        return lines;
    }
}
