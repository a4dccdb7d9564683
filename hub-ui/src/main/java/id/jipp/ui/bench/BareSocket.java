package id.jipp.ui.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.handler.BinaryWebSocketHandler;
import org.springframework.web.socket.server.standard.ServletServerContainerFactoryBean;

/** A WebSocket that only counts what comes, and sends small frames back: what the line itself can carry. */
@EnableWebSocket
@ImportAutoConfiguration({TomcatServletWebServerAutoConfiguration.class, DispatcherServletAutoConfiguration.class})
class BareSocket {
    private static final int FRAME_BYTES = 256 * 1_024;
    private static final int FRAMES = 1_000;
    private static final int SMALL_BYTES = 256;
    private static final int SMALLS = 2_000;

    private final Semaphore counted = new Semaphore(0);

    @Bean
    WebSocketConfigurer counting() {
        return registry -> registry.addHandler(
                new BinaryWebSocketHandler() {
                    @Override
                    protected void handleBinaryMessage(WebSocketSession session, BinaryMessage message)
                            throws IOException {
                        if (message.getPayloadLength() == SMALL_BYTES) {
                            session.sendMessage(message);
                        } else {
                            counted.release();
                        }
                    }
                },
                "/bare");
    }

    @Bean
    ServletServerContainerFactoryBean buffers() {
        ServletServerContainerFactoryBean container = new ServletServerContainerFactoryBean();
        container.setMaxBinaryMessageBufferSize(2 * FRAME_BYTES);
        return container;
    }

    static void measure(Figures figures, String line, String roundTrip) {
        Semaphore back = new Semaphore(0);
        try (HttpClient client = HttpClient.newHttpClient();
                ServletWebServerApplicationContext context =
                        (ServletWebServerApplicationContext) new SpringApplicationBuilder(BareSocket.class)
                                .run("--server.port=0", "--server.address=127.0.0.1", "--logging.level.root=ERROR")) {
            int port = Objects.requireNonNull(context.getWebServer()).getPort();
            WebSocket socket = client.newWebSocketBuilder()
                    .buildAsync(URI.create("ws://127.0.0.1:" + port + "/bare"), new Answered(back))
                    .join();
            Semaphore counted = context.getBean(BareSocket.class).counted;
            figures.add(line, Limits.middle(() -> megabytesPerSecond(socket, counted)), "MB/s");
            figures.times(roundTrip, roundTrips(socket, back));
            socket.abort();
        }
    }

    /** Counts what comes back. */
    private record Answered(Semaphore back) implements WebSocket.Listener {
        @Override
        public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
            if (last) {
                back.release();
            }
            socket.request(1);
            return null;
        }
    }

    private static double megabytesPerSecond(WebSocket socket, Semaphore counted) {
        byte[] frame = new byte[FRAME_BYTES];
        long start = System.nanoTime();
        for (int i = 0; i < FRAMES; i++) {
            send(socket, frame);
        }
        counted.acquireUninterruptibly(FRAMES);
        return FRAMES * (double) FRAME_BYTES / 1e6 / ((System.nanoTime() - start) / 1e9);
    }

    private static long[] roundTrips(WebSocket socket, Semaphore back) {
        byte[] frame = new byte[SMALL_BYTES];
        long[] nanos = new long[SMALLS];
        for (int i = -SMALLS; i < SMALLS; i++) {
            long start = System.nanoTime();
            send(socket, frame);
            back.acquireUninterruptibly();
            nanos[Math.max(0, i)] = System.nanoTime() - start;
        }
        return nanos;
    }

    private static void send(WebSocket socket, byte[] frame) {
        socket.sendBinary(ByteBuffer.wrap(frame), true).join();
    }
}
