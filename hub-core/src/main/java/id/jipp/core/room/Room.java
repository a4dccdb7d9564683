package id.jipp.core.room;

import id.jipp.core.log.HubId;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A place to talk, opened by one hub, with the hubs it invited.
 *
 * @param topics at least one; the first is the default
 * @param hubs all that take part, the owner among them
 */
public record Room(RoomId id, String title, String purpose, List<String> topics, Set<HubId> hubs, Instant openedAt) {
    public Room {
        topics = List.copyOf(topics);
        hubs = Set.copyOf(hubs);
    }
}
