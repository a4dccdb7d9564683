package id.jipp.sync.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.jipp.core.log.HubId;
import id.jipp.core.peer.Peer;
import id.jipp.core.peer.PeerPolicy;
import id.jipp.sync.protocol.ProtocolLimits;
import id.jipp.sync.session.SessionLimits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Hubs on real sockets, in one program. */
class FederationTest {
    private static final String ROOM = "bali.k3v9x2m7q4hd8f0c";

    private final Map<String, Set<HubId>> rooms = new HashMap<>();
    private final List<RunningHub> hubs = new ArrayList<>();

    private RunningHub hub(String name) {
        return hub(name, SessionLimits.STANDARD);
    }

    private RunningHub hub(String name, SessionLimits limits) {
        RunningHub hub = new RunningHub(name, rooms, limits);
        hubs.add(hub);
        return hub;
    }

    @AfterEach
    void stopAll() {
        hubs.forEach(RunningHub::close);
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(20));
    }

    private static void link(RunningHub one, RunningHub other) {
        one.knows(other, true);
        other.knows(one, true);
    }

    @Test
    void twoHubsLinkByInvitationAndAcceptance() {
        RunningHub bali = hub("bali");
        RunningHub jatim = hub("jatim");
        bali.write("public", "satu");
        String code = bali.peers().invite(bali.coordinator()).orThrow();

        String words = jatim.peers()
                .take(code, PeerPolicy.OPEN, jatim.coordinator())
                .orThrow()
                .words();
        soon().until(() -> bali.peers().find(jatim.id).isPresent());
        Peer asking = bali.peers().find(jatim.id).orElseThrow();
        assertThat(asking.state()).isEqualTo(Peer.State.ASKING);
        assertThat(asking.words()).isEqualTo(words);
        assertThat(jatim.holds(bali, "public")).isZero();

        bali.peers().accept(jatim.id, PeerPolicy.OPEN, bali.coordinator()).orThrow();

        soon().until(() -> jatim.holds(bali, "public") == 1);
        soon().until(() -> bali.isIdenticalTo(jatim) && jatim.isIdenticalTo(bali));
        assertThat(bali.with(jatim).state()).isEqualTo(PeerStatus.State.CONNECTED);
    }

    @Test
    void whatIsWrittenArrivesAndIsAcknowledged() {
        RunningHub bali = hub("bali");
        RunningHub jatim = hub("jatim");
        link(bali, jatim);
        soon().until(() -> bali.with(jatim).state() == PeerStatus.State.CONNECTED);

        bali.write("public", "satu");

        soon().until(() -> bali.with(jatim).sent() == 1 && bali.isIdenticalTo(jatim));
        assertThat(jatim.holds(bali, "public")).isEqualTo(1);
        assertThat(bali.with(jatim).waitingToSend()).isZero();
    }

    @Test
    void whoWasAwayCatchesUpByItself() {
        RunningHub bali = hub("bali");
        RunningHub jatim = hub("jatim");
        link(bali, jatim);
        soon().until(() -> bali.with(jatim).state() == PeerStatus.State.CONNECTED);
        jatim.stop();
        for (int i = 0; i < 200; i++) {
            bali.write("public", "baris " + i);
        }
        soon().until(() -> bali.with(jatim).identical() == null);
        assertThat(bali.with(jatim).waitingToSend()).isEqualTo(200);

        jatim.start();

        soon().until(() -> jatim.holds(bali, "public") == 200);
        soon().until(() -> bali.isIdenticalTo(jatim) && jatim.isIdenticalTo(bali));
    }

    @Test
    void aThirdHubCarriesWhatTwoCannotGiveEachOther() {
        RunningHub bali = hub("bali");
        RunningHub panrb = hub("panrb");
        RunningHub jatim = hub("jatim");
        link(bali, panrb);
        link(panrb, jatim);
        bali.knows(jatim, false);
        jatim.knows(bali, false);

        bali.write("public", "dari bali");
        jatim.write("public", "dari jatim");

        soon().until(() -> jatim.holds(bali, "public") == 1 && bali.holds(jatim, "public") == 1);
        assertThat(bali.with(jatim).state()).isEqualTo(PeerStatus.State.UNREACHABLE);
    }

    @Test
    void typingIsHeardByTheOtherHub() {
        RunningHub bali = hub("bali");
        RunningHub jatim = hub("jatim");
        rooms.put(ROOM, Set.of(bali.id, jatim.id));
        link(bali, jatim);
        soon().until(() -> bali.with(jatim).state() == PeerStatus.State.CONNECTED
                && jatim.with(bali).state() == PeerStatus.State.CONNECTED);
        CompletableFuture<Ephemerals.Came> heard = new CompletableFuture<>();
        jatim.federation().ephemerals().onReceived(heard::complete);

        bali.federation().ephemerals().send(ROOM, new byte[] {1, 2});

        assertThat(heard).succeedsWithin(Duration.ofSeconds(10)).satisfies(came -> {
            assertThat(came.from()).isEqualTo(bali.id);
            assertThat(came.content()).containsExactly(1, 2);
        });
    }

    @Test
    void anUnknownHubIsRefusedAndSaidToBe() {
        RunningHub bali = hub("bali");
        RunningHub liar = hub("liar");
        liar.knows(bali, true);

        soon().until(() -> liar.with(bali).state() == PeerStatus.State.REFUSED);
        assertThat(liar.with(bali).lastRefusal().code()).isEqualTo("UNKNOWN_HUB");
        soon().until(() -> bali.federation().strangersRefused() > 0);
    }

    @Test
    void whoAsksWithoutAnInvitationIsCountedAsAStranger() {
        RunningHub bali = hub("bali");
        String used = bali.peers().invite(bali.coordinator()).orThrow();
        RunningHub jatim = hub("jatim");
        jatim.peers().take(used, PeerPolicy.OPEN, jatim.coordinator()).orThrow();
        soon().until(() -> bali.peers().find(jatim.id).isPresent());
        RunningHub liar = hub("liar");

        liar.peers().take(used, PeerPolicy.OPEN, liar.coordinator()).orThrow();

        soon().until(() -> bali.federation().strangersRefused() > 0);
        assertThat(bali.peers().find(liar.id)).isEmpty();
    }

    @Test
    @DisplayName("W2: no subprotocol, another one, or a browser from elsewhere: refused at the handshake")
    void wrongHandshakesAreRefused() {
        RunningHub bali = hub("bali");
        HttpClient http = HttpClient.newHttpClient();
        assertThat(refusal(http.newWebSocketBuilder(), bali)).isEqualTo(400);
        assertThat(refusal(http.newWebSocketBuilder().subprotocols("jipp-room.1"), bali))
                .isEqualTo(400);
        assertThat(refusal(
                        http.newWebSocketBuilder()
                                .subprotocols("jipp-sync.1")
                                .header("Origin", "https://elsewhere.example"),
                        bali))
                .isEqualTo(403);
    }

    @Test
    void garbageIsRefusedCountedAndTheConnectionClosed() throws Exception {
        RunningHub bali = hub("bali");
        Ear ear = new Ear();
        WebSocket socket = open(bali, ear);

        socket.sendBinary(ByteBuffer.wrap(new byte[] {0x55, 1, 2}), true).get(10, TimeUnit.SECONDS);

        assertThat(ear.closed).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(1002);
        soon().until(() -> bali.federation().strangersRefused() == 1);
        assertThat(bali.log().heads().byStream()).isEmpty();
    }

    @Test
    @DisplayName("L1: a frame over the limit is closed with 1009")
    void aFrameOverTheLimitIsClosed() throws Exception {
        RunningHub bali = hub("bali");
        Ear ear = new Ear();
        WebSocket socket = open(bali, ear);

        socket.sendBinary(ByteBuffer.wrap(new byte[ProtocolLimits.FRAME_BYTES_MAX + 1]), true);

        assertThat(ear.closed).succeedsWithin(Duration.ofSeconds(20)).isEqualTo(1009);
    }

    @Test
    @DisplayName("N3: a connection that has silently died is noticed by its heartbeat, and made anew")
    void aHalfOpenConnectionIsNoticed() throws Exception {
        SessionLimits hasty = new SessionLimits(4_000, 4 << 20, 1_000, 10_000, 5_000);
        RunningHub bali = hub("bali", hasty);
        RunningHub jatim = hub("jatim", hasty);
        try (BlackHole hole = new BlackHole(jatim.port)) {
            bali.peers()
                    .link(new Peer(
                            jatim.id,
                            "Jatim",
                            jatim.identity.publicKey(),
                            java.net.URI.create("ws://127.0.0.1:" + hole.port() + "/hub/sync"),
                            PeerPolicy.OPEN,
                            Peer.State.LINKED,
                            ""));
            jatim.knows(bali, false);
            soon().until(() -> bali.with(jatim).state() == PeerStatus.State.CONNECTED);

            hole.swallow(true);
            soon().until(() -> bali.with(jatim).state() != PeerStatus.State.CONNECTED
                    && jatim.with(bali).state() != PeerStatus.State.CONNECTED);
            bali.write("public", "sementara putus");
            hole.swallow(false);

            await().atMost(Duration.ofSeconds(40)).until(() -> jatim.holds(bali, "public") == 1);
        }
    }

    /** The HTTP status such a handshake is refused with. */
    private static int refusal(WebSocket.Builder builder, RunningHub hub) {
        return builder.buildAsync(hub.address(), new Ear())
                .handle((socket, failure) -> failure.getCause() instanceof WebSocketHandshakeException refused
                        ? refused.getResponse().statusCode()
                        : -1)
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }

    private static WebSocket open(RunningHub hub, Ear ear) throws Exception {
        return HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .subprotocols("jipp-sync.1")
                .buildAsync(hub.address(), ear)
                .get(10, TimeUnit.SECONDS);
    }

    /** Hears how the other end closes. */
    private static final class Ear implements WebSocket.Listener {
        private final CompletableFuture<Integer> closed = new CompletableFuture<>();

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            closed.complete(status);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            closed.completeExceptionally(error);
        }
    }

    /** A proxy that can stop passing bytes on without closing anything. */
    private static final class BlackHole implements AutoCloseable {
        private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        private final int target;
        private volatile boolean swallowing;

        BlackHole(int target) throws IOException {
            this.target = target;
            Thread.startVirtualThread(this::accept);
        }

        int port() {
            return server.getLocalPort();
        }

        void swallow(boolean swallow) {
            swallowing = swallow;
        }

        private void accept() {
            while (!server.isClosed()) {
                try {
                    Socket in = server.accept();
                    Socket out = new Socket(InetAddress.getLoopbackAddress(), target);
                    Thread.startVirtualThread(() -> pass(in, out));
                    Thread.startVirtualThread(() -> pass(out, in));
                } catch (IOException closed) {
                    // The test is over, or the hub is.
                }
            }
        }

        private void pass(Socket from, Socket to) {
            byte[] buffer = new byte[8192];
            boolean broken = false;
            try {
                for (int n = from.getInputStream().read(buffer);
                        n >= 0;
                        n = from.getInputStream().read(buffer)) {
                    broken |= swallowing;
                    if (!broken) {
                        to.getOutputStream().write(buffer, 0, n);
                        to.getOutputStream().flush();
                    }
                }
                if (!broken) {
                    to.close();
                }
            } catch (IOException closed) {
                // One of the two hung up.
            }
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }
}
