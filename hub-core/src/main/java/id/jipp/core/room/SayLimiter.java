package id.jipp.core.room;

import id.jipp.core.person.PersonId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Keeps one person from flooding rooms: {@link RoomLimits#SAY_BURST} messages at once, then one each {@link
 * RoomLimits#SAY_EVERY} (the generic cell rate algorithm, ITU-T I.371). Thread-safe.
 */
final class SayLimiter {
    private static final int REMEMBERED_MAX = 10_000;

    private final LongSupplier nanoTime;
    private final long everyNanos = RoomLimits.SAY_EVERY.toNanos();
    private final Map<PersonId, Long> nextFree = new ConcurrentHashMap<>();

    SayLimiter(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Takes one message's worth; answers 0, or how many seconds to wait when there is none. */
    long take(PersonId person) {
        long now = nanoTime.getAsLong();
        if (nextFree.size() > REMEMBERED_MAX) {
            nextFree.values().removeIf(free -> free < now);
        }
        long[] wait = new long[1];
        nextFree.compute(person, (id, before) -> {
            long from = before == null ? now : Math.max(now, before);
            long over = from - now - everyNanos * (RoomLimits.SAY_BURST - 1);
            if (over > 0) {
                wait[0] = Math.ceilDiv(over, 1_000_000_000L);
                return from;
            }
            return from + everyNanos;
        });
        return wait[0];
    }
}
