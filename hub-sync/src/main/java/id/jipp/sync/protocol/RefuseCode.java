package id.jipp.sync.protocol;

/** Why something of a stream was refused without ending the session. */
public enum RefuseCode {
    /** We may not or do not want to have this stream. */
    NOT_WANTED(1),
    /** You may not have this stream, or there is no such. */
    NOT_OFFERED(2),
    /** Its author signed two different entries under one number; it stands still here. */
    FORKED(3),
    /** Its author's key is not known here. */
    UNKNOWN_AUTHOR(4),
    /** The entries break a rule of the log. */
    BAD_ENTRIES(5),
    /** A reason of a later version. */
    OTHER(255);

    private final int number;

    RefuseCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    static RefuseCode ofNumber(int number) {
        for (RefuseCode code : values()) {
            if (code.number == number) {
                return code;
            }
        }
        return OTHER;
    }
}
