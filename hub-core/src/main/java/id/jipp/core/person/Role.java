package id.jipp.core.person;

/** What a person may do at their hub. */
public enum Role {
    STAFF,
    ASSESSOR,
    COORDINATOR,
    ADMIN;

    /** The name outside: {@code coordinator}. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
