package id.jipp.ui;

import static org.assertj.core.api.Assertions.assertThat;

import id.jipp.core.log.HubLog;
import id.jipp.core.log.Position;
import id.jipp.ui.health.StartAgainWanted;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

class HubProcessTest {
    @TempDir
    Path folder;

    @Test
    @DisplayName("C4: a hub that had to let go of its files begins again in its process, with all it had acknowledged")
    @Timeout(120)
    void beginsAgain() throws Exception {
        Path password = Files.writeString(folder.resolve("password"), "rahasia-uji-coba");
        HubProcess process = HubProcess.run(
                "--spring.profiles.active=demo",
                "--jipp.hub.id=bali",
                "--jipp.hub.area=51",
                "--jipp.data=" + folder.resolve("bali"),
                "--jipp.demo.folder=" + folder,
                "--jipp.demo.password.file=" + password,
                "--server.port=0");
        ConfigurableApplicationContext before = process.hub();
        Position written = before.getBean(HubLog.class).last();
        assertThat(written.value()).isPositive();

        Thread.ofPlatform().daemon().start(() -> before.publishEvent(new StartAgainWanted(this)));
        long daemons = 0;
        while (process.hub() == before) {
            daemons += Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> thread.getName().equals("start-again-now") && thread.isDaemon())
                    .count();
        }

        try (ConfigurableApplicationContext after = process.hub()) {
            assertThat(before.isActive()).isFalse();
            assertThat(daemons).isZero();
            assertThat(after.getBean(HubLog.class).last()).isEqualTo(written);
        }
    }
}
