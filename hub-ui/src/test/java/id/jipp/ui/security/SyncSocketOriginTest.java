package id.jipp.ui.security;

import static org.assertj.core.api.Assertions.assertThat;

import id.jipp.sync.protocol.Handshake;
import id.jipp.ui.story.RunningHub;
import id.jipp.ui.story.SharedHub;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hubs have no origin; a page has one, and only ours may call at {@code /hub/sync}. */
@ExtendWith(SharedHub.class)
class SyncSocketOriginTest {
    @ParameterizedTest
    @ValueSource(strings = {"http://jahat.example", "null", "http://localhost:1.jahat.example", "http://[", "kata"})
    @DisplayName("W2: a page from elsewhere is refused at the handshake")
    void aPageFromElsewhereIsRefused(String origin, RunningHub hub) {
        assertThat(status(hub, Handshake.SUBPROTOCOL, origin)).isEqualTo(403);
    }

    @Test
    void whoSpeaksOurWordsGetsIn(RunningHub hub) {
        assertThat(status(hub, Handshake.SUBPROTOCOL, "")).isEqualTo(101);
        assertThat(status(hub, "jipp-sync.9", "")).isEqualTo(400);
    }

    private static int status(RunningHub hub, String protocol, String origin) {
        WebSocket.Builder builder =
                HttpClient.newHttpClient().newWebSocketBuilder().subprotocols(protocol);
        if (!origin.isEmpty()) {
            builder.header("Origin", origin);
        }
        try {
            builder.buildAsync(URI.create(hub.url().replace("http", "ws") + "/hub/sync"), new WebSocket.Listener() {})
                    .join()
                    .abort();
            return 101;
        } catch (CompletionException refused) {
            return ((WebSocketHandshakeException) refused.getCause())
                    .getResponse()
                    .statusCode();
        }
    }
}
