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

    Shares(HubLog log) {
        this.log = log;
    }

    StreamId of(RoomId room, HubId hub) {
        return known.computeIfAbsent(room, fresh -> new ConcurrentHashMap<>())
                .computeIfAbsent(hub, fresh -> Epochs.current(log, new StreamId(hub, room.stream())));
    }

    /** Whether with that entry another epoch of its hub's share counts than was known before. */
    boolean isNewEpoch(RoomId room, Entry entry) {
        return entry.stream().name().epoch()
                        > of(room, entry.stream().hub()).name().epoch()
                && entry.seq() >= Epochs.restatedUpTo(log, entry.stream());
    }

    /** Looks again the next time. */
    void forget(RoomId room) {
        known.remove(room);
    }
}
