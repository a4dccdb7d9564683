package id.jipp.core.innovation;

import java.util.Locale;

/** How far an innovation has come. */
public enum Phase {
    CREATION,
    DEVELOPMENT,
    INSTITUTIONALISATION;

    /** The name outside: {@code creation}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
