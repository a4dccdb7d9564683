package id.jipp.ui.room;

import id.jipp.ui.security.CurrentPerson;
import id.jipp.ui.text.RequestLanguage;
import id.jipp.ui.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.security.core.Authentication;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketHttpHeaders;
import org.springframework.web.socket.server.HandshakeInterceptor;
import org.springframework.web.util.WebUtils;

/**
 * Lets in only pages of this hub, of somebody who is signed in, that speak our words: 403 for a foreign or missing
 * {@code Origin}, 400 for another subprotocol or none, 401 for nobody.
 */
final class RoomHandshake implements HandshakeInterceptor {
    static final String PROTOCOL = "jipp-room.1";
    static final String SIGNED_IN = "jipp.signed-in";
    static final String LANGUAGE = "jipp.language";

    private final CurrentPerson currentPerson;

    RoomHandshake(CurrentPerson currentPerson) {
        this.currentPerson = currentPerson;
    }

    @Override
    public boolean beforeHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            Map<String, Object> attributes) {
        if (!isFromOurPage(request)) {
            return refused(response, HttpStatus.FORBIDDEN);
        }
        List<String> offered = new WebSocketHttpHeaders(request.getHeaders()).getSecWebSocketProtocol();
        if (!offered.contains(PROTOCOL)) {
            return refused(response, HttpStatus.BAD_REQUEST);
        }
        if (!(request.getPrincipal() instanceof Authentication authentication)
                || currentPerson.find().isEmpty()) {
            return refused(response, HttpStatus.UNAUTHORIZED);
        }
        attributes.put(
                SIGNED_IN,
                new SignedInSession(
                        currentPerson.require(),
                        authentication,
                        request instanceof ServletServerHttpRequest servlet
                                ? servlet.getServletRequest().getSession(false)
                                : null));
        attributes.put(LANGUAGE, language(request));
        return true;
    }

    private static boolean isFromOurPage(ServerHttpRequest request) {
        try {
            return request.getHeaders().getOrigin() != null && WebUtils.isSameOrigin(request);
        } catch (IllegalArgumentException | IllegalStateException noOrigin) {
            return false;
        }
    }

    private static Locale language(ServerHttpRequest request) {
        return request instanceof ServletServerHttpRequest servlet
                ? RequestLanguage.ofPage(servlet.getServletRequest())
                : Texts.INDONESIAN;
    }

    private static boolean refused(ServerHttpResponse response, HttpStatus status) {
        response.setStatusCode(status);
        return false;
    }

    @Override
    public void afterHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            @Nullable Exception exception) {}
}
