package id.jipp.core.room;

import id.jipp.core.log.HubId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The order numbers of a room's messages: 1 + the highest among what a message came after, which is all earlier ones of
 * its own hub and what it says its author saw (Lamport 1978, with received heads in place of clocks). A pure function of
 * the entries held, whatever order they came in; so two hubs that hold the same show the same.
 *
 * <p>A claim to have seen what is not held yet counts up to what is held, and again when more arrives. Honest authors
 * cannot claim in a circle; where forged claims do, the circle is opened at its lowest hub ({@link #settle()}).
 *
 * <p>Not thread-safe.
 */
final class MessageOrder {
    private final SortedMap<HubId, Lane> lanes = new TreeMap<>();
    private final Map<HubId, Long> claimed = new HashMap<>();
    private boolean unsettled;

    /**
     * Adds the next entry of a hub's stream.
     *
     * @param seq one more than {@link #head(HubId)}
     * @param after what its author saw; null if the entry is no message
     */
    void add(HubId hub, long seq, @Nullable Map<HubId, Long> after) {
        Lane lane = lanes.computeIfAbsent(hub, h -> new Lane());
        if (seq != lane.size + 1L) {
            throw new IllegalArgumentException("Expected entry " + (lane.size + 1L) + " of " + hub + "; came: " + seq);
        }
        lane.add(after);
        if (after != null) {
            after.forEach((other, upTo) -> {
                if (!other.equals(hub)) {
                    claimed.merge(other, upTo, Math::max);
                }
            });
        }
        if (claimed.getOrDefault(hub, 0L) >= seq) {
            unsettled = true;
        }
        if (!unsettled) {
            lane.place(this, hub, lane.size - 1);
        }
    }

    /**
     * Orders anew where something came after what others had claimed to have seen.
     *
     * @return whether an order given before has changed
     */
    boolean settle() {
        if (!unsettled) {
            return false;
        }
        unsettled = false;
        Map<HubId, long[]> before = new HashMap<>();
        lanes.forEach((hub, lane) -> before.put(hub, Arrays.copyOf(lane.order, lane.placed)));
        lanes.values().forEach(lane -> lane.placed = 0);
        while (true) {
            placeAllReady();
            HubId stuck = lowestOfACircle();
            if (stuck == null) {
                return before.entrySet().stream()
                        .anyMatch(each -> !lane(each.getKey()).beginsWith(each.getValue()));
            }
            Lane lane = lane(stuck);
            lane.place(this, stuck, lane.placed);
        }
    }

    /** The order of that message. Call {@link #settle()} first after adding. */
    long of(HubId hub, long seq) {
        return lane(hub).order[Math.toIntExact(seq - 1)];
    }

    boolean isMessage(HubId hub, long seq) {
        return lane(hub).claims.get(Math.toIntExact(seq - 1)) != null;
    }

    /** How many entries of that hub are held. */
    long head(HubId hub) {
        Lane lane = lanes.get(hub);
        return lane == null ? 0 : lane.size;
    }

    Map<HubId, Long> heads() {
        Map<HubId, Long> heads = new TreeMap<>();
        lanes.forEach((hub, lane) -> heads.put(hub, (long) lane.size));
        return heads;
    }

    private void placeAllReady() {
        boolean moved = true;
        while (moved) {
            moved = false;
            for (Map.Entry<HubId, Lane> each : lanes.entrySet()) {
                Lane lane = each.getValue();
                while (lane.placed < lane.size && isReady(each.getKey(), lane)) {
                    lane.place(this, each.getKey(), lane.placed);
                    moved = true;
                }
            }
        }
    }

    private boolean isReady(HubId hub, Lane lane) {
        return blockers(hub, lane).isEmpty();
    }

    /** The hubs whose entries the next one of this lane must wait for. */
    private List<HubId> blockers(HubId hub, Lane lane) {
        Map<HubId, Long> after = lane.claims.get(lane.placed);
        if (after == null) {
            return List.of();
        }
        List<HubId> blockers = new ArrayList<>(0);
        after.forEach((other, upTo) -> {
            Lane seen = lanes.get(other);
            if (seen != null && !other.equals(hub) && Math.min(upTo, seen.size) > seen.placed) {
                blockers.add(other);
            }
        });
        return blockers;
    }

    /**
     * The lowest hub among lanes that wait for each other and for nobody else; null if none waits. Such a circle is not
     * changed by anything that merely comes later, so the choice is the same in every order of arrival.
     */
    private @Nullable HubId lowestOfACircle() {
        SortedMap<HubId, List<HubId>> waiting = new TreeMap<>();
        lanes.forEach((hub, lane) -> {
            if (lane.placed < lane.size) {
                waiting.put(hub, blockers(hub, lane));
            }
        });
        if (waiting.isEmpty()) {
            return null;
        }
        HubId from = waiting.firstKey();
        while (true) {
            Set<HubId> reached = reachable(from, waiting);
            Set<HubId> notBack = new TreeSet<>(reached);
            notBack.removeAll(reaching(from, waiting, reached));
            if (notBack.isEmpty()) {
                return new TreeSet<>(reached).first();
            }
            from = notBack.iterator().next();
        }
    }

    private static Set<HubId> reachable(HubId from, Map<HubId, List<HubId>> waiting) {
        Set<HubId> reached = new HashSet<>();
        Deque<HubId> next = new ArrayDeque<>(waiting.getOrDefault(from, List.of()));
        while (!next.isEmpty()) {
            HubId hub = next.pop();
            if (reached.add(hub)) {
                next.addAll(waiting.getOrDefault(hub, List.of()));
            }
        }
        return reached;
    }

    /** Those within that set from which {@code to} can be reached. */
    private static Set<HubId> reaching(HubId to, Map<HubId, List<HubId>> waiting, Set<HubId> within) {
        Map<HubId, List<HubId>> reversed = new HashMap<>();
        for (HubId hub : within) {
            for (HubId blocker : waiting.getOrDefault(hub, List.of())) {
                reversed.computeIfAbsent(blocker, h -> new ArrayList<>()).add(hub);
            }
        }
        return reachable(to, reversed);
    }

    private Lane lane(HubId hub) {
        Lane lane = lanes.get(hub);
        if (lane == null) {
            throw new IllegalArgumentException("Nothing is held of " + hub);
        }
        return lane;
    }

    /** One hub's entries: what each claims, and the highest order up to each. */
    private static final class Lane {
        private final List<@Nullable Map<HubId, Long>> claims = new ArrayList<>();
        private long[] order = new long[16];
        private int size;
        private int placed;

        void add(@Nullable Map<HubId, Long> after) {
            if (size == order.length) {
                order = Arrays.copyOf(order, size * 2);
            }
            claims.add(after);
            size++;
        }

        void place(MessageOrder all, HubId hub, int index) {
            Map<HubId, Long> after = claims.get(index);
            long before = index == 0 ? 0 : order[index - 1];
            placed = index + 1;
            if (after == null) {
                order[index] = before;
                return;
            }
            long highest = before;
            for (Map.Entry<HubId, Long> claim : after.entrySet()) {
                Lane seen = all.lanes.get(claim.getKey());
                if (seen != null && !claim.getKey().equals(hub)) {
                    highest = Math.max(highest, seen.highestUpTo(claim.getValue()));
                }
            }
            order[index] = highest + 1;
        }

        boolean beginsWith(long[] orders) {
            return Arrays.equals(order, 0, orders.length, orders, 0, orders.length);
        }

        private long highestUpTo(long seq) {
            int upTo = (int) Math.min(seq, placed);
            return upTo <= 0 ? 0 : order[upTo - 1];
        }
    }
}
