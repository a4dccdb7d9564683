package id.jipp.core.material;

import static org.assertj.core.api.Assertions.assertThat;

import id.jipp.core.outcome.Outcome;
import id.jipp.core.outcome.Outcome.Why;
import id.jipp.core.peer.Direction;
import id.jipp.core.peer.FilePolicy;
import id.jipp.core.peer.FilePolicy.Take;
import id.jipp.core.peer.PeerPolicy;
import id.jipp.core.seminar.Seminar;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What passes of files between Bali, which tells of them, Jawa Timur and Maluku. It is 11.00 in Bali. */
class MaterialExchangeTest {
    private static final FilePolicy ALL = new FilePolicy(true, Take.ALL, 0, false, 0);

    @TempDir
    Path folder;

    private MaterialHub bali;
    private MaterialHub jatim;
    private MaterialHub maluku;
    private Seminar seminar;

    @BeforeEach
    void open() {
        bali = new MaterialHub("bali", folder);
        jatim = new MaterialHub("jatim", folder);
        maluku = new MaterialHub("maluku", folder);
        seminar = bali.seminar("Arah Pembinaan");
    }

    @AfterEach
    void close() {
        bali.close();
        jatim.close();
        maluku.close();
    }

    @Test
    void whatIsToldAndNotHereIsWantedFromWhoTellsItUntilItHasCome() {
        jatim.linkWith(bali, ALL);
        Material told = bali.attach(seminar, "a.txt", "isi", Share.NETWORK);
        jatim.syncFrom(bali);

        assertThat(jatim.exchange().wants(bali.hub, file -> true))
                .containsExactly(told.id().file());
        assertThat(jatim.exchange().manifest(bali.hub, told.id().file())).contains(jatim.manifest(told.id()));
        assertThat(jatim.exchange().manifest(maluku.hub, told.id().file())).isEmpty();
        jatim.fetchFrom(bali, jatim.manifest(told.id()));
        assertThat(jatim.exchange().wants(bali.hub, file -> true)).isEmpty();
    }

    @Test
    void fromADiskItIsTakenWhateverTheLineWouldWaitForButNotWhereTheLinkTakesNone() {
        Material told = bali.attach(seminar, "a.txt", "isi", Share.NETWORK);
        jatim.syncFrom(bali);

        jatim.linkWith(bali, new FilePolicy(true, Take.ON_REQUEST, 0, true, 0));
        assertThat(jatim.exchange().wants(bali.hub, file -> true)).isEmpty();
        assertThat(jatim.exchange().takesFromDisk(bali.hub, told.id().file())).contains(jatim.manifest(told.id()));
        assertThat(jatim.exchange().takesFromDisk(maluku.hub, told.id().file())).isEmpty();
        jatim.linkWith(bali, new FilePolicy(true, Take.NONE, 0, false, 0));
        assertThat(jatim.exchange().takesFromDisk(bali.hub, told.id().file())).isEmpty();
    }

    @Test
    void itIsWantedFromAnyLinkThatCarriesItsHubsEntriesAndFromNoOther() {
        jatim.linkWith(maluku, ALL);
        bali.attach(seminar, "a.txt", "isi", Share.NETWORK);
        jatim.syncFrom(bali);

        assertThat(jatim.exchange().wants(maluku.hub, file -> true)).hasSize(1);
        assertThat(jatim.exchange().wants(bali.hub, file -> true)).isEmpty();
        jatim.linkWith(maluku, new PeerPolicy(Direction.SEND, Direction.NONE, ALL));
        assertThat(jatim.exchange().wants(maluku.hub, file -> true)).isEmpty();
    }

    @Test
    @DisplayName("U10: a peer is given what is told and shared, and nothing for knowing a hash")
    void aHashAloneOpensNothing() {
        Material shared = bali.attach(seminar, "a.txt", "dibagi", Share.NETWORK);
        Material kept = bali.attach(seminar, "b.txt", "disimpan", Share.HUB);
        bali.linkWith(jatim, ALL);

        assertThat(bali.exchange().gives(jatim.hub, shared.id().file())).isTrue();
        assertThat(bali.exchange().gives(jatim.hub, kept.id().file())).isFalse();
        assertThat(bali.exchange().gives(maluku.hub, shared.id().file())).isFalse();
    }

    @Test
    void aLinkThatGivesNoFilesOrSendsNoRecordsGivesNone() {
        Material shared = bali.attach(seminar, "a.txt", "isi", Share.NETWORK);

        bali.linkWith(jatim, new FilePolicy(false, Take.ALL, 0, false, 0));
        assertThat(bali.exchange().gives(jatim.hub, shared.id().file())).isFalse();
        bali.linkWith(jatim, new PeerPolicy(Direction.RECEIVE, Direction.NONE, ALL));
        assertThat(bali.exchange().gives(jatim.hub, shared.id().file())).isFalse();
    }

    @Test
    void whatWasTakenBackIsNeitherGivenNorWanted() {
        bali.linkWith(jatim, ALL);
        jatim.linkWith(bali, ALL);
        Material told = bali.attach(seminar, "a.txt", "isi", Share.NETWORK);
        jatim.syncFrom(bali);
        bali.materials.withdraw(told.id(), bali.coordinator).orThrow();
        jatim.syncFrom(bali);

        assertThat(bali.exchange().gives(jatim.hub, told.id().file())).isFalse();
        assertThat(jatim.exchange().wants(bali.hub, file -> true)).isEmpty();
    }

    @Test
    void aRelayGivesWhatItHolds() {
        Material told = bali.attach(seminar, "a.txt", "isi", Share.NETWORK);
        jatim.syncFrom(bali);
        jatim.linkWith(maluku, ALL);

        assertThat(jatim.exchange().gives(maluku.hub, told.id().file())).isTrue();
    }

    @Test
    void aFileThatALinkLeavesComesOnceSomebodyAsksAlsoAfterARestart() {
        jatim.linkWith(bali, new FilePolicy(true, Take.ON_REQUEST, 0, false, 0));
        Material told = bali.attach(seminar, "a.txt", "isi", Share.NETWORK);
        jatim.syncFrom(bali);

        assertThat(jatim.exchange().wants(bali.hub, file -> true)).isEmpty();
        assertThat(state(told)).isEqualTo(new FileState.Waiting(FileState.Why.ON_REQUEST));
        assertThat(jatim.materials
                        .fetch(told.id().file(), jatim.staff)
                        .orThrow()
                        .state())
                .isEqualTo(new FileState.Waiting(FileState.Why.NOT_YET));
        jatim.restart();
        assertThat(jatim.exchange().wants(bali.hub, file -> true)).hasSize(1);
    }

    @Test
    void whatSomebodyAskedForComesFirstThenWhatIsSmall() {
        jatim.linkWith(bali, ALL);
        Material large = bali.attach(seminar, "a.txt", "yang paling panjang", Share.NETWORK);
        Material small = bali.attach(seminar, "b.txt", "kecil", Share.NETWORK);
        Material middle = bali.attach(seminar, "c.txt", "sedang-sedang", Share.NETWORK);
        jatim.syncFrom(bali);
        jatim.asks(large);

        assertThat(jatim.exchange().wants(bali.hub, file -> true))
                .containsExactly(
                        large.id().file(), small.id().file(), middle.id().file());
    }

    @Test
    void whatIsTooLargeForTheLinkWaitsForSomebodyToAsk() {
        jatim.linkWith(bali, new FilePolicy(true, Take.UNDER, 1, false, 0));
        Material large = bali.attach(seminar, "a.txt", "x".repeat((1 << 20) + 1), Share.NETWORK);
        Material small = bali.attach(seminar, "b.txt", "x".repeat(1 << 20), Share.NETWORK);
        jatim.syncFrom(bali);

        assertThat(jatim.exchange().wants(bali.hub, file -> true))
                .containsExactly(small.id().file());
        assertThat(state(large)).isEqualTo(new FileState.Waiting(FileState.Why.TOO_LARGE));
        jatim.materials.fetch(large.id().file(), jatim.staff).orThrow();
        assertThat(jatim.exchange().wants(bali.hub, file -> true)).hasSize(2);
    }

    @Test
    void whatComesByNightWaitsUntilTenAndWhoWatchesTheClockIsTold() {
        jatim.linkWith(bali, new FilePolicy(true, Take.ALL, 0, true, 0));
        Material told = bali.attach(seminar, "a.txt", "isi", Share.NETWORK);
        jatim.syncFrom(bali);
        // what was said before is hinted at before
        jatim.restart();
        AtomicInteger hints = new AtomicInteger();
        jatim.exchange().onChange(hints::incrementAndGet);

        assertThat(jatim.exchange().wants(bali.hub, file -> true)).isEmpty();
        assertThat(state(told)).isEqualTo(new FileState.Waiting(FileState.Why.OVERNIGHT));
        jatim.clock.pass(Duration.ofHours(11).minusSeconds(1));
        jatim.materials.tidy();
        assertThat(jatim.exchange().wants(bali.hub, file -> true)).isEmpty();
        assertThat(hints).hasValue(0);
        jatim.clock.pass(Duration.ofSeconds(1));
        jatim.materials.tidy();
        assertThat(jatim.exchange().wants(bali.hub, file -> true)).hasSize(1);
        assertThat(hints).hasValue(1);
        jatim.clock.pass(Duration.ofHours(7));
        assertThat(jatim.exchange().wants(bali.hub, file -> true)).isEmpty();
    }

    @Test
    void aLinkThatTakesNoFilesLeavesThemWithTheirHub() {
        jatim.linkWith(bali, new FilePolicy(true, Take.NONE, 0, false, 0));
        Material told = bali.attach(seminar, "a.txt", "isi", Share.NETWORK);
        jatim.syncFrom(bali);

        assertThat(state(told)).isEqualTo(new FileState.Waiting(FileState.Why.STAYS_AWAY));
        assertThat(jatim.materials.fetch(told.id().file(), jatim.staff))
                .isEqualTo(Outcome.refused(Why.CONFLICT, "", "file-stays-away", "bali"));
    }

    @Test
    void withoutALinkNothingCanComeButOneMayAsk() {
        Material told = bali.attach(seminar, "a.txt", "isi", Share.NETWORK);
        jatim.syncFrom(bali);

        assertThat(state(told)).isEqualTo(new FileState.Waiting(FileState.Why.NO_LINK));
        assertThat(jatim.materials.fetch(told.id().file(), jatim.staff)).isInstanceOf(Outcome.Done.class);
        assertThat(jatim.materials.fetch(told.id().file(), bali.staff))
                .isEqualTo(Outcome.refused(Why.FORBIDDEN, "", "forbidden"));
    }

    @Test
    void theLinesShareIsInKilobytesASecond() {
        assertThat(jatim.exchange().bytesPerSecondMax(bali.hub)).isEqualTo(Long.MAX_VALUE);
        jatim.linkWith(bali, new FilePolicy(true, Take.ALL, 0, false, 32));
        assertThat(jatim.exchange().bytesPerSecondMax(bali.hub)).isEqualTo(32 * 1_024);
    }

    @Test
    void whatIsOnItsWaySaysHowFarItIs() throws Exception {
        jatim.linkWith(bali, ALL);
        Material told = bali.attach(seminar, "a.txt", "x".repeat(4 << 20), Share.NETWORK);
        jatim.syncFrom(bali);
        jatim.blobs.arriving(jatim.manifest(told.id())).take(0, 0, new byte[1 << 19]);

        assertThat(state(told)).isEqualTo(new FileState.Arriving(12));
    }

    private FileState state(Material told) {
        return jatim.materials.find(told.id(), null).orElseThrow().state();
    }
}
