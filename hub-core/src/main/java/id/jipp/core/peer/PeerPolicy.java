package id.jipp.core.peer;

import id.jipp.core.log.StreamName;

/**
 * What we offer to and accept from one peer, per kind of thing. Closed until somebody opens it.
 *
 * @param records innovations and all else in public streams
 * @param rooms rooms that both take part in
 * @param files the bytes of files that either of these tells of
 */
public record PeerPolicy(Direction records, Direction rooms, FilePolicy files) {
    public static final PeerPolicy CLOSED = new PeerPolicy(Direction.NONE, Direction.NONE, FilePolicy.CLOSED);
    public static final PeerPolicy OPEN = new PeerPolicy(Direction.BOTH, Direction.BOTH);

    /** @throws IllegalArgumentException if rooms were only to be referred to */
    public PeerPolicy {
        if (rooms == Direction.REFERENCE) {
            throw new IllegalArgumentException("A room is shared or not; it cannot only be referred to");
        }
    }

    /** With files as a new link has them. */
    public PeerPolicy(Direction records, Direction rooms) {
        this(records, rooms, FilePolicy.STANDARD);
    }

    /** The direction that governs a stream of that name. A direct stream goes with the records. */
    public Direction of(StreamName stream) {
        return stream.isRoom() ? rooms : records;
    }
}
