package id.jipp.ui.room;

import static org.assertj.core.api.Assertions.assertThat;

import id.jipp.core.identity.HubIdentity;
import id.jipp.core.log.EntryRange;
import id.jipp.core.log.HubId;
import id.jipp.core.log.InMemoryHubLog;
import id.jipp.core.log.NewEntry;
import id.jipp.core.log.StreamId;
import id.jipp.core.person.Person;
import id.jipp.core.person.PersonId;
import id.jipp.core.room.Room;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collections;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.standard.StandardWebSocketSession;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The rooms' socket on a started hub, with real sockets. */
class RoomSocketTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private static Path folder;

    private static SocketHub hub;

    @BeforeAll
    static void start() throws IOException {
        hub = SocketHub.start(folder);
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://jahat.example", "null", "http://localhost:1.jahat.example", "http://[", "kata"})
    @DisplayName("W2: a page from elsewhere is refused at the handshake")
    void aForeignOriginIsRefused(String origin) {
        assertThat(refusal(origin, "jipp-room.1", SocketHub.basic("staf"))).isEqualTo(403);
    }

    @Test
    @DisplayName("W2: without an origin nobody gets in")
    void aMissingOriginIsRefused() {
        assertThat(refusal(null, "jipp-room.1", SocketHub.basic("staf"))).isEqualTo(403);
    }

    @Test
    void anotherSubprotocolOrNoneIsRefused() {
        assertThat(refusal(hub.origin(), "jipp-room.2", SocketHub.basic("staf")))
                .isEqualTo(400);
        assertThat(refusal(hub.origin(), null, SocketHub.basic("staf"))).isEqualTo(400);
    }

    @Test
    void nobodySignedInIsRefused() {
        assertThat(refusal(hub.origin(), "jipp-room.1", null)).isEqualTo(401);
        assertThat(refusal(hub.origin(), "jipp-room.1", "Basic c3RhZjpzYWxhaA=="))
                .isEqualTo(401);
    }

    @Test
    void whatOneSaysTheOtherHears() throws Exception {
        Room room = hub.room();
        Page one = enter(room, "staf");
        Page other = enter(room, "staf2");
        one.say("{'kind':'say','clientId':'client-0001','topic':'Sesi 2','text':'Halo \\\"semua\\\"','after':{}}");

        JsonNode kept = one.next("kept");
        JsonNode said = other.next("said");
        assertThat(kept.path("clientId").asString()).isEqualTo("client-0001");
        assertThat(said.path("messages").path(0)).isEqualTo(kept.path("message"));
        assertThat(said.path("messages").path(0).path("text").asString()).isEqualTo("Halo \"semua\"");
    }

    @Test
    void sayingItAgainIsAnsweredWithTheFirst() throws Exception {
        Page page = enter(hub.room(), "staf");
        String word = "{'kind':'say','clientId':'client-0001','topic':'','text':'Sekali','after':{}}";
        page.say(word);
        JsonNode first = page.next("kept");
        page.say(word);

        assertThat(page.next("kept")).isEqualTo(first);
    }

    @Test
    void whoComesBackIsGivenWhatTheyLack() throws Exception {
        Room room = hub.room();
        Page page = enter(room, "staf");
        page.say("{'kind':'say','clientId':'client-0001','topic':'','text':'Satu','after':{}}");
        page.next("kept");
        page.say("{'kind':'say','clientId':'client-0002','topic':'','text':'Dua','after':{}}");
        page.next("kept");
        Page back = open(SocketHub.basic("staf2"));
        back.say("{'kind':'enter','room':'" + room.id() + "','cursor':{'bali':3}}");

        JsonNode entered = back.next("entered");
        assertThat(entered.path("again").asBoolean()).isFalse();
        assertThat(entered.path("messages").size()).isEqualTo(1);
        assertThat(entered.path("messages").path(0).path("text").asString()).isEqualTo("Dua");
    }

    @Test
    void anAssessorMayReadOnly() throws Exception {
        Room room = hub.room();
        Page page = open(SocketHub.basic("penilai"));
        page.say("{'kind':'enter','room':'" + room.id() + "'}");
        assertThat(page.next("entered").path("mayTalk").asBoolean()).isFalse();
        page.say("{'kind':'say','clientId':'client-0001','topic':'','text':'Halo','after':{}}");

        assertThat(page.next("refused").path("reason").asString()).isEqualTo("may-not-talk");
    }

    @Test
    void aTextAsLongAsAllowedPassesAndALongerOneIsRefusedInWords() throws Exception {
        Page page = enter(hub.room(), "staf");
        page.say("{'kind':'say','clientId':'client-0001','topic':'','text':'" + "\\u00e9".repeat(4_000)
                + "','after':{}}");
        assertThat(page.next("kept").path("message").path("text").asString()).hasSize(4_000);
        page.say("{'kind':'say','clientId':'client-0002','topic':'','text':'" + "x".repeat(4_001) + "','after':{}}");

        assertThat(page.next("refused").path("sentence").asString()).contains("4000");
    }

    @Test
    void aRefusalSpeaksTheLanguageThePageChose() throws Exception {
        Room room = hub.room();
        for (String[] asked : new String[][] {{"?lang=en", "id", "Too long"}, {"", "en", "Terlalu panjang"}}) {
            Page page = new Page();
            builder(hub.origin(), "jipp-room.1")
                    .header("Authorization", SocketHub.basic("staf"))
                    .header("Accept-Language", asked[1])
                    .buildAsync(URI.create(hub.socket() + asked[0]), page)
                    .join();
            page.say("{'kind':'enter','room':'" + room.id() + "'}");
            page.say("{'kind':'say','clientId':'client-0001','topic':'','text':'" + "x".repeat(4_001) + "'}");

            assertThat(page.next("refused").path("sentence").asString()).startsWith(asked[2]);
        }
    }

    @Test
    @DisplayName("L1: a frame beyond the bound closes with 1009")
    void aFrameTooLongCloses() throws Exception {
        Page page = enter(hub.room(), "staf");
        page.say("{'kind':'say','text':'" + "x".repeat(RoomSocketLimits.FRAME_CHARS_MAX) + "'}");

        assertThat(page.closed.get(10, TimeUnit.SECONDS)).isEqualTo(1009);
    }

    @Test
    @DisplayName("L5: who floods is told to wait, then closed; others go on")
    void aFloodIsRefusedAndClosed() throws Exception {
        Room room = hub.room();
        Page flood = enter(room, "staf2");
        Page calm = enter(room, "staf");
        for (int i = 0; i < 3_000 && !flood.closed.isDone(); i++) {
            flood.trySay("{'kind':'say','clientId':'flood-%05d','topic':'','text':'x','after':{}}".formatted(i));
        }
        calm.say("{'kind':'say','clientId':'client-0001','topic':'','text':'Masih bisa','after':{}}");

        assertThat(calm.next("kept").path("message").path("text").asString()).isEqualTo("Masih bisa");
        assertThat(hub.rooms().heads(room.id()).values().iterator().next()).isLessThan(1_000L);
    }

    @Test
    @DisplayName("W5: signing out ends the socket within five seconds")
    void signingOutEndsTheSocket() throws Exception {
        HttpClient browser = hub.signedIn("staf");
        Page page = new Page();
        builder(hub.origin(), "jipp-room.1")
                .header("Cookie", hub.cookie(browser))
                .buildAsync(hub.socket(), page)
                .join();
        page.say("{'kind':'ping'}");
        page.next("pong");
        hub.signOut(browser);

        assertThat(page.closed.get(5, TimeUnit.SECONDS)).isEqualTo(4401);
    }

    @Test
    void whoIsGoneWhileTheyEnterIsNotThere() throws Exception {
        Room room = hub.room();
        RoomCrowds crowds = new RoomCrowds(new HubId("bali"), () -> 0);
        AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});
        RoomSocket socket = new RoomSocket(
                hub.rooms(),
                crowds,
                RoomEphemerals.alone(),
                hub.names(),
                (problem, session) -> "",
                Clock.systemUTC(),
                () -> {
                    meanwhile.getAndSet(() -> {}).run();
                    return 0;
                });
        WebSocketSession page = page();
        socket.afterConnectionEstablished(page);

        meanwhile.set(() -> socket.afterConnectionClosed(page, CloseStatus.GOING_AWAY));
        socket.handleMessage(page, new TextMessage("{\"kind\":\"enter\",\"room\":\"" + room.id() + "\"}"));

        assertThat(crowds.in(room.id())).isEmpty();
    }

    /** Somebody's socket, without a network. */
    private static WebSocketSession page() {
        Person staff = new Person(new PersonId(new HubId("bali"), "staf"), "Staf", "", Set.of());
        SignedInSession signedIn = new SignedInSession(staff, new TestingAuthenticationToken(staff, null), null);
        return new StandardWebSocketSession(null, Map.of(RoomHandshake.SIGNED_IN, signedIn), null, null) {
            @Override
            public void setTextMessageSizeLimit(int chars) {}

            @Override
            public void setBinaryMessageSizeLimit(int bytes) {}
        };
    }

    @Test
    @DisplayName("X1: a page is told the newest words before their history, and again in their place when that is here")
    void theNewestWordsComeBeforeTheirHistory() throws Exception {
        Room room = hub.room();
        HubId jatim = new HubId("jatim");
        StreamId share = new StreamId(jatim, room.id().stream());
        InMemoryHubLog theirs = new InMemoryHubLog(
                HubIdentity.ofSeed(jatim, new byte[32]), author -> new byte[32], Clock.systemUTC(), new Random(2));
        String words = "{\"clientId\":\"client-1\",\"text\":\"halo\",\"author\":\"budi\"}";
        theirs.append(
                share.name(),
                Collections.nCopies(3, new NewEntry("message.said", 1, words.getBytes(StandardCharsets.UTF_8))));
        Page page = enter(room, "staf");

        hub.rooms().glimpses().see(new EntryRange(share, theirs.read(share, 1, 2, 1 << 20)));
        JsonNode early = page.next("said").path("messages");
        assertThat(early)
                .hasSize(2)
                .allMatch(message -> message.path("glimpsed").asBoolean());
        Page late = open(SocketHub.basic("staf2"));
        late.say("{'kind':'enter','room':'" + room.id() + "'}");
        JsonNode entered = late.next("entered");
        assertThat(entered.path("messages")).isEqualTo(early);
        assertThat(entered.path("heads").has("jatim"))
                .as("counts for no cursor")
                .isFalse();

        hub.log().accept(new EntryRange(share, theirs.read(share, 0, 3, 1 << 20)));
        JsonNode whole = page.next("said").path("messages");
        assertThat(whole)
                .hasSize(3)
                .noneMatch(message -> message.path("glimpsed").asBoolean());
        assertThat(whole.get(1).path("id")).isEqualTo(early.get(0).path("id"));
        late.say("{'kind':'enter','room':'" + room.id() + "'}");
        assertThat(late.next("entered").path("messages")).hasSize(3);
    }

    private static Page enter(Room room, String account) throws Exception {
        Page page = open(SocketHub.basic(account));
        page.say("{'kind':'enter','room':'" + room.id() + "'}");
        page.next("entered");
        return page;
    }

    private static Page open(String authorization) {
        Page page = new Page();
        builder(hub.origin(), "jipp-room.1")
                .header("Authorization", authorization)
                .buildAsync(hub.socket(), page)
                .join();
        return page;
    }

    private static int refusal(String origin, String protocol, String authorization) {
        WebSocket.Builder builder = builder(origin, protocol);
        if (authorization != null) {
            builder.header("Authorization", authorization);
        }
        try {
            builder.buildAsync(hub.socket(), new Page()).join();
            return 101;
        } catch (CompletionException refused) {
            return ((WebSocketHandshakeException) refused.getCause())
                    .getResponse()
                    .statusCode();
        }
    }

    private static WebSocket.Builder builder(String origin, String protocol) {
        WebSocket.Builder builder = HttpClient.newHttpClient().newWebSocketBuilder();
        if (origin != null) {
            builder.header("Origin", origin);
        }
        if (protocol != null) {
            builder.subprotocols(protocol);
        }
        return builder;
    }

    /** What a page hears, word by word. */
    private static final class Page implements WebSocket.Listener {
        private final BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
        private final CompletableFuture<Integer> closed = new CompletableFuture<>();
        private final StringBuilder part = new StringBuilder();
        private WebSocket socket;

        @Override
        public void onOpen(WebSocket opened) {
            socket = opened;
            opened.request(1);
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
            part.append(text);
            if (last) {
                heard.add(JSON.readTree(part.toString()));
                part.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            closed.complete(status);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable failure) {
            closed.complete(-1);
        }

        void say(String word) {
            socket.sendText(word.replace('\'', '"'), true).join();
        }

        void trySay(String word) {
            try {
                say(word);
            } catch (CompletionException gone) {
                closed.complete(-1);
            }
        }

        /** The next word of that kind; others before it are passed over. */
        JsonNode next(String kind) throws InterruptedException {
            while (true) {
                JsonNode word = heard.poll(10, TimeUnit.SECONDS);
                assertThat(word).as("a word %s within ten seconds", kind).isNotNull();
                if (word.path("kind").asString().equals(kind)) {
                    return word;
                }
            }
        }
    }
}
