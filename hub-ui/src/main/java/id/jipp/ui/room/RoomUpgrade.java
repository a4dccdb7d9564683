package id.jipp.ui.room;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.security.Principal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeHandler;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;

/**
 * Opens a room's socket without telling the container whose it is. Tomcat would end it with 1008 as soon as the
 * person's session ends, and a page cannot tell that from having talked too fast: it would knock for ever. {@link
 * RoomNews} ends it with 4401, which the page understands.
 */
final class RoomUpgrade implements HandshakeHandler {
    private final DefaultHandshakeHandler opening = new DefaultHandshakeHandler();

    RoomUpgrade() {
        opening.setSupportedProtocols(RoomHandshake.PROTOCOL);
    }

    @Override
    public boolean doHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            Map<String, Object> attributes) {
        ServerHttpRequest unnamed = request instanceof ServletServerHttpRequest servlet
                ? new ServletServerHttpRequest(new Unnamed(servlet.getServletRequest()))
                : request;
        return opening.doHandshake(unnamed, response, handler, attributes);
    }

    private static final class Unnamed extends HttpServletRequestWrapper {
        Unnamed(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable Principal getUserPrincipal() {
            return null;
        }
    }
}
