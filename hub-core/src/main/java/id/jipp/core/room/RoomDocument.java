package id.jipp.core.room;

import id.jipp.core.log.HubId;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A room as it is kept.
 *
 * @param openedAt in milliseconds since 1970
 * @param liveliest this hub's position of the newest entry in it
 */
record RoomDocument(
        String id,
        String title,
        String purpose,
        List<String> topics,
        List<String> hubs,
        long openedAt,
        long liveliest) {

    Room room() {
        return new Room(
                RoomId.parse(id).orElseThrow(),
                title,
                purpose,
                topics,
                hubs.stream().map(HubId::new).collect(Collectors.toSet()),
                Instant.ofEpochMilli(openedAt));
    }

    boolean takesPart(HubId hub) {
        return hubs.contains(hub.value());
    }

    RoomDocument with(HubId hub) {
        TreeSet<String> more = new TreeSet<>(hubs);
        more.add(hub.value());
        return new RoomDocument(id, title, purpose, topics, List.copyOf(more), openedAt, liveliest);
    }

    RoomDocument at(long position) {
        return new RoomDocument(id, title, purpose, topics, hubs, openedAt, Math.max(liveliest, position));
    }
}
