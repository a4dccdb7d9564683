package id.jipp.ui.process;

import static id.jipp.ui.process.Hubs.awaitThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hub in a process of its own, whose data folder is on a small disk. */
class FullDiskTest {
    private static final int DISK_MB = 96;

    @TempDir
    Path folder;

    @Test
    @DisplayName(
            "C4: on a full disk a write is refused and says why, readiness is DOWN, everything can be read; with space"
                    + " it goes on by itself, and nothing acknowledged is lost")
    void onAFullDiskNothingIsHalfDone() throws Exception {
        ProcessHub hub = new ProcessHub("barat", folder);
        try (SmallDisk disk = SmallDisk.at(hub.data(), DISK_MB)) {
            hub.within(disk.command(), disk.seen());
            hub.start();
            Writer writer = new Writer(hub);
            writer.awaitMore(10);

            disk.fill();
            awaitThat(() -> readiness(hub) == 503);
            Api.Answer refused = hub.api().publish("Layanan tanpa tempat");
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.json().path("detail").asString()).isNotBlank();
            int acknowledged = writer.acknowledged().size();
            assertThat(hub.api().titles("barat")).hasSizeGreaterThanOrEqualTo(acknowledged);

            disk.free();
            awaitThat(() -> readiness(hub) == 200);
            writer.awaitMore(10);
            writer.close();

            Map<String, Integer> shown = hub.api().titles("barat");
            assertThat(shown).containsOnlyKeys(writer.acknowledged().toArray(String[]::new));
            assertThat(shown.values()).allMatch(times -> times == 1);
            assertThat(hub.api().problems()).isEmpty();
        } finally {
            hub.close();
        }
    }

    private static int readiness(ProcessHub hub) throws IOException, InterruptedException {
        try {
            return hub.api().get("/actuator/health/readiness").status();
        } catch (ConnectException startsAgain) {
            return -1;
        }
    }
}
