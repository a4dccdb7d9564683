package id.jipp.core.material;

/** Who may have a material. */
public enum Share {
    /** The people of the seminar's own hub. No other hub is told that it exists. */
    HUB,
    /** Everybody: it is told to the network, and served without signing in. */
    NETWORK;

    /** The name outside: {@code network}. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
