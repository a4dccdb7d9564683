package id.jipp.ui.room;

import id.jipp.core.log.HubId;
import id.jipp.core.room.RoomId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.springframework.web.socket.TextMessage;

/** Which pages of this hub listen in which room, and how many people of other hubs are there. Thread-safe. */
final class RoomCrowds {
    /** What another hub told of its people counts this long. */
    private static final long TOLD_NANOS = 90_000_000_000L;

    private static final int TOLD_MAX = 10_000;

    private final HubId self;
    private final LongSupplier nanoTime;
    private final Map<RoomId, Set<RoomConnection>> listening = new ConcurrentHashMap<>();
    private final Map<RoomEphemerals.Here, Long> told = new ConcurrentHashMap<>();

    RoomCrowds(HubId self, LongSupplier nanoTime) {
        this.self = self;
        this.nanoTime = nanoTime;
    }

    void enter(RoomId room, RoomConnection connection) {
        leave(connection);
        connection.enter(room);
        listening.compute(room, (id, before) -> {
            Set<RoomConnection> crowd = before == null ? ConcurrentHashMap.newKeySet() : before;
            crowd.add(connection);
            return crowd;
        });
    }

    void leave(RoomConnection connection) {
        RoomId room = connection.room();
        if (room != null) {
            listening.computeIfPresent(room, (id, crowd) -> {
                crowd.remove(connection);
                return crowd.isEmpty() ? null : crowd;
            });
        }
    }

    Set<RoomId> rooms() {
        return Set.copyOf(listening.keySet());
    }

    Set<RoomConnection> in(RoomId room) {
        return listening.getOrDefault(room, Set.of());
    }

    /** The same bytes to all who listen there. */
    void tell(RoomId room, TextMessage word) {
        in(room).forEach(connection -> connection.send(word));
    }

    void tellOthers(RoomId room, RoomConnection but, TextMessage word) {
        in(room).stream().filter(connection -> connection != but).forEach(connection -> connection.send(word));
    }

    int peopleOfThisHub(RoomId room) {
        return Math.toIntExact(in(room).stream()
                .map(connection -> connection.person().id())
                .distinct()
                .count());
    }

    void told(RoomEphemerals.Here here) {
        told.keySet()
                .removeIf(before ->
                        before.room().equals(here.room()) && before.hub().equals(here.hub()));
        if (told.size() < TOLD_MAX && here.people() > 0) {
            told.put(here, nanoTime.getAsLong());
        }
    }

    /** People in the room by hub, as far as known. */
    Map<HubId, Integer> people(RoomId room) {
        long now = nanoTime.getAsLong();
        told.values().removeIf(at -> now - at > TOLD_NANOS);
        Map<HubId, Integer> people = new TreeMap<>();
        new HashMap<>(told).forEach((here, at) -> {
            if (here.room().equals(room)) {
                people.put(here.hub(), here.people());
            }
        });
        int ours = peopleOfThisHub(room);
        if (ours > 0) {
            people.put(self, ours);
        }
        return people;
    }
}
