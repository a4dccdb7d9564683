package id.jipp.core.peer;

/** What people here see of what a hub wrote. All of it is kept and verifies, whichever it is. */
public enum Showing {
    WHOLE,
    /** Only what it is called, whose it is and where; the rest is read at its origin, and nobody has it from us. */
    REFERENCE,
    /** The link ended and what came by it is not to be seen here. */
    NOTHING
}
