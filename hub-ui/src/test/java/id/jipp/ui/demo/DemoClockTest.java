package id.jipp.ui.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class DemoClockTest {
    private static final Instant NOW = Instant.parse("2026-11-24T03:00:00Z");
    private static final Clock MACHINE = Clock.fixed(NOW, ZoneOffset.UTC);

    @TempDir
    Path folder;

    @Test
    void isPutOnByWhatStandsInItsFile() throws Exception {
        Path file = folder.resolve("clock");
        DemoClock clock = new DemoClock(file, MACHINE);
        assertThat(clock.instant()).isEqualTo(NOW);

        Files.writeString(file, "P30D\n");
        assertThat(clock.instant()).isEqualTo(Instant.parse("2026-12-24T03:00:00Z"));

        Files.writeString(file, "sebulan");
        assertThat(clock.instant()).isEqualTo(NOW);
    }

    @Test
    void isThereOnlyInTheDemoAndOnlyWhereItIsAskedFor() {
        ApplicationContextRunner hub = new ApplicationContextRunner()
                .withUserConfiguration(DemoClockConfiguration.class)
                .withBean("clock", Clock.class, Clock::systemUTC);
        String file = "jipp.demo.clock=" + folder.resolve("clock");

        hub.withPropertyValues(file)
                .run(it -> assertThat(it.getBean(Clock.class)).isNotInstanceOf(DemoClock.class));
        hub.withPropertyValues("spring.profiles.active=demo")
                .run(it -> assertThat(it.getBean(Clock.class)).isNotInstanceOf(DemoClock.class));
        hub.withPropertyValues("spring.profiles.active=demo", file)
                .run(it -> assertThat(it.getBean(Clock.class)).isInstanceOf(DemoClock.class));
    }
}
