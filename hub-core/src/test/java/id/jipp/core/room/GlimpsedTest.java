package id.jipp.core.room;

import static org.assertj.core.api.Assertions.assertThat;

import id.jipp.core.log.Entry;
import id.jipp.core.log.EntryRange;
import id.jipp.core.log.Erased;
import id.jipp.core.log.InMemoryHubLog;
import id.jipp.core.log.NewEntry;
import id.jipp.core.log.StreamId;
import id.jipp.core.log.Streams;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A room's newest messages are shown before its history, and give way to it. */
class GlimpsedTest {
    private static final int SAID = 300;

    private final TestHub bali = new TestHub("bali");
    private final TestHub jatim = new TestHub("jatim");
    private final RoomId room = bali.rooms
            .open("Sampah pasar", "", List.of(), Set.of(jatim.id), bali.coordinator)
            .orThrow()
            .id();
    private final StreamId share = new StreamId(bali.id, room.stream());
    private final long opening = bali.log.head(share).seq();
    private final List<RoomChange> told = new CopyOnWriteArrayList<>();

    @BeforeEach
    void talk() {
        sayMany(SAID);
        jatim.rooms.onChange(told::add);
    }

    @AfterEach
    void close() {
        bali.close();
        jatim.close();
    }

    @Test
    @DisplayName("X1: the newest messages stand at the end, behind what is here, until the history takes their place")
    void theNewestStandAtTheEndUntilTheHistoryIsHere() {
        carry(opening + 100);
        jatim.rooms.glimpses().see(newest(50));

        assertThat(jatim.rooms.isEarlierOnTheWay(room, jatim.staff)).isTrue();
        assertThat(told)
                .anySatisfy(change -> assertThat(change.arrived()).hasSize(50).allMatch(Message::isGlimpsed));
        List<Message> shown = jatim.rooms.before(room, null, 200, jatim.staff);
        assertThat(shown).extracting(Message::text).isEqualTo(texts(1, 100, 251, 300));
        assertThat(shown).isSortedAccordingTo(Comparator.comparingLong(Message::order));

        carry(opening + 270);
        shown = jatim.rooms.before(room, null, 200, jatim.staff);
        assertThat(shown).extracting(Message::text).isEqualTo(texts(101, 300));
        assertThat(shown).filteredOn(Message::isGlimpsed).hasSize(30);

        carry(bali.log.head(share).seq());
        assertThat(jatim.rooms.isEarlierOnTheWay(room, jatim.staff)).isFalse();
        assertThat(jatim.rooms.before(room, null, 200, jatim.staff))
                .isEqualTo(bali.rooms.before(room, null, 200, bali.staff));
        assertThat(jatim.rooms.count(room, jatim.staff)).isEqualTo(SAID);
    }

    @Test
    @DisplayName("X1: pages go on from what was glimpsed to what is here, each message once")
    void pagesGoOnFromWhatWasGlimpsed() {
        carry(opening + 100);
        jatim.rooms.glimpses().see(newest(50));
        assertThat(jatim.rooms.count(room, jatim.staff)).isEqualTo(150);

        List<String> paged = new ArrayList<>();
        for (int page = 4; page >= 0; page--) {
            jatim.rooms.page(room, page, 40, jatim.staff).forEach(message -> paged.add(message.text()));
        }
        assertThat(paged).isEqualTo(texts(1, 100, 251, 300));

        List<String> back = new ArrayList<>();
        List<Message> some = jatim.rooms.before(room, null, 40, jatim.staff);
        while (!some.isEmpty()) {
            some.reversed().forEach(message -> back.addFirst(message.text()));
            some = jatim.rooms.before(room, some.getFirst().id(), 40, jatim.staff);
        }
        assertThat(back).isEqualTo(texts(1, 100, 251, 300));

        List<String> forth = new ArrayList<>();
        some = jatim.rooms.after(room, null, 40, jatim.staff);
        while (!some.isEmpty()) {
            some.forEach(message -> forth.add(message.text()));
            some = jatim.rooms.after(room, some.getLast().id(), 40, jatim.staff);
        }
        assertThat(forth).isEqualTo(texts(1, 100, 251, 300));
    }

    @Test
    @DisplayName("X1: of a room not known yet nothing is shown before its opening is here")
    void nothingIsShownBeforeTheOpeningIsHere() {
        jatim.rooms.glimpses().see(newest(50));
        assertThat(jatim.rooms.before(room, null, 200, jatim.staff)).isEmpty();

        carry(opening);
        assertThat(jatim.rooms.before(room, null, 200, jatim.staff))
                .extracting(Message::text)
                .isEqualTo(texts(251, 300));
    }

    @Test
    @DisplayName("F6: what a hub says that does not take part is not shown")
    void whoDoesNotTakePartIsNotShown() {
        carry(opening);
        try (TestHub maluku = new TestHub("maluku")) {
            StreamId foreign = new StreamId(maluku.id, room.stream());
            maluku.log.append(room.stream(), List.of(said(1)));
            jatim.rooms.glimpses().see(new EntryRange(foreign, maluku.log.read(foreign, 0, 1, 1 << 20)));
        }

        assertThat(jatim.rooms.before(room, null, 200, jatim.staff)).isEmpty();
        assertThat(jatim.rooms.isEarlierOnTheWay(room, jatim.staff)).isFalse();
    }

    @Test
    @DisplayName("An erased message shows nothing, nor does one whose erasure was glimpsed with it")
    void whatWasErasedIsNotShown() {
        carry(opening);
        long last = bali.log.head(share).seq();
        List<Entry> withWords = newest(10).entries();
        bali.log.append(room.stream(), List.of(new Erased(room.stream(), List.of(last), "person").entry()));
        List<Entry> stillWithWords = new ArrayList<>(withWords);
        stillWithWords.add(bali.log.read(share, last, 1, 1 << 20).getFirst());

        for (EntryRange range : List.of(newest(11), new EntryRange(share, stillWithWords))) {
            jatim.rooms.glimpses().see(range);
            assertThat(jatim.rooms.before(room, null, 200, jatim.staff))
                    .extracting(Message::text)
                    .isEqualTo(texts(291, 299));
        }
    }

    @Test
    @DisplayName("L3: at most 50 of a stream are kept, and so many bytes over all rooms, the latest")
    void whatIsKeptIsBounded() {
        carry(opening);
        jatim.rooms.glimpses().see(newest(200));
        assertThat(jatim.rooms.before(room, null, 200, jatim.staff))
                .extracting(Message::text)
                .isEqualTo(texts(251, 300));

        String long4k = "x".repeat(4_000);
        for (int i = 0; i < 30; i++) {
            StreamId other = new StreamId(bali.id, new RoomId(bali.id, "ruang%011d".formatted(i)).stream());
            List<NewEntry> much = new ArrayList<>();
            for (int n = 0; n < 50; n++) {
                much.add(new MessageSaid("client-" + n, "", long4k, "staf", "", "", Map.of(), TestHub.CLOCK.instant())
                        .entry());
            }
            bali.log.append(other.name(), much);
            jatim.rooms.glimpses().see(new EntryRange(other, bali.log.read(other, 0, 50, 1 << 24)));
        }
        assertThat(jatim.rooms.before(room, null, 200, jatim.staff)).isEmpty();
    }

    @Test
    @DisplayName("F1: what came turns out to be followed by something else: the glimpse goes")
    void whatDoesNotFollowGoes() {
        carry(opening + 100);
        InMemoryHubLog twin = Streams.twin(bali.log, bali.identity());
        sayMany(5);
        twin.append(room.stream(), List.of(said(999)));
        jatim.rooms.glimpses().see(newest(5));
        assertThat(jatim.rooms.isEarlierOnTheWay(room, jatim.staff)).isTrue();

        Streams.copy(twin, jatim.log, share);
        jatim.caughtUp();

        assertThat(jatim.rooms.isEarlierOnTheWay(room, jatim.staff)).isFalse();
        assertThat(jatim.rooms.before(room, null, 1, jatim.staff).getFirst().text())
                .isEqualTo("pesan 999");
    }

    @Test
    @DisplayName("X1: who answers what was glimpsed comes after it at every hub, when all is here")
    void anAnswerComesAfterWhatItAnswers() {
        carry(opening + 100);
        jatim.rooms.glimpses().see(newest(50));
        jatim.rooms
                .say(room, "client-jawab", "", "jawaban", jatim.rooms.shownUpTo(room), jatim.staff)
                .orThrow();
        assertThat(jatim.rooms.before(room, null, 51, jatim.staff).getLast().text())
                .as("while the history is on its way")
                .isEqualTo("jawaban");
        carry(bali.log.head(share).seq());
        jatim.carryAll(room, bali);

        for (TestHub hub : List.of(bali, jatim)) {
            assertThat(hub.rooms.before(room, null, 1, hub.staff).getFirst().text())
                    .isEqualTo("jawaban");
        }
    }

    @Test
    @DisplayName("X4: a stream no longer accepted is no longer shown")
    void whatIsForgottenIsNotShown() {
        carry(opening);
        jatim.rooms.glimpses().see(newest(50));
        jatim.rooms.glimpses().forget(share);

        assertThat(jatim.rooms.before(room, null, 200, jatim.staff)).isEmpty();
        assertThat(told).anyMatch(RoomChange::reordered);
    }

    private EntryRange newest(int entries) {
        long head = bali.log.head(share).seq();
        return new EntryRange(share, bali.log.read(share, head - entries, entries, 1 << 24));
    }

    /** What bali has of its share, to jatim, up to that number. */
    private void carry(long upTo) {
        long held = jatim.log.head(share).seq();
        bali.carry(room, bali.id, jatim, (int) (upTo - held));
        assertThat(jatim.log.head(share).seq()).isEqualTo(upTo);
    }

    /** Each signed by itself. */
    private void sayMany(int messages) {
        for (int i = 1; i <= messages; i++) {
            bali.log.append(room.stream(), List.of(said(i)));
        }
        bali.caughtUp();
    }

    private static NewEntry said(int number) {
        return new MessageSaid(
                        "client-" + number,
                        "",
                        "pesan " + number,
                        "staf",
                        "Staf",
                        "",
                        Map.of(),
                        TestHub.CLOCK.instant())
                .entry();
    }

    private static List<String> texts(int... fromTo) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < fromTo.length; i += 2) {
            for (int number = fromTo[i]; number <= fromTo[i + 1]; number++) {
                texts.add("pesan " + number);
            }
        }
        return texts;
    }
}
