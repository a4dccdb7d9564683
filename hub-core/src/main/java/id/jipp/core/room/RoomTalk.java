package id.jipp.core.room;

import id.jipp.core.log.HubId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where each message of one room stands, without its words: small enough to be held in memory. Made from the pages of
 * all hubs' shares. Thread-safe.
 */
final class RoomTalk {
    private final HubId self;
    private final MessageOrder order = new MessageOrder();
    private final List<Spot> sorted = new ArrayList<>();
    private final List<Spot> added = new ArrayList<>();
    private final Map<String, Long> saidHere = new HashMap<>();
    private final Map<Long, String> authorsHere = new HashMap<>();

    RoomTalk(HubId self) {
        this.self = self;
    }

    /**
     * Takes in the next entries of each hub, as one change.
     *
     * @return whether messages that were here before may stand elsewhere now
     */
    synchronized boolean addAll(List<Slot> slots) {
        slots.forEach(slot -> add(slot.hub(), slot.seq(), slot.said()));
        return settle();
    }

    private void add(HubId hub, long seq, SaidPage.@Nullable Said said) {
        if (said == null) {
            order.add(hub, seq, null);
            return;
        }
        order.add(hub, seq, claims(said.after()));
        added.add(new Spot(0, new MessageId(hub, seq)));
        if (hub.equals(self)) {
            saidHere.putIfAbsent(clientKey(said.author(), said.clientId()), seq);
            authorsHere.put(seq, said.author());
        }
    }

    /** Puts what was added in its place; the rest again too where it must. */
    private boolean settle() {
        boolean moved = order.settle();
        if (moved) {
            sorted.replaceAll(spot -> spot(spot.id()));
        }
        boolean behind = true;
        for (Spot fresh : added) {
            Spot placed = spot(fresh.id());
            behind &= sorted.isEmpty() || sorted.getLast().compareTo(placed) < 0;
            sorted.add(placed);
        }
        added.clear();
        if (moved || !behind) {
            Collections.sort(sorted);
        }
        return moved;
    }

    synchronized long head(HubId hub) {
        return order.head(hub);
    }

    synchronized Map<HubId, Long> heads() {
        return order.heads();
    }

    synchronized boolean holds(MessageId id) {
        return id.seq() >= 1 && id.seq() <= order.head(id.hub()) && order.isMessage(id.hub(), id.seq());
    }

    synchronized Optional<MessageId> saidHere(String author, String clientId) {
        return Optional.ofNullable(saidHere.get(clientKey(author, clientId))).map(seq -> new MessageId(self, seq));
    }

    synchronized List<Spot> before(@Nullable MessageId before, int limit) {
        int end = before == null ? sorted.size() : index(before);
        return List.copyOf(sorted.subList(Math.max(0, end - limit), end));
    }

    synchronized List<Spot> after(@Nullable MessageId after, int limit) {
        int start = after == null ? 0 : holds(after) ? index(after) + 1 : sorted.size();
        return List.copyOf(sorted.subList(start, Math.min(sorted.size(), start + limit)));
    }

    /** From that place, counted from 0, up to and without the other; oldest first. */
    synchronized List<Spot> range(long from, long to) {
        int end = (int) Math.clamp(to, 0, sorted.size());
        return List.copyOf(sorted.subList((int) Math.clamp(from, 0, end), end));
    }

    /** How many messages are held. */
    synchronized int size() {
        return sorted.size();
    }

    synchronized Spot at(MessageId id) {
        return spot(id);
    }

    /** Per hub, the highest number among the messages up to that one. */
    synchronized Map<HubId, Long> readUpTo(MessageId id) {
        Map<HubId, Long> read = new TreeMap<>();
        for (Spot spot : sorted.subList(0, index(id) + 1)) {
            read.merge(spot.id().hub(), spot.id().seq(), Math::max);
        }
        return read;
    }

    /** Messages by others that stand after the mark or came after it was set. */
    synchronized int unread(@Nullable ReadMark mark, String reader) {
        int unread = 0;
        for (HubId hub : order.heads().keySet()) {
            long from = mark == null ? 0 : mark.upTo(hub);
            for (long seq = from + 1; seq <= order.head(hub); seq++) {
                if (order.isMessage(hub, seq) && !isBy(reader, hub, seq)) {
                    unread++;
                }
            }
        }
        return unread;
    }

    private boolean isBy(String reader, HubId hub, long seq) {
        return hub.equals(self) && reader.equals(authorsHere.get(seq));
    }

    /** The index of that message; where it would stand at the end if it is not held. */
    private int index(MessageId id) {
        if (!holds(id)) {
            return sorted.size();
        }
        int found = Collections.binarySearch(sorted, spot(id));
        return found < 0 ? -found - 1 : found;
    }

    private Spot spot(MessageId id) {
        return new Spot(order.of(id.hub(), id.seq()), id);
    }

    private static Map<HubId, Long> claims(Map<String, Long> after) {
        Map<HubId, Long> claims = new TreeMap<>();
        after.forEach((hub, upTo) -> claims.put(new HubId(hub), upTo));
        return claims;
    }

    private static String clientKey(String author, String clientId) {
        return author + '\n' + clientId;
    }

    /** An entry of a hub's share; {@code said} is null where it is no message. */
    record Slot(HubId hub, long seq, SaidPage.@Nullable Said said) {}

    /** A message's place: its order number; ties by hub, then number. */
    record Spot(long order, MessageId id) implements Comparable<Spot> {
        @Override
        public int compareTo(Spot other) {
            int byOrder = Long.compare(order, other.order);
            if (byOrder != 0) {
                return byOrder;
            }
            int byHub = id.hub().compareTo(other.id.hub());
            return byHub != 0 ? byHub : Long.compare(id.seq(), other.id.seq());
        }
    }
}
