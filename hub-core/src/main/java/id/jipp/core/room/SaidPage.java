package id.jipp.core.room;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of one hub's share of a room: {@link RoomLimits#PAGE_ENTRIES} numbers of its stream, kept as one document. A
 * number's page never changes, so writing one again changes nothing; where a message stands in the room is not in it.
 *
 * @param id room, hub and page number
 * @param upTo the last number it covers
 * @param said the messages among them, by number; entries of other kinds leave no trace
 */
record SaidPage(String id, long upTo, List<Said> said) {

    /** A message as it was said, without its place in the room. {@code sentAt} in milliseconds since 1970. */
    record Said(
            long seq,
            String clientId,
            String topic,
            String text,
            String author,
            String authorName,
            String authorUnit,
            Map<String, Long> after,
            long sentAt) {}

    static SaidPage empty(RoomId room, String hub, long page) {
        return new SaidPage(id(room, hub, page), page * RoomLimits.PAGE_ENTRIES, List.of());
    }

    static String id(RoomId room, String hub, long page) {
        return room + "/" + hub + "/" + page;
    }

    /** Which page holds that number. */
    static long pageOf(long seq) {
        return (seq - 1) / RoomLimits.PAGE_ENTRIES;
    }

    SaidPage with(long seq, @Nullable Said next) {
        if (seq <= upTo) {
            return this;
        }
        if (next == null) {
            return new SaidPage(id, seq, said);
        }
        List<Said> all = new ArrayList<>(said);
        all.add(next);
        return new SaidPage(id, seq, all);
    }

    /** The message under that number; null if there is none. */
    @Nullable
    Said find(long seq) {
        for (Said each : said) {
            if (each.seq() == seq) {
                return each;
            }
        }
        return null;
    }
}
