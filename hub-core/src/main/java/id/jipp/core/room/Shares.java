package id.jipp.core.room;

import id.jipp.core.log.Entry;
import id.jipp.core.log.Epochs;
import id.jipp.core.log.HubId;
import id.jipp.core.log.HubLog;
import id.jipp.core.log.StreamId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** In which stream each hub's share of a room is: the epoch of it that counts. Thread-safe. */
final class Shares {
    private final HubLog log;
    private final Map<RoomId, Map<HubId, StreamId>> known = new ConcurrentHashMap<>();
    private final Map<StreamId, Long> restated = new ConcurrentHashMap<>();

    Shares(HubLog log) {
        this.log = log;
    }

    StreamId of(RoomId room, HubId hub) {
        return known.computeIfAbsent(room, fresh -> new ConcurrentHashMap<>())
                .computeIfAbsent(hub, fresh -> Epochs.current(log, new StreamId(hub, room.stream())));
    }

    /** Whether that entry counts for itself: it stands in the epoch that does, and does not only say again. */
    boolean count(RoomId room, Entry entry) {
        StreamId stream = entry.stream();
        return stream.equals(of(room, stream.hub())) && entry.seq() > restatedUpTo(stream);
    }

    /** Whether with that entry a new epoch of its hub's share counts. */
    boolean isNewEpoch(Entry entry) {
        return entry.stream().name().epoch() > 1 && entry.seq() == restatedUpTo(entry.stream());
    }

    private long restatedUpTo(StreamId stream) {
        Long known = restated.get(stream);
        if (known == null) {
            known = Epochs.restatedUpTo(log, stream);
            restated.put(stream, known);
        }
        return known;
    }

    /** Looks again the next time. */
    void forget(RoomId room) {
        known.remove(room);
    }
}
