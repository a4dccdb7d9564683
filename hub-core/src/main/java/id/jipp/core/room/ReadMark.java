package id.jipp.core.room;

import id.jipp.core.log.HubId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Up to where a person has read in a room. What arrives later but stands earlier is still unread: that is why there is
 * a number per hub beside the message. Who was there and has read nothing has one too, without a message.
 *
 * @param id room and person
 * @param hub of the message last read; empty while none is
 * @param read per hub, the highest number that stood at or before it
 */
record ReadMark(String id, String hub, long seq, Map<String, Long> read) {
    static String id(RoomId room, String person) {
        return room + "/" + person;
    }

    static ReadMark ofNothing(String id) {
        return new ReadMark(id, "", 0, Map.of());
    }

    Optional<MessageId> message() {
        return hub.isEmpty() ? Optional.empty() : Optional.of(new MessageId(new HubId(hub), seq));
    }

    long upTo(HubId of) {
        return read.getOrDefault(of.value(), 0L);
    }

    /** The mark further on: never back, for any hub. */
    static ReadMark further(String id, @Nullable ReadMark before, MessageId message, Map<HubId, Long> read) {
        Map<String, Long> highest =
                new HashMap<>(Optional.ofNullable(before).map(ReadMark::read).orElse(Map.of()));
        read.forEach((hub, upTo) -> highest.merge(hub.value(), upTo, Math::max));
        return new ReadMark(id, message.hub().value(), message.seq(), highest);
    }
}
