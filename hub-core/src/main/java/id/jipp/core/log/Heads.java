package id.jipp.core.log;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The heads of all streams a hub holds at one moment. Immutable, in the order of stream ids. */
public record Heads(SortedMap<StreamId, Head> byStream) {
    public static final Heads EMPTY = new Heads(new TreeMap<>());

    public Heads {
        byStream = Collections.unmodifiableSortedMap(new TreeMap<>(byStream));
    }

    public static Heads of(Map<StreamId, Head> byStream) {
        return new Heads(new TreeMap<>(byStream));
    }

    /** The head of that stream, {@link Head#NONE} where nothing of it is held. */
    public Head of(StreamId stream) {
        return byStream.getOrDefault(stream, Head.NONE);
    }

    /** Whether everything up to and including that number is held. */
    public boolean cover(StreamId stream, long seq) {
        return of(stream).seq() >= seq;
    }
}
