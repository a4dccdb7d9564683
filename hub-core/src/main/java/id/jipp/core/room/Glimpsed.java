package id.jipp.core.room;

import id.jipp.core.log.Entry;
import id.jipp.core.log.EntryRange;
import id.jipp.core.log.Erased;
import id.jipp.core.log.Head;
import id.jipp.core.log.HubId;
import id.jipp.core.log.HubLog;
import id.jipp.core.log.StreamId;
import id.jipp.core.peer.Glimpses;
import id.jipp.core.projection.Listeners;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The newest messages of streams whose history is still on its way: shown behind all others, in memory only, and gone as
 * soon as the log has them or something else in their place. Thread-safe.
 */
final class Glimpsed implements Glimpses {
    static final Comparator<Message> ORDER = Comparator.comparingLong(Message::order)
            .thenComparing(message -> message.id().hub())
            .thenComparing(message -> message.id().seq());

    private final HubLog log;
    private final RoomProjection projection;
    private final Listeners<RoomChange> changes;
    private final Map<StreamId, EntryRange> seen = new LinkedHashMap<>();
    private long bytes;

    /** @param changes hears of what is seen and what is not shown any more; and tells what the projection has done */
    Glimpsed(HubLog log, RoomProjection projection, Listeners<RoomChange> changes) {
        this.log = log;
        this.projection = projection;
        this.changes = changes;
        changes.add(change -> drop(change.room()));
    }

    @Override
    public void see(EntryRange newest) {
        Optional<RoomId> room = RoomId.parse(newest.stream().name().subject());
        if (!newest.stream().name().isRoom() || room.isEmpty() || isReached(newest) || isTooFar(newest)) {
            return;
        }
        EntryRange kept = newest(newest);
        keep(kept);
        List<Message> messages = messages(room.get(), List.of(kept));
        if (!messages.isEmpty()) {
            changes.tell(new RoomChange(room.get(), messages, false, false));
        }
    }

    @Override
    public void forget(StreamId stream) {
        if (remove(stream)) {
            RoomId.parse(stream.name().subject())
                    .ifPresent(room -> changes.tell(new RoomChange(room, List.of(), false, true)));
        }
    }

    /** Those of that room which are not here otherwise, in their order for now. */
    List<Message> of(RoomId room) {
        List<EntryRange> ranges = in(room);
        return ranges.isEmpty() ? List.of() : messages(room, ranges);
    }

    /** The same, but behind what was glimpsed where it says that its author had seen some of that. */
    Message placed(Message message) {
        if (isEmpty()) {
            return message;
        }
        Map<HubId, Long> upTo = upTo(message.room());
        RoomTalk talk = projection.talk(message.room());
        boolean answers = message.after().entrySet().stream()
                .anyMatch(seen -> upTo.containsKey(seen.getKey()) && seen.getValue() > talk.head(seen.getKey()));
        return answers ? message.at(orderForNow(message)) : message;
    }

    RoomChange placed(RoomChange change) {
        return isEmpty()
                ? change
                : new RoomChange(
                        change.room(),
                        change.arrived().stream().map(this::placed).toList(),
                        change.roomChanged(),
                        change.reordered());
    }

    private synchronized boolean isEmpty() {
        return seen.isEmpty();
    }

    /** Per hub, the number of the last entry that is shown. */
    Map<HubId, Long> upTo(RoomId id) {
        Map<HubId, Long> upTo = new TreeMap<>();
        RoomDocument room = projection.find(id).orElse(null);
        for (EntryRange range : in(id)) {
            if (room != null && mayBeShown(id, room, range)) {
                upTo.put(range.stream().hub(), range.last().seq());
            }
        }
        return upTo;
    }

    private synchronized void keep(EntryRange range) {
        remove(range.stream());
        seen.put(range.stream(), range);
        bytes += size(range);
        Iterator<EntryRange> eldest = seen.values().iterator();
        while (bytes > RoomLimits.GLIMPSED_BYTES_MAX) {
            bytes -= size(eldest.next());
            eldest.remove();
        }
    }

    private synchronized boolean remove(StreamId stream) {
        EntryRange gone = seen.remove(stream);
        bytes -= gone == null ? 0 : size(gone);
        return gone != null;
    }

    private synchronized List<EntryRange> in(RoomId room) {
        return seen.values().stream()
                .filter(range -> range.stream().name().subject().equals(room.toString()))
                .toList();
    }

    private static long size(EntryRange range) {
        return range.entries().stream().mapToLong(Entry::size).sum();
    }

    private static EntryRange newest(EntryRange range) {
        List<Entry> all = range.entries();
        int from = Math.max(0, all.size() - RoomLimits.GLIMPSED_ENTRIES_MAX);
        return from == 0 ? range : new EntryRange(range.stream(), all.subList(from, all.size()));
    }

    /** Lets go of what is here now, and of what turned out not to follow what came. */
    private void drop(RoomId room) {
        for (EntryRange range : in(room)) {
            if (!fits(range)) {
                forget(range.stream());
            } else if (isReached(range) && head(room, range) >= range.last().seq()) {
                remove(range.stream());
            }
        }
    }

    /** What people here write says what they had seen; a made-up number must not go into that. */
    private boolean isTooFar(EntryRange range) {
        return range.last().seq() - log.head(range.stream()).seq() > RoomLimits.GLIMPSED_AHEAD_MAX;
    }

    private boolean isReached(EntryRange range) {
        return log.head(range.stream()).seq() >= range.last().seq();
    }

    /** Whether it can follow what the log has of its stream. */
    private boolean fits(EntryRange range) {
        Head head = log.head(range.stream());
        long first = range.entries().getFirst().seq();
        if (head.seq() < first - 1) {
            return true;
        }
        if (head.seq() >= range.last().seq()) {
            return log.holds(
                    range.stream(), new Head(range.last().seq(), range.last().hash()));
        }
        Entry next = range.entries().get((int) (head.seq() + 1 - first));
        return next.header().previous().equals(head.hash());
    }

    private List<Message> messages(RoomId id, List<EntryRange> ranges) {
        RoomDocument room = projection.find(id).orElse(null);
        List<Message> messages = new ArrayList<>();
        for (EntryRange range : ranges) {
            if (room != null && mayBeShown(id, room, range)) {
                messages.addAll(messages(id, room, range));
            }
        }
        messages.sort(ORDER);
        return messages;
    }

    private boolean mayBeShown(RoomId id, RoomDocument room, EntryRange range) {
        HubId author = range.stream().hub();
        return room.takesPart(author) && range.stream().equals(projection.share(id, author)) && fits(range);
    }

    private List<Message> messages(RoomId id, RoomDocument room, EntryRange range) {
        HubId author = range.stream().hub();
        long head = head(id, range);
        Set<Long> erased = erased(range);
        List<Message> messages = new ArrayList<>();
        long order = 0;
        for (Entry entry : range.entries()) {
            SaidPage.Said said = RoomBatch.said(entry, room.topics()).orElse(null);
            if (said != null && entry.seq() > head && !erased.contains(entry.seq())) {
                Message message = RoomBatch.message(id, author, said, 0);
                order = Math.max(order + 1, orderForNow(message));
                messages.add(message.at(order));
            }
        }
        return messages;
    }

    /** By how many entries of the room its author had seen: what came later has seen more. */
    private static long orderForNow(Message message) {
        long seen = message.id().seq();
        for (Map.Entry<HubId, Long> other : message.after().entrySet()) {
            boolean own = other.getKey().equals(message.id().hub());
            seen += own ? 0 : Math.min(other.getValue(), Message.GLIMPSED / 1_024);
        }
        return Message.GLIMPSED + seen;
    }

    private static Set<Long> erased(EntryRange range) {
        Set<Long> erased = new HashSet<>();
        range.entries()
                .forEach(entry -> Erased.of(entry)
                        .filter(erasing ->
                                erasing.stream().equals(range.stream().name()))
                        .ifPresent(erasing -> erased.addAll(erasing.numbers())));
        return erased;
    }

    private long head(RoomId room, EntryRange range) {
        return projection.talk(room).head(range.stream().hub());
    }
}
