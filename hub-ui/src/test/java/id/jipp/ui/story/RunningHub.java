package id.jipp.ui.story;

import id.jipp.ui.JippHub;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A whole hub of the demo in this JVM, on a free port, with its data in a folder of the test's. Hubs that share one demo
 * folder find and link each other by themselves.
 */
public final class RunningHub implements AutoCloseable {
    public static final String PASSWORD = "rahasia-uji-coba";

    private final ConfigurableApplicationContext context;
    private final int port;

    private RunningHub(ConfigurableApplicationContext context, int port) {
        this.context = context;
        this.port = port;
    }

    /** Starts it and returns when it answers. The same folder and port give the same hub again. */
    public static RunningHub start(String id, String name, String area, Path demoFolder) {
        return start(id, name, area, demoFolder, freePort());
    }

    public static RunningHub start(String id, String name, String area, Path demoFolder, int port, String... more) {
        try {
            Files.createDirectories(demoFolder);
            Path password = demoFolder.resolve("password");
            if (!Files.exists(password)) {
                Files.writeString(password, PASSWORD);
            }
            String[] args = {
                "--jipp.hub.id=" + id,
                "--jipp.hub.name=" + name,
                "--jipp.hub.area=" + area,
                "--jipp.data=" + demoFolder.resolve(id),
                "--server.port=" + port,
                "--jipp.public.url=http://localhost:" + port,
                "--jipp.demo.folder=" + demoFolder,
                "--jipp.demo.password.file=" + password,
            };
            String[] all = java.util.stream.Stream.concat(java.util.Arrays.stream(args), java.util.Arrays.stream(more))
                    .toArray(String[]::new);
            ConfigurableApplicationContext context =
                    new SpringApplicationBuilder(JippHub.class).profiles("demo").run(all);
            return new RunningHub(context, port);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public String url() {
        return "http://localhost:" + port;
    }

    public int port() {
        return port;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    @Override
    public void close() {
        context.close();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
