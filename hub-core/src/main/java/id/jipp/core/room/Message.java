package id.jipp.core.room;

import id.jipp.core.log.HubId;
import id.jipp.core.person.PersonId;
import java.time.Instant;
import java.util.Map;

/**
 * Something said in a room.
 *
 * @param clientId the id it had on the device of its author; repeats are recognised by it
 * @param authorName as the author's hub presents them
 * @param after the heads of this room that its author saw: per hub, the number in that hub's stream
 * @param order 1 + the highest order among what it came after; ties by hub, then number. From {@link #GLIMPSED} on: for
 *     now
 * @param sentAt the author's clock; shown, never used for order
 */
public record Message(
        MessageId id,
        RoomId room,
        String clientId,
        PersonId author,
        String authorName,
        String authorUnit,
        String text,
        String topic,
        Map<HubId, Long> after,
        long order,
        Instant sentAt) {

    /** Orders from here on are given to what is shown before its history is here: behind all that is. */
    static final long GLIMPSED = 1L << 50;

    Message at(long place) {
        return new Message(id, room, clientId, author, authorName, authorUnit, text, topic, after, place, sentAt);
    }

    /** Whether earlier messages of its hub are still on their way, and its order will be another. */
    public boolean isGlimpsed() {
        return order >= GLIMPSED;
    }
}
