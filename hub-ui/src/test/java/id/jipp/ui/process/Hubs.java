package id.jipp.ui.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.util.FileSystemUtils;

/**
 * Three hubs in processes of their own: barat and timur, who cannot reach each other, and tengah, who relays. They
 * are started for the first test that wants them and serve all.
 */
final class Hubs implements AutoCloseable {
    private static final Duration SOON = Duration.ofMinutes(2);

    private final Path folder;
    final ProcessHub barat;
    final ProcessHub tengah;
    final ProcessHub timur;
    final Cable west;
    final Cable east;
    private final List<Writer> writers = new ArrayList<>();

    private Hubs() throws IOException {
        folder = Files.createTempDirectory("jipp-processes");
        barat = new ProcessHub("barat", folder);
        tengah = new ProcessHub("tengah", folder);
        timur = new ProcessHub("timur", folder);
        west = new Cable(barat, tengah);
        east = new Cable(timur, tengah);
        barat.link(timur, null);
        timur.link(barat, null);
        tengah.link(HostilePeer.ASING);
    }

    /** Begins to write at that hub, at the latest until the test ends. */
    Writer writer(ProcessHub hub) {
        Writer writer = new Writer(hub);
        writers.add(writer);
        return writer;
    }

    List<ProcessHub> all() {
        return List.of(barat, tengah, timur);
    }

    /** All run, and every line stands. */
    Hubs running() throws IOException {
        west.mend();
        east.mend();
        for (ProcessHub hub : all()) {
            if (!hub.isUp()) {
                hub.launch();
            }
        }
        for (ProcessHub hub : all()) {
            hub.awaitUp();
        }
        awaitConnected(barat, tengah);
        awaitConnected(timur, tengah);
        return this;
    }

    static void awaitConnected(ProcessHub one, ProcessHub other) {
        awaitThat(() -> one.api().stateOf(other.id().value()).equals("connected")
                && other.api().stateOf(one.id().value()).equals("connected"));
    }

    interface Condition {
        boolean holds() throws Exception;
    }

    static void awaitThat(Condition condition) {
        await().atMost(SOON).pollInterval(Duration.ofMillis(50)).until(condition::holds);
    }

    /** All hold the same, show every acknowledged record, each once, and find nothing wrong with themselves. */
    void holdTheSame(Collection<Writer> writers) throws Exception {
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(barat.api().digest()).isEqualTo(tengah.api().digest());
            assertThat(timur.api().digest()).isEqualTo(tengah.api().digest());
        });
        for (ProcessHub author : all()) {
            Map<String, Integer> written = new HashMap<>();
            writers.stream()
                    .filter(writer -> writer.hub() == author)
                    .flatMap(writer -> writer.acknowledged().stream())
                    .forEach(title -> written.put(title, 1));
            for (ProcessHub reader : all()) {
                await().atMost(SOON)
                        .untilAsserted(
                                () -> assertThat(reader.api().titles(author.id().value()))
                                        .as("%s shows of %s", reader.id(), author.id())
                                        .containsAllEntriesOf(written)
                                        .allSatisfy((title, times) ->
                                                assertThat(times).as(title).isEqualTo(1)));
            }
        }
        for (ProcessHub hub : all()) {
            assertThat(hub.api().problems()).as("verify of %s", hub.id()).isEmpty();
        }
    }

    /** Puts the clocks of all three on. */
    void clocksAhead(Duration by) throws IOException {
        Path fresh = Files.writeString(folder.resolve("clock.new"), by.toString());
        Files.move(fresh, folder.resolve("clock"), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws Exception {
        for (ProcessHub hub : all()) {
            hub.close();
        }
        west.close();
        east.close();
        FileSystemUtils.deleteRecursively(folder);
    }

    /** Gives a test the three hubs as a parameter, running. */
    static final class Running implements ParameterResolver, AfterEachCallback {
        @Override
        public void afterEach(ExtensionContext test) {
            Hubs hubs =
                    test.getRoot().getStore(ExtensionContext.Namespace.GLOBAL).get(Hubs.class, Hubs.class);
            if (hubs != null) {
                hubs.writers.forEach(Writer::end);
                hubs.writers.clear();
            }
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
            return parameter.getParameter().getType() == Hubs.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
            try {
                return test.getRoot()
                        .getStore(ExtensionContext.Namespace.GLOBAL)
                        .computeIfAbsent(Hubs.class, first -> made(), Hubs.class)
                        .running();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        private static Hubs made() {
            try {
                return new Hubs();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
