package id.jipp.ui.bench;

import id.jipp.core.area.AreaCode;
import id.jipp.core.identity.HubIdentity;
import id.jipp.core.log.HubId;
import id.jipp.core.peer.Peer;
import id.jipp.core.peer.PeerPolicy;
import id.jipp.core.peer.Peers;
import id.jipp.core.settings.HubSettings;
import id.jipp.core.store.Documents;
import id.jipp.core.store.MongoStore;
import id.jipp.ui.JippHub;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A hub to be measured: the whole program with its own data folder and port, in a process of its own with the very flags
 * this process was given, or in this one. Not thread-safe.
 */
final class BenchHub implements AutoCloseable {
    static final String PASSWORD = "ukur-ukur";

    private final HubId id;
    private final Path folder;
    private final int port;
    private @Nullable Process process;

    BenchHub(String id, Path folder) throws IOException {
        this.id = new HubId(id);
        this.folder = Files.createDirectories(folder.resolve(id));
        this.port = freePort();
        Files.writeString(this.folder.resolve("password"), PASSWORD);
    }

    HubId id() {
        return id;
    }

    Path data() {
        return folder.resolve("data");
    }

    URI address() {
        return URI.create("http://localhost:" + port);
    }

    /** This hub as its peers know it. {@code callable} is whether they may call it, or only it calls them. */
    Peer asPeer(boolean callable) {
        URI socket = callable ? URI.create("ws://localhost:" + port + "/hub/sync") : null;
        byte[] key = HubIdentity.in(data().resolve("identity"), id, false).publicKey();
        return new Peer(id, id.value(), key, socket, PeerPolicy.OPEN, Peer.State.LINKED, "");
    }

    /** Links that hub here, while this one does not run. */
    void link(Peer peer) {
        HubIdentity identity = HubIdentity.in(data().resolve("identity"), id, false);
        HubSettings settings = new HubSettings(id, id.value(), AreaCode.NATIONAL, data(), address(), null);
        try (Documents.Store store = MongoStore.embedded(data().resolve("store"))) {
            new Peers(store, identity, settings, Clock.systemUTC(), true).link(peer);
        }
    }

    ConfigurableApplicationContext inThisProcess() {
        return new SpringApplicationBuilder(JippHub.class).run(settings().toArray(String[]::new));
    }

    /** Starts it in a process of its own and waits until it answers. */
    void start() throws Exception {
        Files.deleteIfExists(data().resolve("ready"));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        String path = System.getProperty("java.class.path");
        boolean oneJar = path.endsWith(".jar") && !path.contains(File.pathSeparator);
        command.addAll(oneJar ? List.of("-jar", path) : List.of("-cp", path, JippHub.class.getName()));
        command.addAll(settings());
        Process started = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log.txt").toFile())
                .start();
        process = started;
        Runtime.getRuntime().addShutdownHook(new Thread(started::destroy));
        Waiting.until(() -> Files.exists(data().resolve("ready")) || !started.isAlive(), id + " answers");
        if (!started.isAlive()) {
            throw new IllegalStateException(id + " ended:\n" + Files.readString(folder.resolve("log.txt")));
        }
    }

    /** What the operating system says of its process, in MB: {@code VmRSS} now, {@code VmHWM} at most so far. */
    double memory(String field) throws IOException {
        Path status = Path.of("/proc", process == null ? "self" : Long.toString(process.pid()), "status");
        return !Files.exists(status)
                ? Double.NaN
                : Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith(field + ":"))
                        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) * 1_024 / 1e6)
                        .findFirst()
                        .orElse(Double.NaN);
    }

    @Override
    public void close() {
        Process running = process;
        process = null;
        if (running == null) {
            return;
        }
        running.destroy();
        try {
            if (!running.waitFor(30, TimeUnit.SECONDS)) {
                running.destroyForcibly().waitFor();
            }
        } catch (InterruptedException stop) {
            running.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private List<String> settings() {
        return List.of(
                "--jipp.hub.id=" + id,
                "--jipp.hub.area=" + AreaCode.NATIONAL,
                "--jipp.data=" + data(),
                "--jipp.mongodb.uri=",
                "--server.port=" + port,
                "--jipp.public.url=" + address(),
                "--jipp.demo.folder=" + folder,
                "--jipp.demo.password.file=" + folder.resolve("password"),
                "--spring.profiles.active=demo",
                "--logging.level.root=ERROR");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
