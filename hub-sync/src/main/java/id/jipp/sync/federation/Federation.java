package id.jipp.sync.federation;

import id.jipp.core.log.HubId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Keeps one session with every linked peer alive, and knows how each goes. Thread-safe. */
public final class Federation {
    /** One status for each peer we know, in the order of their ids. */
    public List<PeerStatus> statuses() {
        throw new UnsupportedOperationException();
    }

    public Optional<PeerStatus> status(HubId hub) {
        throw new UnsupportedOperationException();
    }

    /** Hears which peer's status changed; merged, at most four times a second per peer. */
    public Runnable onChange(Consumer<HubId> listener) {
        throw new UnsupportedOperationException();
    }

    /** Starts to listen and to call. */
    public void start() {
        throw new UnsupportedOperationException();
    }

    /** Says goodbye to all. */
    public void stop() {
        throw new UnsupportedOperationException();
    }
}
