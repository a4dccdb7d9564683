package id.jipp.core.log;

import java.util.regex.Pattern;

/**
 * The name of one of a hub's streams; it says who may have it. {@code public} is for every linked hub,
 * {@code room/<room>} for the hubs that take part in that room, {@code to/<hub>} for that hub alone. A name carries no
 * personal data, for it stays when payloads are erased.
 *
 * <p>{@code public~2} is the second epoch of {@code public}: the stream a hub goes on in where the first stands still,
 * because it was signed twice. All epochs have the audience of the first.
 */
public record StreamName(String value) implements Comparable<StreamName> {
    private static final Pattern FORM = Pattern.compile(
            "(public|room/[a-z][a-z0-9-]{1,31}\\.[a-z0-9]{8,32}|to/[a-z][a-z0-9-]{1,31})(~([2-9]|[1-9][0-9]{1,2}))?");

    public static final StreamName PUBLIC = new StreamName("public");

    public StreamName {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "A stream is public, room/<hub>.<id> or to/<hub>, maybe with an epoch such as ~2; came: "
                            + Shown.text(value));
        }
    }

    /** The stream in which each hub that takes part writes its share of a room; {@code roomId} is {@code hub.local}. */
    public static StreamName ofRoom(String roomId) {
        return new StreamName("room/" + roomId);
    }

    public static StreamName to(HubId hub) {
        return new StreamName("to/" + hub.value());
    }

    /** Counted from 1, at most {@link LogLimits#EPOCH_MAX}. */
    public int epoch() {
        int tilde = value.indexOf('~');
        return tilde < 0 ? 1 : Integer.parseInt(value.substring(tilde + 1));
    }

    /** The same stream in its first epoch. */
    public StreamName first() {
        return epoch() == 1 ? this : at(1);
    }

    /** The same stream in that epoch. */
    public StreamName at(int epoch) {
        int tilde = value.indexOf('~');
        String first = tilde < 0 ? value : value.substring(0, tilde);
        return new StreamName(epoch == 1 ? first : first + "~" + epoch);
    }

    public boolean isPublic() {
        return value.equals("public") || value.startsWith("public~");
    }

    public boolean isRoom() {
        return value.startsWith("room/");
    }

    public boolean isDirect() {
        return value.startsWith("to/");
    }

    /** What stands after the slash: the room's id or the receiving hub's; empty for {@code public}. */
    public String subject() {
        String first = first().value;
        return first.substring(first.indexOf('/') + 1 == 0 ? first.length() : first.indexOf('/') + 1);
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
