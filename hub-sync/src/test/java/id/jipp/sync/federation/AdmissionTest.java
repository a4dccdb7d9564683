package id.jipp.sync.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.jipp.sync.protocol.ProtocolLimits;
import id.jipp.sync.session.SessionLimits;
import id.jipp.sync.transport.Line;
import id.jipp.sync.transport.Wire;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Many who knock at once, on real sockets, from many addresses of this machine. */
class AdmissionTest {
    /** Nobody's time runs out, so that places are counted and not seconds. */
    private static final SessionLimits PATIENT = new SessionLimits(4_000, 4 << 20, 600_000, 600_000, 5_000);

    private final List<RunningHub> hubs = new ArrayList<>();
    private final RunningHub bali = hub("bali");

    private RunningHub hub(String name) {
        RunningHub hub = new RunningHub(name, Map.of(), PATIENT);
        hubs.add(hub);
        return hub;
    }

    @AfterEach
    void stopAll() {
        hubs.forEach(RunningHub::close);
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(20));
    }

    @Test
    @DisplayName("X2: of a thousand who are at the door already no more come in than there are places")
    void ofAThousandAtTheDoorSixtyFourComeIn() {
        List<Line> in = IntStream.range(0, 1_000)
                .parallel()
                .mapToObj(i -> bali.federation().answer(new Nowhere("10.0." + i / 8 + ".1")))
                .filter(Objects::nonNull)
                .toList();

        in.forEach(Line::start);
        assertThat(in).hasSize(ProtocolLimits.GREETING_MAX);
    }

    @Test
    @DisplayName("N9, X2: in a storm of hellos the rest hear \"later\", and a linked hub gets in when it is over")
    void inAStormTheRestHearLater() throws Exception {
        List<Knock> storm = new ArrayList<>();
        for (int address = 1; address <= 20; address++) {
            storm.addAll(knock("127.0.1." + address, ProtocolLimits.GREETING_PER_ADDRESS_MAX));
        }
        soon().until(() -> storm.stream().allMatch(Knock::isAnswered) && open(storm) <= ProtocolLimits.GREETING_MAX);

        assertThat(open(storm)).isEqualTo(ProtocolLimits.GREETING_MAX);
        assertThat(storm.stream().filter(Knock::isRefused))
                .allSatisfy(refused -> assertThat(refused.saysLater()).isTrue());

        RunningHub jatim = hub("jatim");
        bali.knows(jatim, false);
        jatim.knows(bali, true);
        assertThat(bali.federation().mayCome("127.0.0.1")).isFalse();
        storm.forEach(Knock::hangUp);
        soon().until(() -> jatim.with(bali).state() == PeerStatus.State.CONNECTED);
    }

    @Test
    @DisplayName("L4: who knocks and says nothing takes the places of its own address, and of no other")
    void oneAddressDoesNotTakeAllPlaces() throws Exception {
        List<Knock> silent = knock("127.0.0.2", 3 * ProtocolLimits.GREETING_PER_ADDRESS_MAX);
        soon().until(() ->
                silent.stream().allMatch(Knock::isAnswered) && open(silent) <= ProtocolLimits.GREETING_PER_ADDRESS_MAX);
        assertThat(open(silent)).isEqualTo(ProtocolLimits.GREETING_PER_ADDRESS_MAX);

        RunningHub jatim = hub("jatim");
        bali.knows(jatim, false);
        jatim.knows(bali, true);

        soon().until(() -> jatim.with(bali).state() == PeerStatus.State.CONNECTED);
        assertThat(open(silent)).isEqualTo(ProtocolLimits.GREETING_PER_ADDRESS_MAX);
    }

    private static long open(List<Knock> knocks) {
        return knocks.stream().filter(Knock::isOpen).count();
    }

    private List<Knock> knock(String address, int times) throws Exception {
        HttpClient from = HttpClient.newBuilder()
                .localAddress(InetAddress.getByName(address))
                .build();
        return IntStream.range(0, times).mapToObj(i -> new Knock(from, bali)).toList();
    }

    /** One who connects and never says hello. */
    private static final class Knock implements WebSocket.Listener {
        private final CompletableFuture<WebSocket> answer;
        private final CompletableFuture<Integer> closed = new CompletableFuture<>();

        Knock(HttpClient from, RunningHub to) {
            answer = from.newWebSocketBuilder().subprotocols("jipp-sync.1").buildAsync(to.address(), this);
        }

        boolean isAnswered() {
            return answer.isDone();
        }

        boolean isRefused() {
            return answer.isCompletedExceptionally();
        }

        boolean isOpen() {
            return isAnswered() && !isRefused() && !closed.isDone();
        }

        /** Refused with 503 and when to come again. */
        boolean saysLater() {
            HttpResponse<?> said = ((WebSocketHandshakeException) answer.exceptionNow()).getResponse();
            return said.statusCode() == 503
                    && said.headers().firstValue("Retry-After").isPresent();
        }

        void hangUp() {
            answer.thenAccept(WebSocket::abort);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            closed.complete(status);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            closed.complete(-1);
        }
    }

    /** A connection that nobody uses. */
    private record Nowhere(String farAddress) implements Wire {
        @Override
        public void send(ByteBuffer frame) {}

        @Override
        public void close(int status, String reason) {}
    }
}
