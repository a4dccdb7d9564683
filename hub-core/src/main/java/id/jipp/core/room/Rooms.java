package id.jipp.core.room;

import id.jipp.core.log.HubId;
import id.jipp.core.outcome.Outcome;
import id.jipp.core.person.Person;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The rooms this hub takes part in, and what is said in them: in the same order at every hub. What answers done is
 * durable. Thread-safe.
 */
public final class Rooms {
    /**
     * Opens a room at this hub.
     *
     * @param title 1 to 120 characters
     * @param purpose up to 500 characters
     * @param topics up to 20, each 1 to 80 characters; none means one default topic
     * @param invited other hubs that take part, up to 100
     */
    public Outcome<Room> open(String title, String purpose, List<String> topics, Set<HubId> invited, Person by) {
        throw new UnsupportedOperationException();
    }

    /** Lets another hub take part, from the first message on. Only the room's own hub can. */
    public Outcome<Room> invite(RoomId room, HubId hub, Person by) {
        throw new UnsupportedOperationException();
    }

    /** Those this person may enter, the liveliest first. */
    public List<Room> all(Person by) {
        throw new UnsupportedOperationException();
    }

    public Optional<Room> find(RoomId room, Person by) {
        throw new UnsupportedOperationException();
    }

    /**
     * Says something; a second call with the same {@code clientId} by the same person answers the first message.
     *
     * @param clientId 8 to 64 characters, made by the device
     * @param text 1 to 4,000 characters
     * @param topic one of the room's; empty means the default
     * @param after what the author saw; unknown or future numbers are clamped to what is here
     */
    public Outcome<Message> say(
            RoomId room, String clientId, String topic, String text, Map<HubId, Long> after, Person by) {
        throw new UnsupportedOperationException();
    }

    /** The messages before that one, oldest first, at most {@code limit} (1 to 200); the newest if {@code before} is null. */
    public List<Message> before(RoomId room, @Nullable MessageId before, int limit, Person by) {
        throw new UnsupportedOperationException();
    }

    /** The messages behind that one, oldest first, at most {@code limit}; from the first if null. */
    public List<Message> after(RoomId room, @Nullable MessageId after, int limit, Person by) {
        throw new UnsupportedOperationException();
    }

    /** The room's heads as held here: what a message written now comes after. */
    public Map<HubId, Long> heads(RoomId room) {
        throw new UnsupportedOperationException();
    }

    /** The hubs known to hold that message, this one included once it is here. */
    public Set<HubId> seenBy(RoomId room, MessageId message) {
        throw new UnsupportedOperationException();
    }

    /** Keeps up to where a person has read; a plain document, never sent anywhere. */
    public void markRead(RoomId room, MessageId upTo, Person by) {
        throw new UnsupportedOperationException();
    }

    public Optional<MessageId> lastRead(RoomId room, Person by) {
        throw new UnsupportedOperationException();
    }

    public int unread(RoomId room, Person by) {
        throw new UnsupportedOperationException();
    }

    /** Hears what changed in any room, merged per batch: new messages, new rooms, new members. */
    public Runnable onChange(Consumer<RoomChange> listener) {
        throw new UnsupportedOperationException();
    }
}
