package id.jipp.core.room;

import id.jipp.core.log.HubId;
import id.jipp.core.log.StreamName;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A room in the network: the hub that opened it and its id there; written {@code bali.k3v9x2m7q4hd8f0c}. */
public record RoomId(HubId hub, String local) {
    private static final Pattern FORM = Pattern.compile("([a-z][a-z0-9-]{1,31})\\.([a-z0-9]{8,32})");

    public RoomId {
        if (!local.matches("[a-z0-9]{8,32}")) {
            throw new IllegalArgumentException("A room's own id is 8 to 32 of a-z and 0-9");
        }
    }

    /** Empty if the text is not an id. */
    public static Optional<RoomId> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new RoomId(new HubId(matcher.group(1)), matcher.group(2)))
                : Optional.empty();
    }

    /** The name of the stream in which each hub that takes part writes its share of this room. */
    public StreamName stream() {
        return StreamName.ofRoom(toString());
    }

    @Override
    public String toString() {
        return hub + "." + local;
    }
}
