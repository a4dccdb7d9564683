package id.jipp.ui.bench;

import jakarta.websocket.ContainerProvider;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.WebSocketHttpHeaders;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.client.standard.StandardWebSocketClient;
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
        try (ServletWebServerApplicationContext context =
                (ServletWebServerApplicationContext) new SpringApplicationBuilder(BareSocket.class)
                        .run("--server.port=0", "--server.address=127.0.0.1", "--logging.level.root=ERROR")) {
            int port = Objects.requireNonNull(context.getWebServer()).getPort();
            WebSocketSession session = new StandardWebSocketClient(ContainerProvider.getWebSocketContainer())
                    .execute(
                            new BinaryWebSocketHandler() {
                                @Override
                                protected void handleBinaryMessage(WebSocketSession session, BinaryMessage message) {
                                    back.release();
                                }
                            },
                            new WebSocketHttpHeaders(),
                            URI.create("ws://127.0.0.1:" + port + "/bare"))
                    .join();
            Semaphore counted = context.getBean(BareSocket.class).counted;
            figures.add(line, Limits.middle(() -> megabytesPerSecond(session, counted)), "MB/s");
            figures.times(roundTrip, roundTrips(session, back));
            session.close();
        } catch (IOException failure) {
            throw new IllegalStateException("The bare socket could not be measured", failure);
        }
    }

    private static double megabytesPerSecond(WebSocketSession session, Semaphore counted) {
        byte[] frame = new byte[FRAME_BYTES];
        long start = System.nanoTime();
        for (int i = 0; i < FRAMES; i++) {
            send(session, frame);
        }
        counted.acquireUninterruptibly(FRAMES);
        return FRAMES * (double) FRAME_BYTES / 1e6 / ((System.nanoTime() - start) / 1e9);
    }

    private static long[] roundTrips(WebSocketSession session, Semaphore back) {
        byte[] frame = new byte[SMALL_BYTES];
        long[] nanos = new long[SMALLS];
        for (int i = -SMALLS; i < SMALLS; i++) {
            long start = System.nanoTime();
            send(session, frame);
            back.acquireUninterruptibly();
            nanos[Math.max(0, i)] = System.nanoTime() - start;
        }
        return nanos;
    }

    private static void send(WebSocketSession session, byte[] frame) {
        try {
            session.sendMessage(new BinaryMessage(ByteBuffer.wrap(frame)));
        } catch (IOException failure) {
            throw new IllegalStateException("The bare socket broke", failure);
        }
    }
}
