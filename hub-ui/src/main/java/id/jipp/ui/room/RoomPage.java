package id.jipp.ui.room;

import id.jipp.core.log.HubId;
import id.jipp.core.person.Person;
import id.jipp.core.room.Message;
import id.jipp.core.room.RoomId;
import id.jipp.core.room.Rooms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a page is given when it enters: what it lacks, if that is little; else the talk around a message; else the newest
 * messages, from the first unread one where that is near.
 *
 * @param again whether the page must forget what it held
 */
record RoomPage(List<Message> messages, boolean again, boolean earlier, boolean later) {

    static RoomPage of(Rooms rooms, Heard.Enter enter, Person person) {
        if (!enter.cursor().isEmpty()) {
            Optional<RoomPage> lacking = lacking(rooms, enter, person);
            if (lacking.isPresent()) {
                return lacking.get();
            }
        }
        if (enter.at() != null && rooms.find(enter.room(), enter.at(), person).isPresent()) {
            return around(rooms, enter, person);
        }
        return newest(rooms, enter.room(), person);
    }

    /** What came since, unless it may be more than one answer holds: late ones may stand anywhere among the newest. */
    private static Optional<RoomPage> lacking(Rooms rooms, Heard.Enter enter, Person person) {
        long missing = 0;
        for (Map.Entry<HubId, Long> head : rooms.heads(enter.room()).entrySet()) {
            missing += Math.max(0, head.getValue() - enter.cursor().getOrDefault(head.getKey(), 0L));
        }
        if (missing > RoomSocketLimits.ANSWER_MESSAGES_MAX / 2) {
            return Optional.empty();
        }
        List<Message> lacking = rooms.before(enter.room(), null, RoomSocketLimits.ANSWER_MESSAGES_MAX, person).stream()
                .filter(message -> message.id().seq()
                        > enter.cursor().getOrDefault(message.id().hub(), 0L))
                .toList();
        // late ones may stand further back than what was looked through: then the page begins anew
        long held = lacking.stream().filter(message -> !message.isGlimpsed()).count();
        return held < missing ? Optional.empty() : Optional.of(new RoomPage(lacking, false, false, false));
    }

    private static RoomPage around(Rooms rooms, Heard.Enter enter, Person person) {
        int half = RoomSocketLimits.PAGE_MESSAGES / 2;
        List<Message> messages = new ArrayList<>();
        List<Message> before = rooms.before(enter.room(), enter.at(), half + 1, person);
        boolean earlier = before.size() > half;
        messages.addAll(earlier ? before.subList(1, before.size()) : before);
        rooms.find(enter.room(), java.util.Objects.requireNonNull(enter.at()), person)
                .ifPresent(messages::add);
        List<Message> behind = rooms.after(enter.room(), enter.at(), half + 1, person);
        boolean later = behind.size() > half;
        messages.addAll(later ? behind.subList(0, half) : behind);
        return new RoomPage(messages, true, earlier, later);
    }

    private static RoomPage newest(Rooms rooms, RoomId room, Person person) {
        int wanted = Math.clamp(
                rooms.unread(room, person) + 10L,
                RoomSocketLimits.PAGE_MESSAGES,
                RoomSocketLimits.ANSWER_MESSAGES_MAX - 1);
        List<Message> newest = rooms.before(room, null, wanted + 1, person);
        boolean earlier = newest.size() > wanted;
        return new RoomPage(earlier ? newest.subList(1, newest.size()) : newest, true, earlier, false);
    }
}
