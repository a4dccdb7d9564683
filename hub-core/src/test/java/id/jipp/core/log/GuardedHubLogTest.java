package id.jipp.core.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class GuardedHubLogTest {
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final StreamId OWN = new StreamId(HubLogContract.JATIM.hub(), StreamName.PUBLIC);

    private static final HubId BALI = HubLogContract.BALI.hub();
    private static final HubId ACEH = new HubId("aceh");

    @TempDir
    Path folder;

    private final InMemoryHubLog memory =
            new InMemoryHubLog(HubLogContract.JATIM, HubLogContract.KEYS, HubLogContract.CLOCK, new Random(1));

    @Test
    @DisplayName("C8: the first write after a start waits until another hub has said what it holds of our streams")
    @Timeout(60)
    void waitsForAnother() throws Exception {
        CountDownLatch asking = new CountDownLatch(1);
        GuardedHubLog log = new GuardedHubLog(
                memory,
                false,
                () -> {
                    asking.countDown();
                    return Set.of(BALI);
                },
                LONG);
        CompletableFuture<List<PlacedEntry>> written =
                CompletableFuture.supplyAsync(() -> log.append(StreamName.PUBLIC, HubLogContract.news(1)));
        asking.await();
        assertThat(written).isNotDone();

        log.ownStreamsAreWhole(BALI);

        assertThat(written.get()).hasSize(1);
        assertThat(log.append(StreamName.PUBLIC, HubLogContract.news(1))).hasSize(1);
    }

    @Test
    @DisplayName("C8: where one of several hubs is behind, the first write waits for what the others hold")
    @Timeout(60)
    void waitsForAllThatAreLinked() throws Exception {
        CountDownLatch asked = new CountDownLatch(2);
        GuardedHubLog log = new GuardedHubLog(
                memory,
                false,
                () -> {
                    asked.countDown();
                    return Set.of(BALI, ACEH);
                },
                LONG);
        log.ownStreamsAreWhole(ACEH);
        CompletableFuture<List<PlacedEntry>> written =
                CompletableFuture.supplyAsync(() -> log.append(StreamName.PUBLIC, HubLogContract.news(1)));
        asked.await();
        assertThat(written).isNotDone();

        log.ownStreamsAreWhole(BALI);

        assertThat(written.get()).hasSize(1);
    }

    @Test
    @DisplayName("N1: who has not answered a while after the start is not waited for where another has")
    void whoIsAwayIsNotWaitedFor() {
        GuardedHubLog log = new GuardedHubLog(memory, false, () -> Set.of(BALI, ACEH), Duration.ZERO);
        log.ownStreamsAreWhole(ACEH);
        assertThat(log.append(StreamName.PUBLIC, HubLogContract.news(1))).hasSize(1);
    }

    @Test
    void aHubThatIsNewOrAloneWritesAtOnce() {
        assertThat(new GuardedHubLog(memory, true, () -> Set.of(BALI), LONG)
                        .append(StreamName.PUBLIC, HubLogContract.news(1)))
                .hasSize(1);
        assertThat(new GuardedHubLog(memory, false, Set::of, LONG).append(StreamName.PUBLIC, HubLogContract.news(1)))
                .hasSize(1);
    }

    @Test
    @DisplayName("N1: where nobody answers for a while a hub writes all the same")
    void writesWhereNobodyAnswers() {
        assertThat(new GuardedHubLog(memory, false, () -> Set.of(BALI), Duration.ZERO)
                        .append(StreamName.PUBLIC, HubLogContract.news(1)))
                .hasSize(1);
    }

    @Test
    @DisplayName(
            "C8: a log that has become shorter writes nothing before its linked hubs have said what they hold of it")
    void aShortenedLogWritesNothing() throws Exception {
        shortened();

        try (GuardedHubLog log = new GuardedHubLog(open(), false, () -> Set.of(BALI), Duration.ZERO)) {
            assertThat(log.isShortened()).isTrue();
            assertThat(log.trouble()).hasValueSatisfying(why -> assertThat(why).contains("ends before"));
            assertThatThrownBy(() -> log.append(StreamName.PUBLIC, HubLogContract.news(1)))
                    .isInstanceOf(LogUnavailable.class)
                    .hasMessageContaining("every linked hub");

            log.ownStreamsAreWhole(BALI);

            assertThat(log.append(StreamName.PUBLIC, HubLogContract.news(1))).hasSize(1);
            assertThat(log.trouble()).isEmpty();
            assertThat(log.head(OWN).seq()).isEqualTo(1);
        }
        try (HubLog log = open()) {
            assertThat(log.isShortened()).as("what was settled once").isFalse();
        }
    }

    @Test
    @DisplayName(
            "C3, C8: a log that has become shorter writes nothing where there is nobody to ask, and says what to do")
    void aShortenedLogOfAHubThatIsAlone() throws Exception {
        try (HubLog log = open()) {
            log.append(StreamName.PUBLIC, HubLogContract.news(3));
        }
        Files.writeString(folder.resolve("reached"), "7\n");
        try (GuardedHubLog log = new GuardedHubLog(open(), false, Set::of, Duration.ZERO)) {
            assertThat(log.trouble()).hasValueSatisfying(why -> assertThat(why).contains("delete the file 'reached'"));
            assertThatThrownBy(() -> log.append(StreamName.PUBLIC, HubLogContract.news(1)))
                    .isInstanceOf(LogUnavailable.class);
        }
        Files.delete(folder.resolve("reached"));
        try (GuardedHubLog log = new GuardedHubLog(open(), false, Set::of, Duration.ZERO)) {
            assertThat(log.append(StreamName.PUBLIC, HubLogContract.news(1))).hasSize(1);
        }
    }

    @Test
    @DisplayName("C8: one hub that may never have had the end does not open a shortened log; all linked hubs do")
    void aHubThatNeverHadTheEndDoesNotOpenAShortenedLog() throws Exception {
        shortened();
        HubId late = new HubId("ntt");

        try (GuardedHubLog log = new GuardedHubLog(open(), false, () -> Set.of(BALI, late), Duration.ZERO)) {
            log.ownStreamsAreWhole(late);
            assertThatThrownBy(() -> log.append(StreamName.PUBLIC, HubLogContract.news(1)))
                    .isInstanceOf(LogUnavailable.class)
                    .hasMessageContaining("every linked hub");
            assertThat(log.isShortened()).isTrue();

            log.ownStreamsAreWhole(BALI);
            assertThat(log.append(StreamName.PUBLIC, HubLogContract.news(1))).hasSize(1);
        }
    }

    @Test
    @DisplayName("C8: a shortened log says so at every start until it is mended")
    void aShortenedLogSaysSoAgain() throws Exception {
        try (HubLog log = open()) {
            log.append(StreamName.PUBLIC, HubLogContract.news(1));
        }
        Files.writeString(folder.resolve("reached"), "7\n");
        for (int start = 0; start < 2; start++) {
            try (HubLog log = open()) {
                assertThat(log.isShortened()).isTrue();
            }
        }
    }

    private MvHubLog open() {
        return MvHubLog.open(folder, HubLogContract.JATIM, HubLogContract.KEYS, HubLogContract.CLOCK);
    }

    /** Three entries are acknowledged, and the file from before them is put back. */
    private void shortened() throws IOException {
        Path old = folder.resolve("old.mv");
        open().close();
        Files.copy(folder.resolve("log.mv"), old);
        try (HubLog log = open()) {
            log.append(StreamName.PUBLIC, HubLogContract.news(3));
        }
        Files.delete(folder.resolve("log.mv"));
        Files.copy(old, folder.resolve("log.mv"));
    }
}
