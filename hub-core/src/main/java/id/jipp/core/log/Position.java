package id.jipp.core.log;

/**
 * A place in this hub's arrival order over all entries it holds, from 1; 0 is before the first. Only projections follow
 * it; it means nothing to another hub.
 */
public record Position(long value) implements Comparable<Position> {
    public static final Position START = new Position(0);

    public Position {
        if (value < 0) {
            throw new IllegalArgumentException("A position is 0 or more; came: " + value);
        }
    }

    public boolean isAfter(Position other) {
        return value > other.value;
    }

    @Override
    public int compareTo(Position other) {
        return Long.compare(value, other.value);
    }
}
