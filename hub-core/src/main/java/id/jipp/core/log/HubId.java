package id.jipp.core.log;

import java.util.regex.Pattern;

/**
 * The name of a hub in the network, for example {@code bali}: 2 to 32 characters of {@code a-z}, {@code 0-9} and
 * {@code -}, starting with a letter. It never changes and is never given to another hub.
 */
public record HubId(String value) implements Comparable<HubId> {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{1,31}");

    public HubId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "A hub's id is 2 to 32 of a-z, 0-9 and -, starting with a letter; came: " + Shown.text(value));
        }
    }

    @Override
    public int compareTo(HubId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
