package id.jipp.sync.transport;

import id.jipp.sync.protocol.Handshake;
import id.jipp.sync.protocol.ProtocolLimits;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.SubProtocolCapable;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.BinaryWebSocketHandler;

/** Opens a line on each WebSocket and hands it what comes. The same for both ends. */
final class SocketHandler extends BinaryWebSocketHandler implements SubProtocolCapable {
    private static final String LINE = Line.class.getName();

    private final Function<Wire, @Nullable Line> opener;

    /** @param opener opens a line, or null where none is taken now */
    SocketHandler(Function<Wire, @Nullable Line> opener) {
        this.opener = opener;
    }

    @Override
    public List<String> getSubProtocols() {
        return List.of(Handshake.SUBPROTOCOL);
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession socket) throws Exception {
        socket.setBinaryMessageSizeLimit(ProtocolLimits.FRAME_BYTES_MAX);
        if (!Handshake.SUBPROTOCOL.equals(socket.getAcceptedProtocol())) {
            socket.close(CloseStatus.PROTOCOL_ERROR);
            return;
        }
        Line line = opener.apply(new SocketWire(socket));
        if (line == null) {
            socket.close(CloseStatus.SERVICE_OVERLOAD);
            return;
        }
        socket.getAttributes().put(LINE, line);
        line.start();
    }

    @Override
    protected void handleBinaryMessage(WebSocketSession socket, BinaryMessage message) {
        Line line = line(socket);
        if (line != null) {
            ByteBuffer payload = message.getPayload();
            byte[] frame = new byte[payload.remaining()];
            payload.get(frame);
            line.received(frame);
        }
    }

    @Override
    public void handleTransportError(WebSocketSession socket, Throwable failure) {
        Line line = line(socket);
        if (line != null) {
            line.lost(null);
        }
    }

    @Override
    public void afterConnectionClosed(WebSocketSession socket, CloseStatus status) {
        Line line = line(socket);
        if (line != null) {
            line.lost(status.getCode() == CloseStatus.TOO_BIG_TO_PROCESS.getCode() ? "a frame that is too long" : null);
        }
    }

    private static @Nullable Line line(WebSocketSession socket) {
        return (Line) socket.getAttributes().get(LINE);
    }
}
