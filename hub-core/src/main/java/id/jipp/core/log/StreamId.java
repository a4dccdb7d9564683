package id.jipp.core.log;

import java.util.Comparator;

/** One stream in the network: the hub that alone writes it, and its name there. */
public record StreamId(HubId hub, StreamName name) implements Comparable<StreamId> {
    private static final Comparator<StreamId> ORDER =
            Comparator.comparing(StreamId::hub).thenComparing(StreamId::name);

    @Override
    public int compareTo(StreamId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return hub + ":" + name;
    }
}
