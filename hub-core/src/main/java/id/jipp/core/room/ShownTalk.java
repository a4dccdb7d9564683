package id.jipp.core.room;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A room's messages as people are shown them: all that are here, in their order, and behind them those that were only
 * glimpsed.
 *
 * @param glimpsed in their order
 * @param words gives the messages at these places
 */
record ShownTalk(RoomTalk talk, List<Message> glimpsed, Function<List<RoomTalk.Spot>, List<Message>> words) {

    /** Those before that one, at most so many, the oldest first; the newest if it is null. */
    List<Message> before(@Nullable MessageId before, int limit) {
        int end = before == null ? glimpsed.size() : indexOf(before);
        if (end < 0) {
            return words.apply(talk.before(before, limit));
        }
        List<Message> behind = glimpsed.subList(Math.max(0, end - limit), end);
        return joined(words.apply(talk.before(null, limit - behind.size())), behind);
    }

    /** Those behind that one, at most so many, the oldest first; from the first if it is null. */
    List<Message> after(@Nullable MessageId after, int limit) {
        int start = after == null ? -1 : indexOf(after);
        if (start >= 0) {
            return List.copyOf(glimpsed.subList(start + 1, Math.min(glimpsed.size(), start + 1 + limit)));
        }
        List<Message> held = words.apply(talk.after(after, limit));
        boolean goesOn = after == null || talk.holds(after);
        return goesOn ? joined(held, glimpsed.subList(0, Math.min(glimpsed.size(), limit - held.size()))) : held;
    }

    /** Pages of that size, counted back from the newest, which is page 0; each oldest first. */
    List<Message> page(int page, int size) {
        long held = talk.size();
        long end = held + glimpsed.size() - (long) page * size;
        List<Message> before = words.apply(talk.range(end - size, end));
        int from = (int) Math.clamp(end - size - held, 0, glimpsed.size());
        return joined(before, glimpsed.subList(from, (int) Math.clamp(end - held, from, glimpsed.size())));
    }

    int size() {
        return talk.size() + glimpsed.size();
    }

    private int indexOf(MessageId id) {
        for (int i = 0; i < glimpsed.size(); i++) {
            if (glimpsed.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    /** One may have come to be held since it was looked for among the glimpsed. */
    private static List<Message> joined(List<Message> held, List<Message> glimpsed) {
        List<Message> all = new ArrayList<>(held);
        glimpsed.stream()
                .filter(message -> held.stream().noneMatch(other -> other.id().equals(message.id())))
                .forEach(all::add);
        if (!glimpsed.isEmpty()) {
            all.sort(Glimpsed.ORDER);
        }
        return List.copyOf(all);
    }
}
