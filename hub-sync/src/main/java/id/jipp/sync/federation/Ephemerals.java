package id.jipp.sync.federation;

import id.jipp.core.log.HubId;
import id.jipp.core.projection.Listeners;
import id.jipp.sync.protocol.ProtocolLimits;
import java.util.function.Consumer;

/**
 * What is over in a moment and never written down: who types in a room, who is there. It goes to connected hubs that
 * take part in the room, is dropped first where the line is slow, and is not carried on by third hubs. Thread-safe.
 */
public final class Ephemerals {
    private final Listeners<Came> came = new Listeners<>();
    private final Consumer<Said> out;

    Ephemerals(Consumer<Said> out) {
        this.out = out;
    }

    record Said(String room, byte[] content) {}

    /**
     * Something that came from another hub.
     *
     * @param from the hub, its key proven; it takes part in the room
     * @param room {@code hub.local}
     */
    public record Came(HubId from, String room, byte[] content) {}

    /**
     * Tells the other hubs that take part in that room.
     *
     * @param room {@code hub.local}
     * @param content at most {@link ProtocolLimits#EPHEMERAL_BYTES_MAX} bytes, in a form the rooms agree on
     */
    public void send(String room, byte[] content) {
        if (content.length > ProtocolLimits.EPHEMERAL_BYTES_MAX) {
            throw new IllegalArgumentException("An ephemeral has at most " + ProtocolLimits.EPHEMERAL_BYTES_MAX
                    + " bytes; came: " + content.length);
        }
        out.accept(new Said(room, content.clone()));
    }

    /** Hears what comes; called on a session's thread, so be quick. */
    public Runnable onReceived(Consumer<Came> listener) {
        return came.add(listener);
    }

    void tell(Came news) {
        came.tell(news);
    }
}
