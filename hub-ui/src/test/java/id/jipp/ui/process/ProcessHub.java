package id.jipp.ui.process;

import static org.awaitility.Awaitility.await;

import id.jipp.core.area.AreaCode;
import id.jipp.core.identity.HubIdentity;
import id.jipp.core.log.HubId;
import id.jipp.core.peer.Peer;
import id.jipp.core.peer.PeerPolicy;
import id.jipp.core.peer.Peers;
import id.jipp.core.person.DemoPeople;
import id.jipp.core.settings.HubSettings;
import id.jipp.core.store.Documents;
import id.jipp.core.store.MongoStore;
import id.jipp.ui.JippHub;
import id.jipp.ui.command.VerifyCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The whole program of one hub in a process of its own, with a folder and a port that outlast it. */
final class ProcessHub implements AutoCloseable {
    static final String PASSWORD = "rahasia-uji-coba";
    private static final Duration START_MAX = Duration.ofMinutes(2);

    private final HubId id;
    private final Path folder;
    private final int port = freePort();
    private final HubIdentity identity;
    private List<String> within = List.of();
    private Path seen;
    private volatile @Nullable Process process;

    /** @param folder of all hubs of a test; this one's is in it */
    ProcessHub(String id, Path folder) throws IOException {
        this.id = new HubId(id);
        this.folder = Files.createDirectories(folder.resolve(id));
        Files.createDirectories(data());
        Files.writeString(this.folder.resolve("password"), PASSWORD);
        this.seen = data();
        this.identity = HubIdentity.in(data().resolve("identity"), this.id, false);
    }

    HubId id() {
        return id;
    }

    byte[] publicKey() {
        return identity.publicKey();
    }

    int port() {
        return port;
    }

    Path data() {
        return folder.resolve("data");
    }

    URI url() {
        return URI.create("http://localhost:" + port);
    }

    Api api() {
        return new Api(url());
    }

    /** Starts from now on within that command, whose view of the data folder is seen from here at {@code seen}. */
    void within(List<String> command, Path seen) {
        within = command;
        this.seen = seen;
    }

    /** Before the first start: links that hub here, reached at that address; with none, known only by its key. */
    void link(ProcessHub other, @Nullable URI address) {
        link(new Peer(
                other.id,
                other.id.value(),
                other.identity.publicKey(),
                address,
                PeerPolicy.OPEN,
                Peer.State.LINKED,
                ""));
    }

    /** Before the first start: links that hub here as it stands. */
    void link(Peer peer) {
        HubSettings settings = new HubSettings(id, id.value(), AreaCode.NATIONAL, data(), url(), null);
        try (Documents.Store store = MongoStore.embedded(data().resolve("store"))) {
            Peers peers = new Peers(store, identity, settings, Clock.systemUTC(), true);
            peers.link(peer);
            peers.move(peer.hub(), peer.state(), DemoPeople.at(id, id.value()).getFirst());
        }
    }

    /** Starts it and waits until it answers; answers how long that took. */
    Duration start() throws IOException {
        long begun = System.nanoTime();
        launch();
        awaitUp();
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** Starts it and does not wait. */
    void launch() throws IOException {
        Files.deleteIfExists(ready());
        List<String> command = new ArrayList<>(within);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                JippHub.class.getName()));
        command.addAll(settings());
        Process started = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
        process = started;
        Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
    }

    void awaitUp() throws IOException {
        await().atMost(START_MAX).pollInterval(Duration.ofMillis(20)).until(() -> isUp() || !isAlive());
        if (!isAlive()) {
            throw new IllegalStateException(id + " ended:\n" + Files.readString(log()));
        }
    }

    /** Whether it answers. */
    boolean isUp() {
        return isAlive() && Files.exists(ready());
    }

    /** Whether it still runs after so long. */
    boolean livesFor(long millis) throws InterruptedException {
        Process running = process;
        return running != null && !running.waitFor(millis, TimeUnit.MILLISECONDS);
    }

    private boolean isAlive() {
        Process running = process;
        return running != null && running.isAlive();
    }

    /** Ends it as {@code kill -9} does. */
    void kill() throws InterruptedException {
        Process running = process;
        if (running != null) {
            running.destroyForcibly().waitFor();
        }
    }

    /** What {@code ./jipp verify --data} says of its folder while it does not run: null if all is right. */
    @Nullable
    String wrong() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        int code = VerifyCommand.main(new String[] {"--data", data().toString()}, out);
        return code == 0 ? null : id + ": " + said.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws Exception {
        kill();
    }

    private Path ready() {
        return seen.resolve("ready");
    }

    private Path log() {
        return folder.resolve("log.txt");
    }

    private List<String> settings() {
        return List.of(
                "--jipp.hub.id=" + id,
                "--jipp.hub.area=" + AreaCode.NATIONAL,
                "--jipp.data=" + data(),
                "--jipp.mongodb.uri=",
                "--server.port=" + port,
                "--jipp.public.url=" + url(),
                "--jipp.demo.folder=" + folder,
                "--jipp.demo.password.file=" + folder.resolve("password"),
                "--jipp.demo.clock=" + folder.resolveSibling("clock"),
                "--spring.profiles.active=demo",
                "--springdoc.api-docs.enabled=false",
                "--logging.level.root=WARN");
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
