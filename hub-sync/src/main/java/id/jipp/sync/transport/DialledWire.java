package id.jipp.sync.transport;

import id.jipp.sync.protocol.ProtocolLimits;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The calling end of a WebSocket as a wire. */
final class DialledWire implements Wire {
    private static final int POLICY = 1008;

    private final WebSocket socket;

    DialledWire(WebSocket socket) {
        this.socket = socket;
    }

    @Override
    public void send(ByteBuffer frame) throws IOException {
        try {
            socket.sendBinary(frame, true).get(ProtocolLimits.SEND_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException broken) {
            throw new IOException(broken.getCause());
        } catch (TimeoutException slow) {
            throw new IOException("Nothing was taken for " + ProtocolLimits.SEND_TIMEOUT, slow);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while sending");
        }
    }

    /** Who calls knows whom it called by more than that. */
    @Override
    public String farAddress() {
        return "";
    }

    /** A peer that does not answer the close is cut off; so is one that something is still being sent to. */
    @Override
    public void close(int status, String reason) {
        closing(status, reason).whenComplete((said, failure) -> {
            if (failure != null) {
                socket.abort();
            }
        });
        CompletableFuture.delayedExecutor(ProtocolLimits.CLOSE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                .execute(socket::abort);
    }

    private CompletableFuture<WebSocket> closing(int status, String reason) {
        try {
            return socket.sendClose(status, reason);
        } catch (IllegalArgumentException reserved) {
            // This end may not say that one; the reason was said in a frame before.
            return socket.sendClose(POLICY, reason);
        }
    }
}
