package id.jipp.sync.transport;

import id.jipp.core.peer.PeerAddress;
import id.jipp.sync.protocol.Handshake;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.socket.WebSocketExtension;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketHttpHeaders;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.server.HandshakeInterceptor;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;
import org.springframework.web.util.WebUtils;

/** Answers other hubs at {@code /hub/sync}. A browser's page from elsewhere is refused. */
@Configuration
@EnableWebSocket
class SyncSocketConfiguration implements WebSocketConfigurer {
    private final Callers callers;

    SyncSocketConfiguration(Callers callers) {
        this.callers = callers;
    }

    @Override
    public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
        registry.addHandler(new SocketHandler(callers::answer), PeerAddress.PATH)
                .setHandshakeHandler(new WithoutExtensions())
                .addInterceptors(new Doorkeeper());
    }

    /** No compression: entries from afar must not blow up in memory. */
    private static final class WithoutExtensions extends DefaultHandshakeHandler {
        @Override
        protected List<WebSocketExtension> filterRequestedExtensions(
                ServerHttpRequest request, List<WebSocketExtension> requested, List<WebSocketExtension> supported) {
            return List.of();
        }
    }

    /** Lets in who speaks our protocol, while there is room. */
    private final class Doorkeeper implements HandshakeInterceptor {
        @Override
        public boolean beforeHandshake(
                ServerHttpRequest request,
                ServerHttpResponse response,
                WebSocketHandler handler,
                Map<String, Object> attributes) {
            boolean speaksIt = new WebSocketHttpHeaders(request.getHeaders())
                    .getSecWebSocketProtocol()
                    .contains(Handshake.SUBPROTOCOL);
            if (!speaksIt) {
                response.setStatusCode(HttpStatus.BAD_REQUEST);
                return false;
            }
            if (!isOurs(request)) {
                response.setStatusCode(HttpStatus.FORBIDDEN);
                return false;
            }
            if (!callers.mayCome(request.getRemoteAddress().getHostString())) {
                response.setStatusCode(HttpStatus.SERVICE_UNAVAILABLE);
                response.getHeaders().set("Retry-After", "5");
                return false;
            }
            return true;
        }

        /** Whether it comes from no page, as hubs do, or from one of ours. */
        private static boolean isOurs(ServerHttpRequest request) {
            try {
                return WebUtils.isSameOrigin(request);
            } catch (IllegalArgumentException | IllegalStateException noOrigin) {
                return false;
            }
        }

        @Override
        public void afterHandshake(
                ServerHttpRequest request,
                ServerHttpResponse response,
                WebSocketHandler handler,
                @Nullable Exception failure) {}
    }
}
