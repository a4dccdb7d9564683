package id.jipp.core.innovation;

import id.jipp.core.log.HubId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An innovation in the network: the hub that owns it and its id there; written {@code bali.k3v9x2m7q4hd8f0c}. */
public record InnovationId(HubId hub, String local) {
    private static final Pattern FORM = Pattern.compile("([a-z][a-z0-9-]{1,31})\\.([a-z0-9]{8,32})");

    public InnovationId {
        if (!local.matches("[a-z0-9]{8,32}")) {
            throw new IllegalArgumentException("An innovation's own id is 8 to 32 of a-z and 0-9");
        }
    }

    /** Empty if the text is not an id. */
    public static Optional<InnovationId> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new InnovationId(new HubId(matcher.group(1)), matcher.group(2)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return hub + "." + local;
    }
}
