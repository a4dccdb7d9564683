package id.jipp.core.log;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What of a log file is acknowledged at one moment. Immutable, but for the file under it. */
record LogView(MvLogStore store, Position last, Map<StreamId, Head> heads, Map<StreamId, Fork> forks) {
    LogView {
        heads = Map.copyOf(heads);
        forks = java.util.Collections.unmodifiableMap(new TreeMap<>(forks));
    }

    static LogView of(MvLogStore store) {
        Map<StreamId, Fork> forks = new HashMap<>();
        store.forks().forEach(fork -> forks.put(fork.stream(), fork));
        return new LogView(store, store.last(), store.heads(), forks);
    }

    Head head(StreamId stream) {
        return heads.getOrDefault(stream, Head.NONE);
    }

    boolean holds(StreamId stream, Head head) {
        return head.seq() >= 1
                && head.seq() <= head(stream).seq()
                && store.at(stream, head.seq()).hash().equals(head.hash());
    }

    Heads allHeads() {
        return Heads.of(heads);
    }

    List<Entry> read(StreamId stream, long after, int entriesMax, int bytesMax) {
        long to = head(stream).seq();
        return after >= to ? List.of() : RangeCut.of(store.entries(stream, after + 1, to), entriesMax, bytesMax);
    }
}
