package id.jipp.sync.federation;

import id.jipp.core.log.Entry;
import id.jipp.core.log.Head;
import id.jipp.core.log.Heads;
import id.jipp.core.log.HubId;
import id.jipp.core.log.HubLog;
import id.jipp.core.log.StreamId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** When each hub wrote the newest of its entries that are here. One is read only where a head has moved. Thread-safe. */
final class NewestEntries {
    private static final int BYTES = 512 * 1024;

    private final HubLog log;
    private final Clock clock;
    private final Map<StreamId, At> known = new ConcurrentHashMap<>();

    private record At(Head head, Instant time) {}

    NewestEntries(HubLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /** Null if there is none. A time in our future counts as now. */
    @Nullable
    Instant of(HubId author, Heads heads) {
        Instant newest = null;
        for (Map.Entry<StreamId, Head> each : heads.byStream().entrySet()) {
            if (each.getKey().hub().equals(author) && each.getValue().seq() > 0) {
                Instant time = at(each.getKey(), each.getValue());
                newest = newest == null || time.isAfter(newest) ? time : newest;
            }
        }
        Instant now = clock.instant();
        return newest != null && newest.isAfter(now) ? now : newest;
    }

    private Instant at(StreamId stream, Head head) {
        At before = known.get(stream);
        if (before != null && before.head().equals(head)) {
            return before.time();
        }
        List<Entry> last = log.read(stream, head.seq() - 1, 1, BYTES);
        Instant time = last.isEmpty() ? Instant.EPOCH : last.getLast().header().time();
        known.put(stream, new At(head, time));
        return time;
    }
}
