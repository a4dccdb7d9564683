package id.jipp.core.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class MvHubLogTest extends HubLogContract {
    @TempDir
    Path folder;

    @Override
    protected HubLog open() {
        return MvHubLog.open(folder, JATIM, KEYS, CLOCK);
    }

    @Test
    @DisplayName("C9: a second opener of the same folder is refused")
    void secondOpener() {
        assertThatThrownBy(this::open)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("open in another process");
    }

    @Test
    @DisplayName("C10: an unknown format is refused, both versions are named, the files are untouched")
    void unknownFormat(@TempDir Path other) throws IOException {
        MvHubLog.open(other, JATIM, KEYS, CLOCK).close();
        byte[] before = Files.readAllBytes(other.resolve("log.mv"));
        Files.writeString(other.resolve("format"), "jipp-log 2\n");

        assertThatThrownBy(() -> MvHubLog.open(other, JATIM, KEYS, CLOCK))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("jipp-log 2")
                .hasMessageContaining("jipp-log 1");
        assertThat(Files.readAllBytes(other.resolve("log.mv"))).isEqualTo(before);
        assertThat(Files.readString(other.resolve("format"))).isEqualTo("jipp-log 2\n");
    }

    @Test
    @DisplayName("C2: what a power cut left of the very first opening is moved aside, for nothing was ever in it")
    void tornAtItsMaking(@TempDir Path other) throws IOException {
        Files.write(other.resolve("log.mv"), new byte[5_000]);

        try (HubLog log = MvHubLog.open(other, JATIM, KEYS, CLOCK)) {
            assertThat(log.append(StreamName.PUBLIC, news(1))).hasSize(1);
        }
        assertThat(other.resolve("log.mv.torn")).hasSize(5_000);
    }

    @Test
    @DisplayName("C8: a log that was there and is gone is not begun anew, which would sign its numbers twice")
    void goneLog(@TempDir Path other) throws IOException {
        MvHubLog.open(other, JATIM, KEYS, CLOCK).close();
        Files.delete(other.resolve("log.mv"));

        assertThatThrownBy(() -> MvHubLog.open(other, JATIM, KEYS, CLOCK))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is gone")
                .hasMessageContaining("Restore it from a backup");
        assertThat(other.resolve("log.mv")).doesNotExist();
    }

    @Test
    @DisplayName("C3: a log of which nothing can be read is refused with what to do, and left as it is")
    void unreadableLog(@TempDir Path other) throws IOException {
        MvHubLog.open(other, JATIM, KEYS, CLOCK).close();
        for (int size : new int[] {0, 100, 5_000, 50_000}) {
            Files.write(other.resolve("log.mv"), new byte[size]);

            assertThatThrownBy(() -> MvHubLog.open(other, JATIM, KEYS, CLOCK))
                    .as("%d zeros", size)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Restore it from a backup");
            assertThat(other.resolve("log.mv")).hasSize(size);
        }
    }

    @Test
    void anInterruptedReaderDoesNotCloseTheFile() {
        try (HubLog log = MvHubLog.open(folder.resolve("interrupted"), JATIM, KEYS, CLOCK)) {
            log.append(StreamName.PUBLIC, news(500));
        }
        try (HubLog log = MvHubLog.open(folder.resolve("interrupted"), JATIM, KEYS, CLOCK)) {
            Thread.currentThread().interrupt();
            assertThat(log.readFrom(Position.START, 500)).hasSize(500);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(log.append(StreamName.PUBLIC, news(1))).hasSize(1);
        }
    }

    @Test
    @DisplayName(
            "C4: a full disk refuses the write, keeps what was acknowledged, and goes on when there is space again")
    void fullDisk(@TempDir Path other) {
        outlives(other, FaultyFiles.Fault.FULL);
    }

    @Test
    @DisplayName("C5: after a sync that failed nothing of its group counts, and the file is opened afresh")
    void failedSync(@TempDir Path other) {
        outlives(other, FaultyFiles.Fault.SYNC_FAILS);
    }

    @Test
    @DisplayName("C4: the log says why it cannot be written, and finds out by itself when it can again")
    @Timeout(60)
    void saysItsTrouble(@TempDir Path other) {
        FaultyFiles faults = FaultyFiles.register();
        try (HubLog log =
                MvHubLog.open(other, faults.nameOf(other.resolve("log.mv")), JATIM, KEYS, CLOCK, new Random(1))) {
            log.append(StreamName.PUBLIC, news(1));
            assertThat(log.trouble()).isEmpty();

            faults.begin(FaultyFiles.Fault.FULL);
            assertThatThrownBy(() -> log.append(StreamName.PUBLIC, news(1)))
                    .isInstanceOf(LogUnavailable.class)
                    .hasMessageContaining("No space left");
            assertThat(log.trouble()).hasValueSatisfying(why -> assertThat(why).contains("No space left on device"));

            faults.end();
            while (log.trouble().isPresent()) {
                Thread.onSpinWait();
            }
            assertThat(log.append(StreamName.PUBLIC, news(1)).getFirst().position())
                    .isEqualTo(new Position(2));
        }
    }

    private void outlives(Path other, FaultyFiles.Fault fault) {
        FaultyFiles faults = FaultyFiles.register();
        try (HubLog log =
                MvHubLog.open(other, faults.nameOf(other.resolve("log.mv")), JATIM, KEYS, CLOCK, new Random(1))) {
            log.append(StreamName.PUBLIC, news(3));
            StreamId own = new StreamId(JATIM.hub(), StreamName.PUBLIC);
            Head acknowledged = log.head(own);

            faults.begin(fault);
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> log.append(StreamName.PUBLIC, news(1))).isInstanceOf(LogUnavailable.class);
            }
            faults.end();

            assertThat(log.append(StreamName.PUBLIC, news(2)).getFirst().entry().seq())
                    .isEqualTo(4);
            Entry fourth = log.read(own, 3, 1, 9_999).getFirst();
            assertThat(fourth.header().previous()).isEqualTo(acknowledged.hash());
            assertThat(log.last()).isEqualTo(new Position(5));
        }
        try (HubLog log = MvHubLog.open(other, JATIM, KEYS, CLOCK)) {
            assertThat(log.last()).isEqualTo(new Position(5));
        }
    }
}
