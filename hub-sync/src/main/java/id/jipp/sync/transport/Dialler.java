package id.jipp.sync.transport;

import id.jipp.core.peer.PeerAddress;
import id.jipp.sync.protocol.Handshake;
import id.jipp.sync.protocol.ProtocolLimits;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Calls other hubs, with the JDK's client: unlike the container's it sends each frame at once, where that one waits for
 * the peer to confirm the last (decision 025). Thread-safe.
 */
public final class Dialler {
    private final HttpClient client;
    private final boolean privateAddresses;

    /** @param privateAddresses whether names that lead into our own network may be called */
    public Dialler(boolean privateAddresses) {
        this.client = HttpClient.newBuilder()
                .connectTimeout(ProtocolLimits.CONNECT_TIMEOUT)
                .executor(Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("sync-reader-", 1).factory()))
                .build();
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
        CompletableFuture<WebSocket> connecting = client.newWebSocketBuilder()
                .connectTimeout(ProtocolLimits.CONNECT_TIMEOUT)
                .subprotocols(Handshake.SUBPROTOCOL)
                .buildAsync(address, new DialledSocket(opener));
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
