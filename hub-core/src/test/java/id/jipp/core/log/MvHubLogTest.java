package id.jipp.core.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.jipp.core.disk.DiskReserve;
import id.jipp.core.disk.SteadyFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
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
        try (HubLog log = open(other, faults)) {
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

    @Test
    @DisplayName("C4: a disk that is nearly full refuses new entries and keeps all readable, until there is room")
    void nearlyFull(@TempDir Path other) {
        AtomicLong free = new AtomicLong(Long.MAX_VALUE);
        DiskReserve reserve = new DiskReserve(other, free::get);
        String fileName = SteadyFiles.nameOf(other.resolve("log.mv"));
        try (HubLog log = MvHubLog.open(other, fileName, reserve, JATIM, KEYS, CLOCK, new Random(1))) {
            log.append(StreamName.PUBLIC, news(1));
            appendAtBali(1);
            EntryRange foreign = baliAfter(0);

            free.set(1024);
            assertThatThrownBy(() -> log.append(StreamName.PUBLIC, news(1)))
                    .isInstanceOf(LogUnavailable.class)
                    .hasMessageContaining("is full");
            assertThatThrownBy(() -> log.accept(foreign)).isInstanceOf(LogUnavailable.class);
            assertThat(log.trouble()).isPresent();
            assertThat(log.readFrom(Position.START, 9)).hasSize(1);

            free.set(Long.MAX_VALUE);
            assertThat(log.trouble()).isEmpty();
            assertThat(log.accept(foreign)).isInstanceOf(Acceptance.Accepted.class);
            assertThat(log.append(StreamName.PUBLIC, news(1))).hasSize(1);
        }
    }

    private static HubLog open(Path folder, FaultyFiles faults) {
        String fileName = faults.nameOf(folder.resolve("log.mv"));
        return MvHubLog.open(folder, fileName, DiskReserve.of(folder), JATIM, KEYS, CLOCK, new Random(1));
    }

    private void outlives(Path other, FaultyFiles.Fault fault) {
        FaultyFiles faults = FaultyFiles.register();
        try (HubLog log = open(other, faults)) {
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
