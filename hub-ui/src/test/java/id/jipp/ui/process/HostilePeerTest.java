package id.jipp.ui.process;

import static org.assertj.core.api.Assertions.assertThat;

import id.jipp.core.log.StreamId;
import id.jipp.core.log.StreamName;
import id.jipp.sync.protocol.Frame;
import id.jipp.sync.protocol.ProtocolLimits;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who calls a hub and sends garbage, or reads nothing; beside hubs that go on with each other through it. */
@ExtendWith(Hubs.Running.class)
class HostilePeerTest {
    private static final long SEED = Long.getLong("process.seed", 20231102);

    /** Of a frame's type: the bit that says that who does not know it may pass it over is not set. */
    private static final byte NOT_TO_BE_SKIPPED = 0x7F;

    @AfterEach
    void pausedAgain(Hubs hubs) throws Exception {
        hubs.tengah.api().post("/api/v1/peers/asing/pause", "pause-" + UUID.randomUUID(), "");
    }

    @Test
    @DisplayName(
            "L1: garbage after the upgrade, and after the greeting of a known hub, ends that connection and no other")
    void garbageEndsOnlyItsOwnConnection(Hubs hubs) throws Exception {
        linked(hubs);
        Random random = new Random(SEED);
        int connections = hubs.west.connections() + hubs.east.connections();
        Writer writer = hubs.writer(hubs.barat);

        for (int i = 0; i < 10; i++) {
            byte[] garbage = new byte[1 + random.nextInt(2_000)];
            random.nextBytes(garbage);
            garbage[0] &= NOT_TO_BE_SKIPPED;
            assertThat(answerToRawBytes(hubs.tengah, garbage)).isNotNegative();
            try (HostilePeer stranger = new HostilePeer(hubs.tengah)) {
                stranger.say(garbage);
                assertThat(stranger.awaitClosed()).isEqualTo(1002);
            }
            try (HostilePeer known = new HostilePeer(hubs.tengah).greet()) {
                known.say(garbage);
                assertThat(known.awaitClosed()).isEqualTo(1002);
            }
        }
        writer.awaitMore(5);
        writer.close();

        hubs.holdTheSame(List.of(writer));
        assertThat(hubs.west.connections() + hubs.east.connections()).isEqualTo(connections);
    }

    @Test
    @DisplayName(
            "L3: a hub that asks for everything again and again and reads nothing is cut after a bounded amount; the"
                    + " others go on meanwhile")
    void whoReadsNothingIsCut(Hubs hubs) throws Exception {
        linked(hubs);
        Writer writer = hubs.writer(hubs.barat);
        writer.awaitMore(20);
        Hubs.awaitThat(() -> hubs.tengah.api().titles("barat").size() >= 20);
        Frame everything = new Frame.Want(
                new StreamId(hubs.barat.id(), StreamName.PUBLIC),
                0,
                ProtocolLimits.CREDIT_ENTRIES,
                ProtocolLimits.CREDIT_BYTES);

        try (HostilePeer deaf = new HostilePeer(hubs.tengah).greet()) {
            deaf.say(Frame.Have.of(true, Map.of()));
            Hubs.awaitThat(() -> hubs.tengah.api().stateOf("asing").equals("connected"));
            Hubs.awaitThat(() -> {
                for (int i = 0; i < 100; i++) {
                    deaf.say(everything);
                }
                return !hubs.tengah.api().stateOf("asing").equals("connected");
            });
            Hubs.awaitThat(() -> !deaf.say(everything));
            writer.awaitMore(5);
            writer.close();
            hubs.holdTheSame(List.of(writer));
        }
    }

    private static void linked(Hubs hubs) throws Exception {
        hubs.tengah
                .api()
                .post("/api/v1/peers/asing/resume", "resume-" + UUID.randomUUID(), "")
                .orThrow();
    }

    /** Upgrades as a WebSocket does, sends what is no frame, and reads until the hub ends it; how much it said. */
    private static long answerToRawBytes(ProcessHub hub, byte[] garbage) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", hub.port())) {
            socket.setSoTimeout(30_000);
            String upgrade = "GET /hub/sync HTTP/1.1\r\nHost: 127.0.0.1:" + hub.port() + "\r\nConnection: Upgrade\r\n"
                    + "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: jipp-sync.1\r\n"
                    + "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n";
            socket.getOutputStream().write(upgrade.getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            assertThat(new String(in.readNBytes(12), StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 101");
            // Unmasked, which no client may send.
            socket.getOutputStream().write(0x82);
            socket.getOutputStream().write(garbage.length & 0x7F);
            socket.getOutputStream().write(garbage);
            return in.transferTo(OutputStream.nullOutputStream());
        } catch (SocketException reset) {
            return 0;
        }
    }
}
