package id.jipp.core.log;

import java.util.regex.Pattern;

/**
 * The name of one of a hub's streams; it says who may have it. {@code public} is for every linked hub,
 * {@code room/<room>} for the hubs that take part in that room, {@code to/<hub>} for that hub alone. A name carries no
 * personal data, for it stays when payloads are erased.
 */
public record StreamName(String value) implements Comparable<StreamName> {
    private static final Pattern FORM =
            Pattern.compile("public|room/[a-z][a-z0-9-]{1,31}\\.[a-z0-9]{8,32}|to/[a-z][a-z0-9-]{1,31}");

    public static final StreamName PUBLIC = new StreamName("public");

    public StreamName {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "A stream is public, room/<hub>.<id> or to/<hub>; came: " + Shown.text(value));
        }
    }

    /** The stream in which each hub that takes part writes its share of a room; {@code roomId} is {@code hub.local}. */
    public static StreamName ofRoom(String roomId) {
        return new StreamName("room/" + roomId);
    }

    public static StreamName to(HubId hub) {
        return new StreamName("to/" + hub.value());
    }

    public boolean isPublic() {
        return this.equals(PUBLIC);
    }

    public boolean isRoom() {
        return value.startsWith("room/");
    }

    public boolean isDirect() {
        return value.startsWith("to/");
    }

    /** What stands after the slash: the room's id or the receiving hub's; empty for {@code public}. */
    public String subject() {
        return value.substring(value.indexOf('/') + 1 == 0 ? value.length() : value.indexOf('/') + 1);
    }

    @Override
    public int compareTo(StreamName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
