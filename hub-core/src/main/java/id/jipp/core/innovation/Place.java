package id.jipp.core.innovation;

import id.jipp.core.log.Entry;
import java.util.Comparator;

/** Where an entry stands in its hub's public stream: the epoch, and the number in it. */
record Place(int epoch, long seq) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
            Comparator.comparingInt(Place::epoch).thenComparingLong(Place::seq);

    static Place of(Entry entry) {
        return new Place(entry.stream().name().epoch(), entry.seq());
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }
}
