package id.jipp.core.peer;

/** What may pass between us and a peer, of one kind of thing. */
public enum Direction {
    NONE,
    SEND,
    RECEIVE,
    BOTH;

    public boolean sends() {
        return this == SEND || this == BOTH;
    }

    public boolean receives() {
        return this == RECEIVE || this == BOTH;
    }
}
