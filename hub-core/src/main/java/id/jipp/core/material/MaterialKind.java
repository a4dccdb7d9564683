package id.jipp.core.material;

/** What a material is to those who come for it. */
public enum MaterialKind {
    SLIDES,
    PAPER,
    VIDEO,
    AUDIO,
    IMAGE,
    DATA,
    OTHER;

    /** The name outside: {@code slides}. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
