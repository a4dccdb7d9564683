package id.jipp.core.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.LongDataType;
import org.h2.mvstore.type.StringDataType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Turns single bits of a log's file. More on demand: {@code -Dflips=5000}. */
class FlippedBitTest {
    private static final StreamId OWN = new StreamId(HubLogContract.JATIM.hub(), StreamName.PUBLIC);
    private static final StreamId THEIRS = new StreamId(HubLogContract.BALI.hub(), StreamName.PUBLIC);

    @TempDir
    Path folders;

    private final Random random = new Random(3);
    private final List<Entry> own = new ArrayList<>();
    private final List<Entry> theirs = new ArrayList<>();

    @Test
    @DisplayName("C3: a bit turned anywhere in the file changes nothing, or is found: it is never given out")
    void aBitTurnedAnywhere() {
        PowerDisk disk = written();
        int found = 0;
        for (int i = 0; i < Integer.getInteger("flips", 300); i++) {
            PowerDisk flipped = disk.copy();
            long at = random.nextBoolean() ? flipped.size() - 1 - random.nextLong(60_000) : random.nextLong(8_192);
            flipped.flip(at, random.nextInt(8));
            try (HubLog log = open(flipped)) {
                boolean isShorter = log.last().value() < own.size() + theirs.size();
                assertThat(log.isShortened())
                        .as("it is noticed that the end is missing after a bit turned at %d", at)
                        .isEqualTo(isShorter);
                if (isWrongFound(log, OWN, own) | isWrongFound(log, THEIRS, theirs) | isShorter) {
                    found++;
                } else {
                    assertThat(LogVerifier.verify(log, HubLogContract.KEYS).problems())
                            .as("after a bit turned at %d", at)
                            .isEmpty();
                }
            } catch (IllegalStateException refused) {
                assertThat(refused).hasMessageContaining("Restore it from a backup");
                found++;
            }
        }
        assertThat(found).isPositive();
    }

    @Test
    @DisplayName("C3: two entries in each other's place are found, and neither is given out")
    void twoEntriesInEachOthersPlace() {
        try (HubLog log = MvHubLog.open(folders, HubLogContract.JATIM, HubLogContract.KEYS, HubLogContract.CLOCK)) {
            log.append(StreamName.PUBLIC, HubLogContract.news(5));
        }
        try (MVStore file = MVStore.open(folders.resolve("log.mv").toString())) {
            MVMap<Long, Long> places = file.openMap(
                    "places",
                    new MVMap.Builder<Long, Long>()
                            .keyType(LongDataType.INSTANCE)
                            .valueType(LongDataType.INSTANCE));
            long first = places.firstKey();
            places.put(first, 2L);
            places.put(first + 1, 1L);
        }
        try (HubLog log = MvHubLog.open(folders, HubLogContract.JATIM, HubLogContract.KEYS, HubLogContract.CLOCK)) {
            assertThatThrownBy(() -> log.read(OWN, 0, 5, 1_000_000))
                    .isInstanceOf(LogUnavailable.class)
                    .hasMessageContaining("damaged record");
            assertThat(log.trouble()).hasValueSatisfying(why -> assertThat(why).contains("damaged record"));
            assertThat(LogVerifier.verify(log, HubLogContract.KEYS).problems()).hasSize(1);
        }
    }

    @Test
    @DisplayName("C3: a log whose streams and entries do not add up is refused with what to do")
    void aStreamWithoutItsName() {
        try (HubLog log = MvHubLog.open(folders, HubLogContract.JATIM, HubLogContract.KEYS, HubLogContract.CLOCK)) {
            log.append(StreamName.PUBLIC, HubLogContract.news(5));
        }
        try (MVStore file = MVStore.open(folders.resolve("log.mv").toString())) {
            file.openMap(
                            "names",
                            new MVMap.Builder<Long, String>()
                                    .keyType(LongDataType.INSTANCE)
                                    .valueType(StringDataType.INSTANCE))
                    .clear();
        }

        assertThatThrownBy(
                        () -> MvHubLog.open(folders, HubLogContract.JATIM, HubLogContract.KEYS, HubLogContract.CLOCK))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Restore it from a backup");
    }

    private PowerDisk written() {
        PowerDisk disk = new PowerDisk();
        InMemoryHubLog bali =
                new InMemoryHubLog(HubLogContract.BALI, HubLogContract.KEYS, HubLogContract.CLOCK, new Random(4));
        try (HubLog log = open(disk)) {
            for (int i = 0; i < 40; i++) {
                log.append(StreamName.PUBLIC, HubLogContract.news(1 + random.nextInt(4)))
                        .forEach(placed -> own.add(placed.entry()));
                bali.append(StreamName.PUBLIC, HubLogContract.news(2));
                List<Entry> more = bali.read(THEIRS, theirs.size(), 10, 1_000_000);
                log.accept(new EntryRange(THEIRS, more));
                theirs.addAll(more);
            }
        }
        return disk;
    }

    private HubLog open(PowerDisk disk) {
        return disk.open(
                folders,
                HubLogContract.JATIM,
                HubLogContract.KEYS,
                HubLogContract.CLOCK,
                new Random(random.nextLong()));
    }

    /** Whether something wrong was found; fails if something wrong was given out. */
    private static boolean isWrongFound(HubLog log, StreamId stream, List<Entry> written) {
        try {
            for (long after = 0; after < log.head(stream).seq(); ) {
                List<Entry> read = log.read(stream, after, 7, 1_000_000);
                if (read.isEmpty()) {
                    return true;
                }
                for (Entry entry : read) {
                    Entry right = written.get((int) after++);
                    assertThat(entry.hash()).isEqualTo(right.hash());
                    assertThat(entry.payload()).isEqualTo(right.payload());
                }
            }
            log.readFrom(Position.START, 1_000);
            return false;
        } catch (LogUnavailable damaged) {
            assertThat(damaged).hasMessageStartingWith("The log ");
            return true;
        }
    }
}
