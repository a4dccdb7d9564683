package id.jipp.sync.transport;

import org.jspecify.annotations.Nullable;

/** Answers hubs that call us. */
public interface Callers {
    /** Whether one more from that address may come in now; asked before the WebSocket is opened. */
    boolean mayCome(String address);

    /** A line for who came, not yet started; null if none is taken now. */
    @Nullable
    Line answer(Wire wire);
}
