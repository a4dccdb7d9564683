package id.jipp.sync.transport;

import id.jipp.sync.protocol.Handshake;
import id.jipp.sync.protocol.ProtocolLimits;
import java.io.ByteArrayOutputStream;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The calling end of a WebSocket: opens a line on it and hands it what comes, one frame after the other. More is read only
 * when the line has taken the last.
 */
final class DialledSocket implements WebSocket.Listener {
    private final Function<Wire, Line> opener;
    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
    private @Nullable Line line;

    DialledSocket(Function<Wire, Line> opener) {
        this.opener = opener;
    }

    @Override
    public void onOpen(WebSocket socket) {
        if (!Handshake.SUBPROTOCOL.equals(socket.getSubprotocol())) {
            socket.abort();
            return;
        }
        line = opener.apply(new DialledWire(socket)).start();
        socket.request(1);
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer part, boolean last) {
        Line current = line;
        if (current == null) {
            return null;
        }
        if (begun.size() + part.remaining() > ProtocolLimits.FRAME_BYTES_MAX) {
            lost("a frame that is too long");
            return null;
        }
        byte[] bytes = new byte[part.remaining()];
        part.get(bytes);
        if (last && begun.size() == 0) {
            current.received(bytes);
        } else {
            begun.writeBytes(bytes);
            if (last) {
                current.received(begun.toByteArray());
                begun.reset();
            }
        }
        socket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
        lost("text where a frame was expected");
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
        lost(null);
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable broken) {
        lost(null);
    }

    /** Ends the line, and it the connection. {@code why} where a rule was broken. */
    private void lost(@Nullable String why) {
        Line current = line;
        if (current != null) {
            current.lost(why);
        }
    }
}
