package id.jipp.core.seminar;

import id.jipp.core.log.Hash;
import id.jipp.core.log.HubId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A seminar in the network: the hub that holds it and its id there; written {@code bali.k3v9x2m7q4hd8f0c}. */
public record SeminarId(HubId hub, String local) implements Comparable<SeminarId> {
    private static final Pattern FORM = Pattern.compile("([a-z][a-z0-9-]{1,31})\\.([a-z0-9]{8,32})");
    private static final int KEY_CHARS = 20;

    public SeminarId {
        if (!local.matches("[a-z0-9]{8,32}")) {
            throw new IllegalArgumentException("A seminar's own id is 8 to 32 of a-z and 0-9");
        }
    }

    /** Empty if the text is not an id. */
    public static Optional<SeminarId> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new SeminarId(new HubId(matcher.group(1)), matcher.group(2)))
                : Optional.empty();
    }

    /** Always the same one for that key, and another for every other key. */
    static SeminarId of(HubId hub, Hash key) {
        return new SeminarId(hub, key.toString().substring(0, KEY_CHARS));
    }

    @Override
    public int compareTo(SeminarId other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return hub + "." + local;
    }
}
