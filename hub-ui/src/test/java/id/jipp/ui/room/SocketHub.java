package id.jipp.ui.room;

import id.jipp.core.area.AreaCode;
import id.jipp.core.area.Areas;
import id.jipp.core.identity.HubIdentity;
import id.jipp.core.log.HubId;
import id.jipp.core.log.HubLog;
import id.jipp.core.log.InMemoryHubLog;
import id.jipp.core.peer.PeerHeads;
import id.jipp.core.peer.Peers;
import id.jipp.core.person.Person;
import id.jipp.core.person.PersonId;
import id.jipp.core.person.Role;
import id.jipp.core.projection.Projections;
import id.jipp.core.room.Room;
import id.jipp.core.room.Rooms;
import id.jipp.core.settings.HubSettings;
import id.jipp.core.store.Documents;
import id.jipp.core.store.InMemoryDocuments;
import id.jipp.ui.component.FileTraffic;
import id.jipp.ui.component.HubNames;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** A hub with nothing but sign-in and rooms, kept in memory, on a port of its own. */
final class SocketHub implements AutoCloseable {
    private static final String PASSWORD = "rahasia-uji-coba";
    private static final String TOKEN = "/inovasi/tanda";
    private static final HubId BALI = new HubId("bali");

    private final ConfigurableApplicationContext context;

    private SocketHub(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static SocketHub start(Path folder) throws IOException {
        Path password = Files.writeString(folder.resolve("password"), PASSWORD);
        return new SocketHub(new SpringApplicationBuilder(Parts.class)
                .profiles("demo")
                .run(
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--jipp.demo.password.file=" + password,
                        "--management.endpoint.health.validate-group-membership=false",
                        "--spring.autoconfigure.exclude=org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration,"
                                + "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration"));
    }

    Rooms rooms() {
        return context.getBean(Rooms.class);
    }

    HubLog log() {
        return context.getBean(HubLog.class);
    }

    HubNames names() {
        return context.getBean(HubNames.class);
    }

    Room room() {
        Person coordinator = new Person(new PersonId(BALI, "koordinator"), "Koordinator", "", Set.of(Role.COORDINATOR));
        return rooms().open(
                        "Menuju Birokrasi Berdampak",
                        "",
                        List.of("Sesi 1", "Sesi 2"),
                        Set.of(new HubId("jatim")),
                        coordinator)
                .orThrow();
    }

    String origin() {
        return "http://127.0.0.1:"
                + ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    URI socket() {
        return URI.create(origin().replace("http", "ws") + "/ruang/socket");
    }

    static String basic(String account) {
        return "Basic "
                + Base64.getEncoder().encodeToString((account + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    }

    /** A browser that is signed in; its cookies are what a page's socket carries. */
    HttpClient signedIn(String account) throws IOException, InterruptedException {
        HttpClient browser =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        String page = browser.send(
                        HttpRequest.newBuilder(URI.create(origin() + "/login")).build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        post(browser, "/login", "akun=" + account + "&sandi=" + PASSWORD + "&_csrf=" + csrf(page));
        return browser;
    }

    static void post(HttpClient browser, URI address, String form) throws IOException, InterruptedException {
        browser.send(
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private void post(HttpClient browser, String path, String form) throws IOException, InterruptedException {
        post(browser, URI.create(origin() + path), form);
    }

    /** As a page does it: a POST with the token of the session. */
    void signOut(HttpClient browser) throws IOException, InterruptedException {
        String token = browser.send(
                        HttpRequest.newBuilder(URI.create(origin() + TOKEN)).build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        post(browser, "/logout", "_csrf=" + token);
    }

    String cookie(HttpClient browser) {
        return ((CookieManager) browser.cookieHandler().orElseThrow())
                .getCookieStore().getCookies().stream()
                        .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                        .reduce((one, other) -> one + "; " + other)
                        .orElse("");
    }

    private static String csrf(String page) {
        Matcher token = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(page);
        if (!token.find()) {
            throw new AssertionError("No token on the sign-in page: " + page);
        }
        return token.group(1);
    }

    @Override
    public void close() {
        context.close();
    }

    /** Not a {@code @Configuration}: a whole hub started in the same tests scans this package and must not meet it. */
    @EnableAutoConfiguration
    @ComponentScan(
            basePackages = {"id.jipp.ui.security", "id.jipp.ui.text", "id.jipp.ui.component", "id.jipp.ui.room"},
            excludeFilters = @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = FileTraffic.class))
    static class Parts {
        private final HubIdentity identity = HubIdentity.ofSeed(BALI, new byte[32]);

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        HubSettings settings() {
            return new HubSettings(
                    BALI, "Bali", new AreaCode("51"), Path.of("target"), URI.create("http://localhost:8101"), null);
        }

        /** What every page carries. */
        @Bean
        RouterFunction<ServerResponse> token() {
            return RouterFunctions.route()
                    .GET(
                            TOKEN,
                            request -> ServerResponse.ok()
                                    .body(((CsrfToken) request.attribute(CsrfToken.class.getName())
                                                    .orElseThrow())
                                            .getToken()))
                    .build();
        }

        @Bean
        Areas areas() {
            return Areas.official();
        }

        @Bean
        Documents.Store store() {
            return new InMemoryDocuments.Store();
        }

        @Bean
        HubLog log(Clock clock) {
            return new InMemoryHubLog(identity, hub -> identity.publicKey(), clock, new Random(1));
        }

        @Bean
        Projections projections(HubLog log) {
            return new Projections(log);
        }

        @Bean
        PeerHeads peerHeads() {
            return new PeerHeads();
        }

        @Bean
        Peers peers(Documents.Store store, HubSettings settings, Clock clock) {
            return new Peers(store, identity, settings, clock, true);
        }

        @Bean
        Rooms rooms(HubLog log, Documents.Store store, Projections projections, PeerHeads peerHeads, Clock clock) {
            return Rooms.of(BALI, log, store, projections, peerHeads, clock, System::nanoTime);
        }
    }
}
