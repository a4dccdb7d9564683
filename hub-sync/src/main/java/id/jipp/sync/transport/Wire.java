package id.jipp.sync.transport;

import java.io.IOException;
import java.nio.ByteBuffer;

/** One connection as a {@link Line} uses it: its writer sends, one frame at a time. */
public interface Wire {
    /** Returns once the frame is handed to the network; waits where that is slow. */
    void send(ByteBuffer frame) throws IOException;

    /** Where the other end is, as far as known: an address of the network, without its port; empty if it is not. */
    String farAddress();

    /** Ends the connection; a second call does nothing. Never waits for what was not sent yet. */
    void close(int status, String reason);
}
