package id.jipp.core.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Takes the power away at any write and any sync. More on demand: {@code -Dpower.seeds=5000}. */
@ExtendWith(QuietLog.class)
class PowerCutTest {
    private static final StreamId OWN = new StreamId(HubLogContract.JATIM.hub(), StreamName.PUBLIC);
    private static final StreamId THEIRS = new StreamId(HubLogContract.BALI.hub(), StreamName.PUBLIC);
    private static final int CUTS = 4;

    @TempDir
    static Path format;

    @Test
    @DisplayName("C2: after a power cut at any write or sync the log opens, and all that was acknowledged is in it")
    void nothingAcknowledgedIsLost() {
        for (long seed = 1; seed <= Integer.getInteger("power.seeds", 150); seed++) {
            try {
                new Life(seed, new PowerDisk()).live();
            } catch (AssertionError | RuntimeException failure) {
                throw new AssertionError("Seed " + seed + ": " + failure.getMessage(), failure);
            }
        }
    }

    @Test
    @DisplayName("C2: a disk that only says it has synced is found out by this test")
    void aLyingDiskIsFoundOut() {
        int found = 0;
        for (long seed = 1; seed <= 10; seed++) {
            PowerDisk disk = new PowerDisk();
            disk.lie();
            try {
                new Life(seed, disk).live();
            } catch (AssertionError | RuntimeException lost) {
                found++;
            }
        }
        assertThat(found).isGreaterThan(5);
    }

    private static final class Life {
        private final Random random;
        private final PowerDisk disk;
        private final InMemoryHubLog bali;
        private final Map<Position, Hash> acknowledged = new HashMap<>();
        private final List<Long> erased = new ArrayList<>();

        Life(long seed, PowerDisk disk) {
            this.random = new Random(seed);
            this.disk = disk;
            this.bali =
                    new InMemoryHubLog(HubLogContract.BALI, HubLogContract.KEYS, HubLogContract.CLOCK, new Random(4));
        }

        void live() {
            for (int i = 0; i < CUTS; i++) {
                disk.cutAt(1 + random.nextInt(40));
                writeUntilDark();
                disk.powerUp(random);
                try (HubLog log = open()) {
                    check(log);
                }
            }
        }

        private HubLog open() {
            return disk.open(
                    format,
                    HubLogContract.JATIM,
                    HubLogContract.KEYS,
                    HubLogContract.CLOCK,
                    new Random(random.nextLong()));
        }

        private void writeUntilDark() {
            HubLog log;
            try {
                log = open();
            } catch (RuntimeException darkAtOpening) {
                assertThat(disk.isDark()).isTrue();
                return;
            }
            try (log) {
                while (!disk.isDark()) {
                    write(log);
                }
            } catch (LogUnavailable dark) {
                assertThat(disk.isDark()).isTrue();
            }
        }

        private void write(HubLog log) {
            int count = 1 + random.nextInt(random.nextInt(8) > 0 ? 4 : random.nextInt(4) > 0 ? 100 : 1_000);
            switch (random.nextInt(4)) {
                case 0 -> {
                    bali.append(StreamName.PUBLIC, news(count));
                    long held = log.head(THEIRS).seq();
                    List<Entry> range = bali.read(THEIRS, held, 1_000, Integer.MAX_VALUE);
                    Position before = log.last();
                    if (log.accept(new EntryRange(THEIRS, range)) instanceof Acceptance.Accepted) {
                        log.readFrom(before, range.size()).forEach(this::acknowledge);
                    }
                }
                case 1 -> {
                    long held = log.head(OWN).seq();
                    if (held > 0) {
                        long seq = 1 + random.nextLong(held);
                        Erased gone = new Erased(StreamName.PUBLIC, List.of(seq), "person");
                        acknowledge(log.append(StreamName.PUBLIC, List.of(gone.entry()))
                                .getFirst());
                        erased.add(seq);
                    }
                }
                default -> log.append(StreamName.PUBLIC, news(count)).forEach(this::acknowledge);
            }
        }

        private void acknowledge(PlacedEntry placed) {
            acknowledged.put(placed.position(), placed.entry().hash());
        }

        private List<NewEntry> news(int count) {
            List<NewEntry> news = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                byte[] content = new byte[random.nextInt(random.nextInt(8) == 0 ? 12_000 : 1_500)];
                Arrays.fill(content, (byte) i);
                news.add(new NewEntry("test.happened", 1, content));
            }
            return news;
        }

        private void check(HubLog log) {
            assertThat(LogVerifier.verify(log, HubLogContract.KEYS).problems()).isEmpty();
            acknowledged.forEach((position, hash) -> {
                PlacedEntry held =
                        log.readFrom(new Position(position.value() - 1), 1).getFirst();
                assertThat(held.position()).isEqualTo(position);
                assertThat(held.entry().hash()).as("the entry at %s", position).isEqualTo(hash);
            });
            for (long seq : erased) {
                Entry gone = log.read(OWN, seq - 1, 1, 1).getFirst();
                assertThat(gone.isErased() || gone.header().kind().equals(Erased.KIND))
                        .as("%s is erased", seq)
                        .isTrue();
            }
        }
    }
}
