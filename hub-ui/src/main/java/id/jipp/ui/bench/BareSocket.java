package id.jipp.ui.bench;

import jakarta.websocket.ContainerProvider;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.client.standard.StandardWebSocketClient;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.handler.BinaryWebSocketHandler;
import org.springframework.web.socket.server.standard.ServletServerContainerFactoryBean;

/** A WebSocket that only counts, to know what the line itself can carry. */
@EnableWebSocket
@ImportAutoConfiguration({TomcatServletWebServerAutoConfiguration.class, DispatcherServletAutoConfiguration.class})
class BareSocket {
    private static final int FRAME_BYTES = 64 * 1_024;
    private static final int FRAMES = 8_000;

    private final AtomicLong left = new AtomicLong(FRAMES);
    private final CountDownLatch done = new CountDownLatch(1);

    @Bean
    WebSocketConfigurer counting() {
        return registry -> registry.addHandler(
                new BinaryWebSocketHandler() {
                    @Override
                    protected void handleBinaryMessage(WebSocketSession session, BinaryMessage message) {
                        if (left.decrementAndGet() == 0) {
                            done.countDown();
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

    static double bytesPerSecond() {
        try (ServletWebServerApplicationContext context =
                (ServletWebServerApplicationContext) new SpringApplicationBuilder(BareSocket.class)
                        .run("--server.port=0", "--server.address=127.0.0.1", "--logging.level.root=WARN")) {
            int port = java.util.Objects.requireNonNull(context.getWebServer()).getPort();
            WebSocketSession session = new StandardWebSocketClient(ContainerProvider.getWebSocketContainer())
                    .execute(
                            new BinaryWebSocketHandler(),
                            new org.springframework.web.socket.WebSocketHttpHeaders(),
                            URI.create("ws://127.0.0.1:" + port + "/bare"))
                    .join();
            byte[] frame = new byte[FRAME_BYTES];
            long start = System.nanoTime();
            for (int i = 0; i < FRAMES; i++) {
                session.sendMessage(new BinaryMessage(ByteBuffer.wrap(frame)));
            }
            context.getBean(BareSocket.class).done.await();
            double seconds = (System.nanoTime() - start) / 1e9;
            session.close();
            return FRAMES * (double) FRAME_BYTES / seconds;
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException("The bare socket could not be measured", failure);
        }
    }
}
