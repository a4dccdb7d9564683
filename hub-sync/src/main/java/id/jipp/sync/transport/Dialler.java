package id.jipp.sync.transport;

import id.jipp.core.peer.PeerAddress;
import id.jipp.sync.protocol.Handshake;
import id.jipp.sync.protocol.ProtocolLimits;
import jakarta.websocket.ContainerProvider;
import jakarta.websocket.WebSocketContainer;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.springframework.web.socket.WebSocketHttpHeaders;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.client.standard.StandardWebSocketClient;

/** Calls other hubs. Thread-safe. */
public final class Dialler {
    private final StandardWebSocketClient client;
    private final boolean privateAddresses;

    /** @param privateAddresses whether names that lead into our own network may be called */
    public Dialler(boolean privateAddresses) {
        WebSocketContainer container = ContainerProvider.getWebSocketContainer();
        container.setDefaultMaxBinaryMessageBufferSize(ProtocolLimits.FRAME_BYTES_MAX);
        this.client = new StandardWebSocketClient(container);
        this.client.setUserProperties(Map.of(
                "org.apache.tomcat.websocket.IO_TIMEOUT_MS",
                String.valueOf(ProtocolLimits.CONNECT_TIMEOUT.toMillis())));
        this.privateAddresses = privateAddresses;
    }

    /**
     * Connects and opens a line; returns when that is done, at the latest after twice the bound for connecting.
     *
     * @throws IOException if nobody answers there, or not as a hub
     */
    public void dial(URI address, Function<Wire, Line> opener) throws IOException, InterruptedException {
        if (!privateAddresses && !PeerAddress.leadsOutside(address)) {
            throw new IOException(address.getHost() + " leads into our own network");
        }
        WebSocketHttpHeaders headers = new WebSocketHttpHeaders();
        headers.setSecWebSocketProtocol(Handshake.SUBPROTOCOL);
        CompletableFuture<WebSocketSession> connecting =
                client.execute(new SocketHandler(opener::apply), headers, address);
        try {
            connecting.get(2 * ProtocolLimits.CONNECT_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw new IOException(failed.getCause());
        } catch (TimeoutException slow) {
            connecting.cancel(true);
            throw new IOException("No answer from " + address, slow);
        }
    }
}
