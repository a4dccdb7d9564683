package id.jipp.sync.transport;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;

/** A WebSocket as a wire. */
final class SocketWire implements Wire {
    private final WebSocketSession socket;

    SocketWire(WebSocketSession socket) {
        this.socket = socket;
    }

    @Override
    public void send(ByteBuffer frame) throws IOException {
        socket.sendMessage(new BinaryMessage(frame.duplicate(), true));
    }

    @Override
    public String farAddress() {
        InetSocketAddress far = socket.getRemoteAddress();
        return far == null ? "" : far.getHostString();
    }

    @Override
    public void close(int status, String reason) {
        try {
            socket.close(new CloseStatus(status, reason));
        } catch (IOException | IllegalStateException gone) {
            // It is closed then, which is what was wanted.
        }
    }
}
