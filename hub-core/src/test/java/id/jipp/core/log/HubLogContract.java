package id.jipp.core.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import id.jipp.core.identity.HubIdentity;
import id.jipp.core.log.Acceptance.Accepted;
import id.jipp.core.log.Acceptance.AlreadyKnown;
import id.jipp.core.log.Acceptance.Forked;
import id.jipp.core.log.Acceptance.Gap;
import id.jipp.core.log.Acceptance.Reason;
import id.jipp.core.log.Acceptance.Rejected;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What every log promises, wherever it keeps its entries. */
public abstract class HubLogContract {
    protected static final HubIdentity JATIM = identity("jatim", 1);
    protected static final HubIdentity BALI = identity("bali", 2);
    protected static final AuthorKeys KEYS = hub -> switch (hub.value()) {
        case "jatim" -> JATIM.publicKey();
        case "bali" -> BALI.publicKey();
        default -> null;
    };
    protected static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T02:42:00.123Z"), ZoneOffset.UTC);
    private static final StreamName ROOM = new StreamName("room/bali.abcdefgh");
    private static final StreamId OWN = new StreamId(JATIM.hub(), StreamName.PUBLIC);
    private static final StreamId THEIRS = new StreamId(BALI.hub(), StreamName.PUBLIC);

    private static final StreamId SECOND = new StreamId(BALI.hub(), new StreamName("public~2"));

    private final InMemoryHubLog bali = new InMemoryHubLog(BALI, KEYS, CLOCK, new Random(4));
    private HubLog log;

    /** Opens the log under test as hub {@code jatim}; a second call opens what the first left. */
    protected abstract HubLog open();

    @BeforeEach
    void openFirst() {
        log = open();
    }

    /** Runs once the log under test is closed. */
    protected void afterwards() {}

    @AfterEach
    void closeLast() {
        log.close();
        afterwards();
    }

    @Test
    void numbersAreGaplessAndEachEntryNamesTheOneBefore() {
        log.append(StreamName.PUBLIC, news(3));
        log.append(ROOM, news(2));
        log.append(StreamName.PUBLIC, news(1));

        List<Entry> entries = log.read(OWN, 0, 100, 1_000_000);
        assertThat(entries).extracting(Entry::seq).containsExactly(1L, 2L, 3L, 4L);
        Hash previous = Hash.NONE;
        for (Entry entry : entries) {
            assertThat(entry.header().previous()).isEqualTo(previous);
            previous = entry.hash();
        }
        assertThat(log.head(OWN)).isEqualTo(new Head(4, previous));
        assertThat(log.heads().byStream()).containsOnlyKeys(OWN, new StreamId(JATIM.hub(), ROOM));
    }

    @Test
    void positionsAreDenseAndInTheOrderOfArrival() {
        log.append(StreamName.PUBLIC, news(2));
        appendAtBali(3);
        log.accept(baliAfter(0));
        log.append(ROOM, news(1));

        List<PlacedEntry> all = log.readFrom(Position.START, 100);
        assertThat(all).extracting(placed -> placed.position().value()).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(all)
                .extracting(placed -> placed.entry().stream().hub().value())
                .containsExactly("jatim", "jatim", "bali", "bali", "bali", "jatim");
        assertThat(log.readFrom(new Position(4), 1))
                .extracting(placed -> placed.entry().hash())
                .containsExactly(all.get(4).entry().hash());
        assertThat(log.last()).isEqualTo(new Position(6));
        assertThat(log.readFrom(log.last(), 10)).isEmpty();
    }

    @Test
    void whatWasWrittenIsThereAfterReopening() {
        List<PlacedEntry> placed = log.append(StreamName.PUBLIC, news(3));
        appendAtBali(2);
        log.accept(baliAfter(0));
        Heads heads = log.heads();
        log.close();

        log = open();
        assertThat(log.heads()).isEqualTo(heads);
        assertThat(log.last()).isEqualTo(new Position(5));
        Entry reread = log.readFrom(Position.START, 1).getFirst().entry();
        assertThat(reread.headerBytes()).isEqualTo(placed.getFirst().entry().headerBytes());
        assertThat(reread.payload()).isEqualTo(placed.getFirst().entry().payload());
        assertThat(log.append(StreamName.PUBLIC, news(1)).getFirst().entry().seq())
                .isEqualTo(4);
    }

    @Test
    void aRangeThatIsReadIsTakenInByAnotherHub() {
        log.append(StreamName.PUBLIC, news(300));
        InMemoryHubLog other = new InMemoryHubLog(BALI, KEYS, CLOCK, new Random(5));

        long after = 0;
        while (other.head(OWN).seq() < 300) {
            List<Entry> range = log.read(OWN, after, 100, 1_000_000);
            assertThat(range).hasSizeLessThanOrEqualTo(100);
            assertThat(range.getLast().signature()).isNotNull();
            assertThat(other.accept(new EntryRange(OWN, range))).isInstanceOf(Accepted.class);
            after = range.getLast().seq();
        }
        assertThat(other.head(OWN)).isEqualTo(log.head(OWN));
        assertThat(log.read(OWN, 300, 100, 1_000_000)).isEmpty();
        assertThat(log.read(THEIRS, 0, 100, 1_000_000)).isEmpty();
    }

    @Test
    void aRangeStopsBeforeItsBytesButHoldsAtLeastOnePiece() {
        for (int i = 0; i < 5; i++) {
            log.append(StreamName.PUBLIC, List.of(new NewEntry("test.big", 1, new byte[10_000])));
        }

        assertThat(log.read(OWN, 0, 100, 25_000)).hasSize(2);
        assertThat(log.read(OWN, 0, 100, 1)).hasSize(1);
    }

    @Test
    void whatIsKnownIsNotTakenTwiceAndAnOverlapAddsTheRest() {
        appendAtBali(3);
        assertThat(log.accept(baliAfter(0))).isEqualTo(new Accepted(3, new Position(3)));
        assertThat(log.accept(baliAfter(0))).isEqualTo(new AlreadyKnown());
        assertThat(log.accept(baliAfter(2))).isEqualTo(new AlreadyKnown());
        appendAtBali(2);
        assertThat(log.accept(baliAfter(1))).isEqualTo(new Accepted(2, new Position(5)));
        assertThat(log.head(THEIRS)).isEqualTo(bali.head(THEIRS));
    }

    @Test
    @DisplayName("S4: a gap stores nothing")
    void aGapStoresNothing() {
        appendAtBali(1);
        log.accept(baliAfter(0));
        appendAtBali(1);
        appendAtBali(1);

        assertThat(log.accept(baliAfter(2))).isEqualTo(new Gap(2));
        assertThat(log.last()).isEqualTo(new Position(1));
    }

    @Test
    @DisplayName("F1: the first of two entries with one number stays, both are kept as proof, the stream stands still")
    void aForkFreezesItsStream() {
        appendAtBali(1);
        InMemoryHubLog twin = InMemoryHubLog.restored(bali, BALI, KEYS, CLOCK, new Random(9));
        appendAtBali(2);
        twin.append(StreamName.PUBLIC, news(2));
        log.accept(baliAfter(0));
        Head head = log.head(THEIRS);

        Acceptance answer = log.accept(new EntryRange(THEIRS, twin.read(THEIRS, 0, 100, 1_000_000)));

        Hash ours = bali.read(THEIRS, 1, 2, 9_999).getFirst().hash();
        Hash other = twin.read(THEIRS, 1, 2, 9_999).getFirst().hash();
        assertThat(answer).isEqualTo(new Forked(2, ours, other));
        assertThat(log.head(THEIRS)).isEqualTo(head);
        appendAtBali(1);
        assertThat(log.accept(baliAfter(3))).isEqualTo(new Rejected(Reason.FROZEN));
        assertThat(log.accept(baliAfter(1))).isEqualTo(new Rejected(Reason.FROZEN));
        assertThat(log.append(StreamName.PUBLIC, news(1))).hasSize(1);

        log.close();
        log = open();
        assertThat(log.forks()).hasSize(1);
        Fork proof = log.forks().getFirst();
        assertThat(proof.seq()).isEqualTo(2);
        assertThat(proof.ours().getFirst().hash()).isEqualTo(ours);
        assertThat(proof.theirs().getFirst().hash()).isEqualTo(other);
        assertThat(proof.ours().getLast().signature()).isNotNull();
        assertThat(proof.theirs().getLast().signature()).isNotNull();
        assertThat(log.accept(baliAfter(3))).isEqualTo(new Rejected(Reason.FROZEN));
    }

    @Test
    @DisplayName("F1: a proof from another hub stops the stream it is about, and nothing that is no proof stops any")
    void aProofFromAnotherHubFreezesItsStream() {
        appendAtBali(3);
        InMemoryHubLog twin = InMemoryHubLog.restored(bali, BALI, KEYS, CLOCK, new Random(9));
        appendAtBali(2);
        twin.append(StreamName.PUBLIC, news(2));
        List<Entry> ours = bare(bali.read(THEIRS, 3, 100, 1_000_000));
        List<Entry> theirs = bare(twin.read(THEIRS, 3, 100, 1_000_000));
        List<Entry> before = bare(bali.read(THEIRS, 0, 3, 1_000_000));
        Fork proof = new Fork(THEIRS, 4, ours, theirs);

        log.accept(new EntryRange(THEIRS, bali.read(THEIRS, 0, 3, 1_000_000)));
        assertThat(log.freeze(proof)).as("less is held than is disputed").isFalse();
        log.accept(baliAfter(3));
        assertThat(log.freeze(new Fork(THEIRS, 4, ours, ours))).isFalse();
        assertThat(log.freeze(new Fork(THEIRS, 3, before, theirs))).isFalse();
        assertThat(log.freeze(new Fork(THEIRS, 4, ours, before))).isFalse();
        assertThat(log.freeze(new Fork(THEIRS, 5, ours, theirs))).isFalse();
        assertThat(log.freeze(new Fork(OWN, 4, ours, theirs))).isFalse();
        assertThat(log.freeze(
                        new Fork(THEIRS, 4, ours, List.of(theirs.getFirst().unsigned()))))
                .isFalse();
        assertThat(log.forks()).isEmpty();
        Head head = log.head(THEIRS);

        assertThat(log.freeze(proof)).isTrue();

        appendAtBali(1);
        assertThat(log.accept(baliAfter(5))).isEqualTo(new Rejected(Reason.FROZEN));
        log.close();
        log = open();
        assertThat(log.head(THEIRS)).isEqualTo(head);
        assertThat(log.forks()).extracting(Fork::stream, Fork::seq).containsExactly(tuple(THEIRS, 4L));
        assertThat(log.freeze(proof)).isTrue();
    }

    private static List<Entry> bare(List<Entry> entries) {
        return entries.stream().map(Entry::bare).toList();
    }

    @Test
    void anEntryIsHeldByItsNumberAndHash() {
        appendAtBali(3);
        log.accept(baliAfter(0));
        Entry second = bali.read(THEIRS, 1, 2, 9_999).getFirst();
        Entry third = bali.read(THEIRS, 2, 1, 9_999).getFirst();

        assertThat(log.holds(THEIRS, new Head(2, second.hash()))).isTrue();
        assertThat(log.holds(THEIRS, new Head(3, third.hash()))).isTrue();
        assertThat(log.holds(THEIRS, new Head(2, third.hash()))).isFalse();
        assertThat(log.holds(THEIRS, new Head(4, third.hash()))).isFalse();
        assertThat(log.holds(THEIRS, Head.NONE)).isFalse();
        assertThat(log.holds(OWN, new Head(2, second.hash()))).isFalse();
    }

    @Test
    @DisplayName("C8: a hub takes back its own entries it had lost")
    void ownEntriesComeBack() {
        InMemoryHubLog before = new InMemoryHubLog(JATIM, KEYS, CLOCK, new Random(11));
        before.append(StreamName.PUBLIC, news(3));

        assertThat(log.accept(new EntryRange(OWN, before.read(OWN, 0, 100, 1_000_000))))
                .isInstanceOf(Accepted.class);
        assertThat(log.append(StreamName.PUBLIC, news(1)).getFirst().entry().seq())
                .isEqualTo(4);
    }

    @Test
    void concurrentAppendsAllGetPlacesOfTheirOwn() throws Exception {
        int writers = 8;
        int each = 25;
        try (var pool = Executors.newFixedThreadPool(writers)) {
            List<Callable<List<PlacedEntry>>> calls = new ArrayList<>();
            for (int i = 0; i < writers * each; i++) {
                calls.add(() -> log.append(StreamName.PUBLIC, news(1)));
            }
            List<Long> seqs = new ArrayList<>();
            for (Future<List<PlacedEntry>> answer : pool.invokeAll(calls)) {
                seqs.add(answer.get().getFirst().entry().seq());
            }
            assertThat(seqs)
                    .containsExactlyInAnyOrderElementsOf(
                            LongStream.rangeClosed(1, writers * each).boxed().toList());
        }
        assertThat(log.last()).isEqualTo(new Position(writers * each));
        InMemoryHubLog other = new InMemoryHubLog(BALI, KEYS, CLOCK, new Random(5));
        for (List<Entry> range = log.read(OWN, 0, 1_000, 9_999_999);
                !range.isEmpty();
                range = log.read(OWN, other.head(OWN).seq(), 1_000, 9_999_999)) {
            assertThat(other.accept(new EntryRange(OWN, range))).isInstanceOf(Accepted.class);
        }
        assertThat(other.head(OWN)).isEqualTo(log.head(OWN));
    }

    @Test
    void concurrentRangesOfOneStreamAreTakenInOnce() throws Exception {
        appendAtBali(50);
        try (var pool = Executors.newFixedThreadPool(4)) {
            List<Callable<Acceptance>> calls = IntStream.range(0, 4)
                    .<Callable<Acceptance>>mapToObj(i -> () -> log.accept(baliAfter(0)))
                    .toList();
            List<Acceptance> answers = new ArrayList<>();
            for (Future<Acceptance> answer : pool.invokeAll(calls)) {
                answers.add(answer.get());
            }
            assertThat(answers).filteredOn(Accepted.class::isInstance).hasSize(1);
            assertThat(answers).filteredOn(AlreadyKnown.class::isInstance).hasSize(3);
        }
        assertThat(log.last()).isEqualTo(new Position(50));
    }

    @Test
    void anErasedPayloadIsGoneAndTheChainStillVerifies() {
        log.append(StreamName.PUBLIC, news(3));
        log.append(StreamName.PUBLIC, List.of(erased("public", 2L)));

        assertErased(OWN, false, true, false, false);
        log.close();
        log = open();
        assertErased(OWN, false, true, false, false);
        InMemoryHubLog other = new InMemoryHubLog(BALI, KEYS, CLOCK, new Random(5));
        assertThat(other.accept(new EntryRange(OWN, log.read(OWN, 0, 10, 1_000_000))))
                .isInstanceOf(Accepted.class);
    }

    @Test
    @DisplayName("S3: an author's erasure is done as it comes in, and what is erased does not come back by a repeat")
    void anErasureFromAfarIsDoneAndStays() {
        appendAtBali(3);
        EntryRange before = baliAfter(0);
        bali.append(StreamName.PUBLIC, List.of(erased("public", 1L, 3L)));
        log.accept(before);

        assertThat(log.accept(baliAfter(3))).isInstanceOf(Accepted.class);

        assertErased(THEIRS, true, false, true, false);
        assertThat(log.accept(before)).isEqualTo(new AlreadyKnown());
        assertErased(THEIRS, true, false, true, false);
    }

    @Test
    @DisplayName("F2: who gets the payload from a relay that has not erased it keeps it out all the same")
    void whatComesWithItsErasureIsNeverKept() {
        appendAtBali(3);
        List<Entry> range = new ArrayList<>(baliAfter(0).entries());
        bali.append(StreamName.PUBLIC, List.of(erased("public", 2L)));
        range.addAll(baliAfter(3).entries());

        log.accept(new EntryRange(THEIRS, range));

        assertErased(THEIRS, false, true, false, false);
    }

    @Test
    @DisplayName("F1: in a new epoch a hub says again what it holds, and what it says next goes there")
    void aNewEpochGoesOnWhereAStreamStandsStill() {
        InMemoryHubLog twin = forkedAtBali();
        bali.append(StreamName.PUBLIC, List.of(erased("public", 1L)));
        assertThat(bali.freeze(proofOf(twin))).isTrue();
        assertThat(Epochs.begin(bali, BALI.hub(), StreamName.PUBLIC, said -> {}))
                .isTrue();
        assertThat(Epochs.begin(bali, BALI.hub(), StreamName.PUBLIC, said -> {}))
                .isFalse();
        bali.append(StreamName.PUBLIC, news(1));
        appendTwinsBranch(twin);

        assertThat(Epochs.current(log, THEIRS)).isEqualTo(THEIRS);
        log.accept(new EntryRange(SECOND, bali.read(SECOND, 0, 1, 1)));
        assertThat(Epochs.current(log, SECOND)).as("not all is said again").isEqualTo(THEIRS);
        log.accept(new EntryRange(SECOND, bali.read(SECOND, 0, 9, 1_000_000)));

        log.close();
        log = open();
        assertThat(Epochs.current(log, THEIRS)).isEqualTo(SECOND);
        assertThat(log.forks()).extracting(Fork::stream).containsExactly(THEIRS);
        assertThat(log.head(THEIRS)).as("the other branch stays as evidence").isEqualTo(twin.head(THEIRS));
        assertThat(log.read(SECOND, 1, 9, 1_000_000))
                .extracting(entry -> entry.header().kind())
                .containsExactly("test.happened", "log.erased", "test.happened");
        assertThat(log.read(SECOND, 1, 1, 1_000_000).getFirst().content())
                .isEqualTo(bali.read(THEIRS, 1, 1, 1_000_000).getFirst().content());
        assertErased(THEIRS, true, false);
    }

    @Test
    @DisplayName("F1: an epoch without the proof of a fork is refused")
    void anEpochNeedsAProof() {
        appendAtBali(1);
        InMemoryHubLog cheating = new InMemoryHubLog(BALI, KEYS, CLOCK, new Random(7));
        cheating.append(SECOND.name(), news(1));
        assertThat(log.accept(new EntryRange(SECOND, cheating.read(SECOND, 0, 9, 1_000_000))))
                .isEqualTo(new Rejected(Reason.MALFORMED));
        List<Entry> same =
                bali.read(THEIRS, 0, 1, 1_000_000).stream().map(Entry::bare).toList();
        InMemoryHubLog lying = new InMemoryHubLog(BALI, KEYS, CLOCK, new Random(8));
        lying.append(SECOND.name(), List.of(new EpochBegun(Head.NONE, 0, new Fork(THEIRS, 1, same, same)).entry()));
        assertThat(log.accept(new EntryRange(SECOND, lying.read(SECOND, 0, 9, 1_000_000))))
                .isEqualTo(new Rejected(Reason.MALFORMED));
    }

    @Test
    void ownWritesGoToTheEpochThatCounts() {
        log.append(StreamName.PUBLIC, news(2));
        InMemoryHubLog twin = new InMemoryHubLog(JATIM, KEYS, CLOCK, new Random(12));
        twin.append(StreamName.PUBLIC, news(1));
        log.accept(new EntryRange(OWN, twin.read(OWN, 0, 9, 1_000_000)));
        assertThatThrownBy(() -> log.append(StreamName.PUBLIC, news(1))).isInstanceOf(LogUnavailable.class);
        assertThat(Epochs.standingStill(log, JATIM.hub())).containsExactly(StreamName.PUBLIC);

        Epochs.begin(log, JATIM.hub(), StreamName.PUBLIC, said -> {});

        assertThat(Epochs.standingStill(log, JATIM.hub())).isEmpty();
        assertThat(log.append(StreamName.PUBLIC, news(1)).getFirst().entry().stream()
                        .name())
                .hasToString("public~2");
        assertThat(log.head(new StreamId(JATIM.hub(), SECOND.name())).seq()).isEqualTo(4);
    }

    @Test
    void whatIsErasedBeforeItComesIsNeverKept() {
        InMemoryHubLog twin = forkedAtBali();
        bali.freeze(proofOf(twin));
        Epochs.begin(bali, BALI.hub(), StreamName.PUBLIC, said -> {});
        bali.append(StreamName.PUBLIC, List.of(erased("public", 2L)));
        log.accept(new EntryRange(SECOND, bali.read(SECOND, 0, 9, 1_000_000)));
        log.close();
        log = open();

        log.accept(baliAfter(0));

        assertErased(THEIRS, false, true);
        assertThat(log.head(THEIRS)).isEqualTo(bali.head(THEIRS));
    }

    /** Bali's key has signed the second entry twice; answers the log that has the other one. */
    private InMemoryHubLog forkedAtBali() {
        appendAtBali(1);
        InMemoryHubLog twin = InMemoryHubLog.restored(bali, BALI, KEYS, CLOCK, new Random(9));
        appendAtBali(1);
        twin.append(StreamName.PUBLIC, news(1));
        return twin;
    }

    private Fork proofOf(InMemoryHubLog twin) {
        return new Fork(THEIRS, 2, bare(bali.read(THEIRS, 1, 1, 9_999)), bare(twin.read(THEIRS, 1, 1, 9_999)));
    }

    private void appendTwinsBranch(InMemoryHubLog twin) {
        log.accept(new EntryRange(THEIRS, twin.read(THEIRS, 0, 9, 1_000_000)));
    }

    @Test
    @DisplayName("F6: only the author of a stream erases in it, only for its audience, and never an erasure")
    void nobodyElseErases() {
        log.append(StreamName.PUBLIC, news(2));
        log.append(ROOM, List.of(erased("public", 1L)));
        log.append(StreamName.PUBLIC, List.of(erased("public~2", 1L)));
        log.append(StreamName.PUBLIC, List.of(erased("public", 3L)));
        appendAtBali(1);
        bali.append(StreamName.PUBLIC, List.of(erased("public", 2L)));
        log.accept(baliAfter(0));

        assertErased(OWN, false, false, false, false);
    }

    @Test
    @DisplayName("F2: an erasure whose words were held back is refused")
    void anErasureWithoutItsWordsIsRefused() {
        appendAtBali(1);
        bali.append(StreamName.PUBLIC, List.of(erased("public", 1L)));
        List<Entry> range = baliAfter(0).entries();

        assertThat(log.accept(
                        new EntryRange(THEIRS, range.stream().map(Entry::bare).toList())))
                .isEqualTo(new Rejected(Reason.BAD_PAYLOAD));
    }

    private void assertErased(StreamId stream, Boolean... erased) {
        assertThat(log.read(stream, 0, 10, 1_000_000))
                .extracting(Entry::isErased)
                .containsExactly(erased);
    }

    private static NewEntry erased(String stream, Long... numbers) {
        return new Erased(new StreamName(stream), List.of(numbers), "person").entry();
    }

    @Test
    @DisplayName("X3: a kind this program does not know is kept and given on unchanged")
    void unknownKindsAreKept() {
        bali.append(StreamName.PUBLIC, List.of(new NewEntry("from.the.future", 65_535, new byte[] {1, 2, 3})));
        log.accept(baliAfter(0));

        Entry kept = log.read(THEIRS, 0, 1, 9_999).getFirst();
        Entry original = bali.read(THEIRS, 0, 1, 9_999).getFirst();
        assertThat(kept.headerBytes()).isEqualTo(original.headerBytes());
        assertThat(kept.content()).containsExactly(1, 2, 3);
    }

    @Test
    void limitsHoldAtTheirEdges() {
        assertThat(log.append(
                        StreamName.PUBLIC, List.of(new NewEntry("test.big", 1, new byte[LogLimits.CONTENT_BYTES_MAX]))))
                .hasSize(1);
        assertThatThrownBy(() -> new NewEntry("test.big", 1, new byte[LogLimits.CONTENT_BYTES_MAX + 1]))
                .hasMessageContaining("at most 262128");
        assertThat(log.append(StreamName.PUBLIC, news(1_000))).hasSize(1_000);
        assertThatThrownBy(() -> log.append(StreamName.PUBLIC, news(1_001))).hasMessageContaining("1001");
        assertThatThrownBy(() -> log.append(StreamName.PUBLIC, List.of())).hasMessageContaining("came: 0");
    }

    @Test
    void followersAreToldAfterEachAddition() {
        AtomicInteger told = new AtomicInteger();
        Runnable stop = log.onAdded(told::incrementAndGet);
        log.append(StreamName.PUBLIC, news(1));
        appendAtBali(1);
        log.accept(baliAfter(0));
        log.accept(baliAfter(0));
        assertThat(told).hasValue(2);
        stop.run();
        log.append(StreamName.PUBLIC, news(1));
        assertThat(told).hasValue(2);
    }

    void appendAtBali(int count) {
        bali.append(StreamName.PUBLIC, news(count));
    }

    EntryRange baliAfter(long after) {
        return new EntryRange(THEIRS, bali.read(THEIRS, after, 1_000, 10_000_000));
    }

    protected static List<NewEntry> news(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new NewEntry("test.happened", 1, ("number " + i).getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    private static HubIdentity identity(String hub, int first) {
        byte[] seed = new byte[32];
        seed[0] = (byte) first;
        return HubIdentity.ofSeed(new HubId(hub), seed);
    }
}
