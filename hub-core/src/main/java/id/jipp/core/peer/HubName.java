package id.jipp.core.peer;

/** The rule for the name a hub shows: 1 to 120 characters, no control characters, not blank. */
final class HubName {
    static final int CHARS_MAX = 120;

    private HubName() {}

    static String check(String name) {
        if (name.isBlank() || name.length() > CHARS_MAX) {
            throw new IllegalArgumentException("A hub's name has 1 to 120 characters; came: " + name.length());
        }
        if (name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("A hub's name has no control characters");
        }
        return name;
    }
}
