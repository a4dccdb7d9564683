package id.jipp.sync.protocol;

/** Why a session ends; {@link #number()} on the wire, {@link #status()} as the WebSocket's closing status (RFC 6455). */
public enum ByeCode {
    /** The program stops, or the link was changed; come again. */
    LEAVING(1, 1001),
    /** Another connection of the same two hubs is kept. */
    DUPLICATE(2, 1000),
    /** No protocol version both speak. */
    VERSION(3, 1002),
    /** The caller is not linked here. */
    UNKNOWN_HUB(4, 1008),
    /** The key is not the one known for that hub. */
    WRONG_KEY(5, 1008),
    /** The signature does not fit this handshake. */
    BAD_PROOF(6, 1008),
    /** The invitation is not ours, used or past. */
    INVITATION(7, 1008),
    /** The link is paused or blocked here. */
    CLOSED(8, 1008),
    /** Something that is no frame, or breaks a limit. */
    MALFORMED(9, 1002),
    /** A frame that may not come now. */
    UNEXPECTED(10, 1002),
    /** More entries than were asked for. */
    OVER_CREDIT(11, 1008),
    /** Entries that do not follow what was asked for. */
    GAP(12, 1008),
    /** Entries that break a rule of the log. */
    BAD_ENTRIES(13, 1008),
    /** Nothing was heard for too long. */
    SILENT(14, 1001),
    /** It reads more slowly than we may keep for it. */
    SLOW(15, 1013),
    /** Too many at once, or the store is away; come later. */
    LATER(16, 1013),
    /** A coordinator ended the link. Believed only from who has proven its key. */
    LEFT(17, 1000);

    private final int number;
    private final int status;

    ByeCode(int number, int status) {
        this.number = number;
        this.status = status;
    }

    public int number() {
        return number;
    }

    public int status() {
        return status;
    }

    /** Whether the other side broke a rule, rather than that something ended. */
    public boolean isBlame() {
        return switch (this) {
            case LEAVING, DUPLICATE, SILENT, SLOW, LATER, CLOSED, VERSION, LEFT -> false;
            case UNKNOWN_HUB, WRONG_KEY, BAD_PROOF, INVITATION, MALFORMED, UNEXPECTED, OVER_CREDIT, GAP, BAD_ENTRIES ->
                true;
        };
    }

    static ByeCode ofNumber(int number) {
        for (ByeCode code : values()) {
            if (code.number == number) {
                return code;
            }
        }
        // A later version may have more reasons; that it ends is what matters.
        return LEAVING;
    }
}
