package id.jipp.ui.process;

import id.jipp.core.identity.HubIdentity;
import id.jipp.core.log.HubId;
import id.jipp.core.peer.Peer;
import id.jipp.core.peer.PeerPolicy;
import id.jipp.sync.protocol.Frame;
import id.jipp.sync.protocol.Frames;
import id.jipp.sync.protocol.Handshake;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A program that has a linked hub's key and does not behave as a hub. It reads only what it is told to read. */
final class HostilePeer implements AutoCloseable {
    private static final HubIdentity IDENTITY = HubIdentity.ofSeed(new HubId("asing"), new byte[32]);
    private static final long SECONDS_MAX = 30;

    /** As tengah knows it: paused until a test wants it, so that nobody waits for it. */
    static final Peer ASING =
            new Peer(IDENTITY.hub(), "Asing", IDENTITY.publicKey(), null, PeerPolicy.OPEN, Peer.State.PAUSED, "");

    private final ProcessHub hub;
    private final BlockingQueue<byte[]> heard = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final WebSocket socket;

    HostilePeer(ProcessHub hub) throws Exception {
        this.hub = hub;
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .subprotocols(Handshake.SUBPROTOCOL)
                .buildAsync(URI.create("ws://127.0.0.1:" + hub.port() + "/hub/sync"), new Ear())
                .get(SECONDS_MAX, TimeUnit.SECONDS);
    }

    /** Proves its key, as any hub does. */
    HostilePeer greet() throws Exception {
        byte[] nonce = new byte[Handshake.NONCE_BYTES];
        byte[] hello = Frames.encode(new Frame.Hello(
                Handshake.MINOR_MIN, Handshake.MINOR_MAX, false, IDENTITY.hub(), IDENTITY.publicKey(), nonce));
        say(hello);
        socket.request(1);
        byte[] answer = heard.poll(SECONDS_MAX, TimeUnit.SECONDS);
        if (answer == null || !(Frames.decode(ByteBuffer.wrap(answer)) instanceof Frame.Welcome welcome)) {
            throw new IllegalStateException(hub.id() + " does not welcome its peer");
        }
        byte[] signed = Handshake.signed(
                Handshake.Role.CALLER, hello, welcome.minor(), hub.id(), hub.publicKey(), welcome.nonce());
        say(Frames.encode(new Frame.Proof(IDENTITY.sign(signed))));
        return this;
    }

    /** Whether it could still be handed to the network. */
    boolean say(byte[] frame) throws InterruptedException {
        try {
            socket.sendBinary(ByteBuffer.wrap(frame), true).get(SECONDS_MAX, TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException gone) {
            return false;
        } catch (TimeoutException stuck) {
            throw new IllegalStateException(hub.id() + " neither reads nor closes", stuck);
        }
    }

    boolean say(Frame frame) throws InterruptedException {
        return say(Frames.encode(frame));
    }

    /** Reads on, and waits until the hub ends it; the code of WebSocket it says, or -1 for none. */
    int awaitClosed() throws Exception {
        socket.request(Long.MAX_VALUE);
        return closed.get(SECONDS_MAX, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        socket.abort();
    }

    /** A message may come in parts, each asked for by itself. */
    private final class Ear implements WebSocket.Listener {
        private final ByteArrayOutputStream message = new ByteArrayOutputStream();

        @Override
        public void onOpen(WebSocket opened) {
            // Nothing is read until somebody wants it.
        }

        @Override
        public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer part, boolean last) {
            byte[] bytes = new byte[part.remaining()];
            part.get(bytes);
            message.writeBytes(bytes);
            if (last) {
                heard.add(message.toByteArray());
                message.reset();
            } else {
                from.request(1);
            }
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            closed.complete(status);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable broken) {
            closed.complete(-1);
        }
    }
}
