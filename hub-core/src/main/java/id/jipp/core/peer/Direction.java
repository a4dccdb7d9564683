package id.jipp.core.peer;

/** What may pass between us and a peer, of one kind of thing. */
public enum Direction {
    NONE,
    SEND,
    RECEIVE,
    BOTH,
    /**
     * Both ways; but here what comes is only referred to: its name, whose it is and where. It is read at its origin, and
     * nobody has it from us. Only of records.
     */
    REFERENCE;

    public boolean sends() {
        return this == SEND || this == BOTH || this == REFERENCE;
    }

    public boolean receives() {
        return this == RECEIVE || this == BOTH || this == REFERENCE;
    }
}
