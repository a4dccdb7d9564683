package id.jipp.core.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Appends that wait while another is being written, to be inserted together: one round trip for all of them. Each entry
 * is signed, for only the first of them may come to be in the log.
 */
final class MongoAppends {
    private static final int GROUP_ENTRIES_MAX = 1_000;

    private final EntryAuthor author;
    private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();

    MongoAppends(EntryAuthor author) {
        this.author = author;
    }

    /** One call that appends. Whoever writes a group fills it; read after that under the same lock. */
    static final class Waiting {
        private final StreamName asked;
        private final List<NewEntry> news;
        private final List<PlacedEntry> placed = new ArrayList<>();
        private StreamName name;
        private @Nullable RuntimeException refused;

        private Waiting(StreamName name, List<NewEntry> news) {
            this.asked = name;
            this.name = name;
            this.news = news;
        }

        boolean isDone() {
            return refused != null || placed.size() == news.size();
        }

        List<PlacedEntry> answer() {
            if (refused != null) {
                throw refused;
            }
            return List.copyOf(placed);
        }
    }

    Waiting add(StreamName name, List<NewEntry> news) {
        Waiting waiting = new Waiting(name, List.copyOf(news));
        queue.add(waiting);
        return waiting;
    }

    /** Those that wait now, the oldest first. */
    List<Waiting> next() {
        List<Waiting> group = new ArrayList<>();
        int entries = 0;
        for (Waiting next = queue.peek();
                next != null && (group.isEmpty() || entries + next.news.size() <= GROUP_ENTRIES_MAX);
                next = queue.peek()) {
            group.add(queue.remove());
            entries += next.news.size();
        }
        return group;
    }

    /** Sends those that name no epoch to the one that counts. */
    void direct(List<Waiting> group, UnaryOperator<StreamName> current) {
        Map<StreamName, StreamName> known = new HashMap<>();
        for (Waiting waiting : group) {
            if (waiting.placed.isEmpty() && waiting.asked.epoch() == 1) {
                waiting.name = known.computeIfAbsent(waiting.asked, current);
            }
        }
    }

    /** What is left of them, chained behind these heads and signed. */
    List<Entry> entries(List<Waiting> group, Function<StreamId, Head> heads) {
        Map<StreamName, Head> reached = new HashMap<>();
        List<Entry> all = new ArrayList<>();
        for (Waiting waiting : group) {
            if (!waiting.isDone()) {
                Head head =
                        reached.computeIfAbsent(waiting.name, name -> heads.apply(new StreamId(author.hub(), name)));
                List<NewEntry> left = waiting.news.subList(waiting.placed.size(), waiting.news.size());
                List<Entry> entries = author.writeEachSigned(waiting.name, head, left);
                Entry last = entries.getLast();
                reached.put(waiting.name, new Head(last.seq(), last.hash()));
                all.addAll(entries);
            }
        }
        return all;
    }

    /** Gives those that made it into the log, which are the first of {@link #entries}, to who waits for them. */
    static void give(List<Waiting> group, List<PlacedEntry> inserted) {
        int given = 0;
        for (Waiting waiting : group) {
            while (!waiting.isDone() && given < inserted.size()) {
                waiting.placed.add(inserted.get(given++));
            }
        }
    }

    /** Ends those of a stream that is frozen. */
    void refuseFrozen(List<Waiting> group, Function<StreamId, Boolean> isFrozen) {
        Map<StreamName, Boolean> known = new HashMap<>();
        for (Waiting waiting : group) {
            if (!waiting.isDone()
                    && known.computeIfAbsent(waiting.name, name -> isFrozen.apply(new StreamId(author.hub(), name)))) {
                waiting.refused = LogUnavailable.frozen(waiting.name);
            }
        }
    }

    static void refuse(List<Waiting> group, RuntimeException why) {
        for (Waiting waiting : group) {
            if (!waiting.isDone()) {
                waiting.refused = why;
            }
        }
    }
}
