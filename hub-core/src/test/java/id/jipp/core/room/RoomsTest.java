package id.jipp.core.room;

import static org.assertj.core.api.Assertions.assertThat;

import id.jipp.core.log.Hash;
import id.jipp.core.log.HubId;
import id.jipp.core.log.NewEntry;
import id.jipp.core.outcome.Outcome;
import id.jipp.core.outcome.Outcome.Why;
import id.jipp.core.outcome.Problem;
import id.jipp.core.person.Person;
import id.jipp.core.person.PersonId;
import id.jipp.core.person.Role;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RoomsTest {
    private final TestHub bali = new TestHub("bali");
    private final TestHub jatim = new TestHub("jatim");
    private final TestHub maluku = new TestHub("maluku");

    @AfterEach
    void close() {
        bali.close();
        jatim.close();
        maluku.close();
    }

    @Test
    void whoOpensARoomFindsItAtOnce() {
        Room room = opened(List.of("Sesi 1", "Sesi 2"), jatim.id);

        assertThat(bali.rooms.all(bali.staff)).containsExactly(room);
        assertThat(room.hubs()).containsExactlyInAnyOrder(bali.id, jatim.id);
        assertThat(room.topics()).containsExactly("Sesi 1", "Sesi 2");
    }

    @Test
    void aRoomWithoutTopicsHasOne() {
        assertThat(opened(List.of(" ")).topics()).containsExactly("Umum");
    }

    @Test
    void onlyACoordinatorOpensARoom() {
        assertThat(bali.rooms.open("Ruang", "", List.of(), Set.of(), bali.staff))
                .satisfies(outcome -> refused(outcome, Why.FORBIDDEN, "coordinator-only"));
    }

    @Test
    void aRoomNeedsATitleAndKeepsItsBounds() {
        Outcome<Room> outcome = bali.rooms.open(
                "  ", "t".repeat(501), Collections.nCopies(1, "x".repeat(81)), Set.of(), bali.coordinator);

        assertThat(outcome)
                .isEqualTo(new Outcome.Refused<Room>(
                        Why.INVALID,
                        List.of(
                                Problem.of("title", "required"),
                                Problem.of("purpose", "too-long", 500, 501),
                                Problem.of("topics", "too-long", 80, 81))));
    }

    @Test
    @DisplayName("M4: a room opened again under the same key is the same room")
    void aRoomOpenedAgainUnderItsKeyIsTheSame() {
        RoomId id = bali.rooms.idOf(Hash.sha256(new byte[] {1}));
        Room first = bali.rooms
                .open(id, "Kelas", "", List.of(), Set.of(), bali.coordinator)
                .orThrow();
        Room again = bali.rooms
                .open(id, "Kelas", "", List.of(), Set.of(), bali.coordinator)
                .orThrow();

        assertThat(again).isEqualTo(first);
        assertThat(bali.head(id, bali.id).seq()).isEqualTo(1);
        assertThat(bali.rooms.idOf(Hash.sha256(new byte[] {2}))).isNotEqualTo(id);
    }

    @Test
    void whatIsSaidIsThereWhenTheAnswerComes() {
        Room room = opened(List.of());
        Message said = say(bali, room, "Selamat pagi");

        assertThat(bali.rooms.before(room.id(), null, 50, bali.staff)).containsExactly(said);
        assertThat(said.authorName()).isEqualTo("staf bali");
        assertThat(said.topic()).isEqualTo("Umum");
        assertThat(said.sentAt()).isEqualTo(TestHub.CLOCK.instant());
    }

    @Test
    void aMessageSaidAtOneHubIsReadAtTheOther() {
        Room room = opened(List.of(), jatim.id);
        Message said = say(bali, room, "Dari Bali");
        bali.carryAll(room.id(), jatim);

        assertThat(jatim.rooms.before(room.id(), null, 50, jatim.staff)).containsExactly(said);
        assertThat(jatim.rooms.find(room.id(), jatim.staff)).contains(room);
    }

    @Test
    void aRoomOpenedElsewhereIsAnInvitationUntilOneHasBeenThere() {
        Room room = opened(List.of(), jatim.id);
        bali.carryAll(room.id(), jatim);
        List<PersonId> told = new ArrayList<>();
        jatim.rooms.onRead(told::add);

        assertThat(bali.rooms.isInvitation(room.id(), bali.staff)).isFalse();
        assertThat(jatim.rooms.isInvitation(room.id(), jatim.staff)).isTrue();
        jatim.rooms.markEntered(room.id(), jatim.staff);

        assertThat(jatim.rooms.isInvitation(room.id(), jatim.staff)).isFalse();
        assertThat(jatim.rooms.isInvitation(room.id(), jatim.coordinator)).isTrue();
        assertThat(jatim.rooms.lastRead(room.id(), jatim.staff)).isEmpty();
        assertThat(told).containsExactly(jatim.staff.id());
    }

    @Test
    void whoHasBeenInARoomAndThenReadsHasReadThat() {
        Room room = opened(List.of(), jatim.id);
        jatim.rooms.markEntered(room.id(), jatim.staff);
        Message said = say(bali, room, "Dari Bali");
        bali.carryAll(room.id(), jatim);
        jatim.rooms.markEntered(room.id(), jatim.staff);

        assertThat(jatim.rooms.unread(room.id(), jatim.staff)).isEqualTo(1);
        jatim.rooms.markRead(room.id(), said.id(), jatim.staff);

        assertThat(jatim.rooms.lastRead(room.id(), jatim.staff)).contains(said.id());
        assertThat(jatim.rooms.unread(room.id(), jatim.staff)).isZero();
    }

    @Test
    void anAnswerStandsBehindItsQuestionEverywhere() {
        Room room = opened(List.of(), jatim.id, maluku.id);
        Message question = say(bali, room, "Berapa biayanya?");
        bali.carryAll(room.id(), jatim);
        Message answer = say(jatim, room, "Dua juta");
        bali.carry(room.id(), bali.id, maluku, 3);
        jatim.carry(room.id(), jatim.id, maluku, 100);
        List<String> before = texts(maluku, room);
        bali.carryAll(room.id(), maluku);
        jatim.carryAll(room.id(), bali);

        assertThat(before).containsExactly("Dua juta");
        assertThat(texts(maluku, room)).containsExactly("Berapa biayanya?", "Dua juta");
        assertThat(texts(bali, room)).containsExactly("Berapa biayanya?", "Dua juta");
        assertThat(answer.order()).isGreaterThan(question.order());
    }

    @Test
    @DisplayName("N1: what was said on both sides of a cut stands in the same order on both when it heals")
    void aCutRoomHealsIntoOneOrder() {
        Room room = opened(List.of(), jatim.id);
        bali.carryAll(room.id(), jatim);
        for (int i = 0; i < 70; i++) {
            say(i % 3 == 0 ? jatim : bali, room, "pesan " + i);
        }
        bali.carryAll(room.id(), jatim);
        jatim.carryAll(room.id(), bali);

        assertThat(texts(bali, room)).hasSize(70).isEqualTo(texts(jatim, room));
    }

    @Test
    void theSameClientIdIsOneMessage() {
        Room room = opened(List.of());
        Message first = bali.rooms
                .say(room.id(), "client-0001", "", "Sekali", Map.of(), bali.staff)
                .orThrow();
        Message second = bali.rooms
                .say(room.id(), "client-0001", "", "Sekali lagi", Map.of(), bali.staff)
                .orThrow();

        assertThat(second).isEqualTo(first);
        assertThat(texts(bali, room)).containsExactly("Sekali");
    }

    @Test
    void theSameClientIdIsOneMessageAfterARestartToo() {
        Room room = opened(List.of());
        Message first = bali.rooms
                .say(room.id(), "client-0001", "", "Sekali", Map.of(), bali.staff)
                .orThrow();
        bali.restart();

        assertThat(bali.rooms
                        .say(room.id(), "client-0001", "", "Sekali", Map.of(), bali.staff)
                        .orThrow())
                .isEqualTo(first);
    }

    @Test
    void theSameClientIdOfTwoPeopleIsTwoMessages() {
        Room room = opened(List.of());
        bali.rooms.say(room.id(), "client-0001", "", "Satu", Map.of(), bali.staff);
        bali.rooms.say(room.id(), "client-0001", "", "Dua", Map.of(), bali.coordinator);

        assertThat(texts(bali, room)).containsExactly("Satu", "Dua");
    }

    @Test
    void aDoubleClickIsOneMessage() throws Exception {
        Room room = opened(List.of());
        try (ExecutorService two = Executors.newFixedThreadPool(8)) {
            List<Callable<Outcome<Message>>> clicks = Collections.nCopies(
                    24, () -> bali.rooms.say(room.id(), "client-0001", "", "Sekali", Map.of(), bali.staff));
            for (Future<Outcome<Message>> click : two.invokeAll(clicks)) {
                assertThat(click.get().orThrow().id().seq()).isEqualTo(2);
            }
        }
        assertThat(texts(bali, room)).containsExactly("Sekali");
    }

    @Test
    void claimsOfTheFutureAndOfUnknownHubsAreClamped() {
        Room room = opened(List.of());
        say(bali, room, "Satu");
        Message said = bali.rooms
                .say(
                        room.id(),
                        "client-0009",
                        "",
                        "Dua",
                        Map.of(bali.id, Long.MAX_VALUE, new HubId("entah"), 5L, jatim.id, 3L),
                        bali.staff)
                .orThrow();

        assertThat(said.after()).isEqualTo(Map.of(bali.id, 2L));
    }

    @Test
    void aMessageKeepsItsBounds() {
        Room room = opened(List.of());

        assertThat(bali.rooms.say(room.id(), "kurang", "Lain", " \u0007\n", Map.of(), bali.staff))
                .isEqualTo(new Outcome.Refused<Message>(
                        Why.INVALID,
                        List.of(
                                Problem.of("clientId", "client-id", 8, 64),
                                Problem.of("topic", "unknown-topic"),
                                Problem.of("text", "required"))));
        assertThat(bali.rooms.say(room.id(), "client-0001", "", "x".repeat(4_001), Map.of(), bali.staff))
                .satisfies(outcome -> refused(outcome, Why.INVALID, "too-long"));
    }

    @Test
    @DisplayName("X7: control characters and broken Unicode are left out, the rest is kept")
    void hostileTextIsKeptHarmless() {
        Room room = opened(List.of());
        Message said = say(bali, room, "baris 1\r\nbaris 2\u0000\u0007 \ud800x <b>\u202e");

        assertThat(said.text()).isEqualTo("baris 1\nbaris 2 x <b>\u202e");
    }

    @Test
    void assessorsReadAndDoNotTalk() {
        Room room = opened(List.of());
        Person assessor = bali.person("penilai", Role.ASSESSOR);

        assertThat(bali.rooms.all(assessor)).hasSize(1);
        assertThat(bali.rooms.say(room.id(), "client-0001", "", "Halo", Map.of(), assessor))
                .satisfies(outcome -> refused(outcome, Why.FORBIDDEN, "may-not-talk"));
    }

    @Test
    @DisplayName("W3: somebody of another hub does not get in by this hub's door")
    void someoneOfAnotherHubIsNotLetIn() {
        Room room = opened(List.of(), jatim.id);
        say(bali, room, "Rahasia");

        assertThat(bali.rooms.all(jatim.coordinator)).isEmpty();
        assertThat(bali.rooms.find(room.id(), jatim.coordinator)).isEmpty();
        assertThat(bali.rooms.before(room.id(), null, 50, jatim.coordinator)).isEmpty();
        assertThat(bali.rooms.say(room.id(), "client-0001", "", "Halo", Map.of(), jatim.coordinator))
                .satisfies(outcome -> refused(outcome, Why.NOT_FOUND, "unknown-room"));
    }

    @Test
    void aHubThatOnlyCarriesARoomDoesNotShowIt() {
        Room room = opened(List.of(), jatim.id);
        say(bali, room, "Antara kita");
        bali.carryAll(room.id(), maluku);

        assertThat(maluku.rooms.all(maluku.coordinator)).isEmpty();
        assertThat(maluku.rooms.before(room.id(), null, 50, maluku.coordinator)).isEmpty();
    }

    @Test
    @DisplayName("F6: only the room's own hub says who takes part; what others say there is ignored")
    void aHubCannotInviteItself() {
        Room room = opened(List.of(), jatim.id);
        bali.carryAll(room.id(), jatim);
        jatim.log.append(room.id().stream(), List.of(new RoomInvited("maluku").entry()));
        maluku.log.append(
                room.id().stream(),
                List.of(new MessageSaid("client-0001", "", "Halo", "x", "X", "", Map.of(), null).entry()));
        jatim.carryAll(room.id(), bali);
        maluku.carryAll(room.id(), bali);

        assertThat(bali.rooms.find(room.id(), bali.staff).orElseThrow().hubs())
                .containsExactlyInAnyOrder(bali.id, jatim.id);
        assertThat(texts(bali, room)).isEmpty();
        assertThat(bali.rooms.membership().takesPart(room.id().toString(), maluku.id))
                .isFalse();
    }

    @Test
    void whatAHubSaidBeforeWeKnewItTakesPartAppearsWhenWeDo() {
        Room room = opened(List.of(), jatim.id);
        bali.carryAll(room.id(), jatim);
        bali.rooms.invite(room.id(), maluku.id, bali.coordinator).orThrow();
        bali.carryAll(room.id(), maluku);
        say(maluku, room, "Dari Maluku");
        maluku.carry(room.id(), maluku.id, jatim, 10);
        List<String> before = texts(jatim, room);
        bali.carryAll(room.id(), jatim);

        assertThat(before).isEmpty();
        assertThat(texts(jatim, room)).containsExactly("Dari Maluku");
    }

    @Test
    void onlyTheRoomsHubInvites() {
        Room room = opened(List.of(), jatim.id);
        bali.carryAll(room.id(), jatim);

        assertThat(jatim.rooms.invite(room.id(), maluku.id, jatim.coordinator))
                .satisfies(outcome -> refused(outcome, Why.FORBIDDEN, "only-the-rooms-hub"));
        assertThat(bali.rooms.invite(room.id(), maluku.id, bali.staff))
                .satisfies(outcome -> refused(outcome, Why.FORBIDDEN, "coordinator-only"));
    }

    @Test
    void aSecondInvitationOfTheSameHubChangesNothing() {
        Room room = opened(List.of(), jatim.id);
        long head = bali.head(room.id(), bali.id).seq();

        assertThat(bali.rooms.invite(room.id(), jatim.id, bali.coordinator).orThrow())
                .isEqualTo(room);
        assertThat(bali.head(room.id(), bali.id).seq()).isEqualTo(head);
    }

    @Test
    void seenByNamesTheHubsKnownToHoldIt() {
        Room room = opened(List.of(), jatim.id, maluku.id);
        Message said = say(bali, room, "Halo");
        Set<HubId> before = bali.rooms.seenBy(room.id(), said.id());
        bali.carryAll(room.id(), jatim);

        assertThat(before).containsExactly(bali.id);
        assertThat(bali.rooms.seenBy(room.id(), said.id())).containsExactly(bali.id, jatim.id);
        assertThat(jatim.rooms.seenBy(room.id(), said.id())).containsExactly(bali.id, jatim.id);
    }

    @Test
    void historyIsReadPageByPageInBothDirections() {
        Room room = opened(List.of());
        IntStream.rangeClosed(1, 130).forEach(i -> say(bali, room, "pesan " + i));

        List<Message> newest = bali.rooms.before(room.id(), null, 50, bali.staff);
        List<Message> earlier = bali.rooms.before(room.id(), newest.getFirst().id(), 50, bali.staff);
        List<Message> behind = bali.rooms.after(room.id(), earlier.getLast().id(), 200, bali.staff);

        assertThat(newest).extracting(Message::text).startsWith("pesan 81").endsWith("pesan 130");
        assertThat(earlier).extracting(Message::text).startsWith("pesan 31").endsWith("pesan 80");
        assertThat(behind).isEqualTo(newest);
        assertThat(bali.rooms.after(room.id(), null, 1, bali.staff))
                .extracting(Message::text)
                .containsExactly("pesan 1");
    }

    @Test
    @DisplayName("C6: a lost or older projection is replayed from the log and is the same")
    void aLostProjectionIsReplayed() {
        Room room = opened(List.of(), jatim.id);
        IntStream.rangeClosed(1, 60).forEach(i -> say(bali, room, "pesan " + i));
        List<Message> before = bali.rooms.before(room.id(), null, 200, bali.staff);
        bali.projections.close();
        bali.store.loseDerived();
        bali.restart();

        assertThat(bali.rooms.before(room.id(), null, 200, bali.staff)).isEqualTo(before);
        assertThat(bali.rooms.all(bali.staff)).containsExactly(room);
    }

    @Test
    @DisplayName("C7: entries applied again after a crash change nothing")
    void appliedTwiceIsAppliedOnce() {
        Room room = opened(List.of(), jatim.id);
        say(bali, room, "Satu");
        bali.projections.close();
        bali.store.collection("rooms_checkpoint", RoomCheckpoint.class).clear();
        bali.restart();

        assertThat(texts(bali, room)).containsExactly("Satu");
    }

    @Test
    void onesOwnMessagesAreNeverUnread() {
        Room room = opened(List.of());
        say(bali, room, "Dari staf");
        bali.rooms.say(room.id(), "client-k001", "", "Dari koordinator", Map.of(), bali.coordinator);

        assertThat(bali.rooms.unread(room.id(), bali.staff)).isEqualTo(1);
        assertThat(bali.rooms.unread(room.id(), bali.coordinator)).isEqualTo(1);
    }

    @Test
    void readingEndsUnreadAndNeverGoesBack() {
        Room room = opened(List.of());
        Message first = say(bali, room, "Satu");
        Message second = say(bali, room, "Dua");
        bali.rooms.markRead(room.id(), second.id(), bali.coordinator);
        bali.rooms.markRead(room.id(), first.id(), bali.coordinator);

        assertThat(bali.rooms.unread(room.id(), bali.coordinator)).isZero();
        assertThat(bali.rooms.lastRead(room.id(), bali.coordinator)).contains(second.id());
    }

    @Test
    void whatArrivesLateIsUnreadEvenWhereItStandsEarlier() {
        Room room = opened(List.of(), jatim.id);
        bali.carryAll(room.id(), jatim);
        say(jatim, room, "Tertahan di Jatim");
        say(bali, room, "Satu");
        Message last = say(bali, room, "Dua");
        bali.rooms.markRead(room.id(), last.id(), bali.coordinator);
        jatim.carryAll(room.id(), bali);

        assertThat(texts(bali, room).getLast()).isEqualTo("Dua");
        assertThat(bali.rooms.unread(room.id(), bali.coordinator)).isEqualTo(1);
    }

    @Test
    @DisplayName("L5: who floods a room is told to wait, and may go on after")
    void aFloodIsRefusedWithTheSecondsToWait() {
        Room room = opened(List.of());
        IntStream.range(0, RoomLimits.SAY_BURST).forEach(i -> say(bali, room, "pesan " + i));

        assertThat(bali.rooms.say(room.id(), "client-over", "", "Lagi", Map.of(), bali.staff))
                .isEqualTo(Outcome.refused(Why.LIMIT, "", "slow-down", 1));
        assertThat(bali.rooms.say(room.id(), "client-k001", "", "Saya boleh", Map.of(), bali.coordinator))
                .isInstanceOf(Outcome.Done.class);
        bali.nanoTime.addAndGet(RoomLimits.SAY_EVERY.toNanos());
        assertThat(bali.rooms.say(room.id(), "client-over", "", "Lagi", Map.of(), bali.staff))
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void listenersHearOneChangeForABatch() {
        Room room = opened(List.of(), jatim.id);
        say(bali, room, "Satu");
        say(bali, room, "Dua");
        List<RoomChange> heard = Collections.synchronizedList(new ArrayList<>());
        jatim.rooms.onChange(heard::add);
        bali.carry(room.id(), bali.id, jatim, 100);
        jatim.restart();

        assertThat(heard).hasSize(1);
        assertThat(heard.getFirst().roomChanged()).isTrue();
        assertThat(heard.getFirst().arrived()).extracting(Message::text).containsExactly("Satu", "Dua");
    }

    @Test
    @DisplayName("L6: a payload that is no message stays in the log and is not shown")
    void unreadablePayloadsAreNotShown() {
        Room room = opened(List.of());
        for (String hostile : List.of(
                "{",
                "null",
                "[]",
                "\"x\"",
                "{\"text\":{}}",
                "{\"text\":\"x\"}",
                "{\"a\":".repeat(2_000),
                "{\"after\":5}")) {
            bali.log.append(
                    room.id().stream(),
                    List.of(new NewEntry(
                            MessageSaid.KIND, MessageSaid.VERSION, hostile.getBytes(StandardCharsets.UTF_8))));
        }
        bali.log.append(room.id().stream(), List.of(new NewEntry("message.sung", 1, new byte[] {1})));
        Message said = say(bali, room, "Masih jalan");

        assertThat(texts(bali, room)).containsExactly("Masih jalan");
        assertThat(said.id().seq()).isEqualTo(11);
    }

    @Test
    @DisplayName("X3: a message of an unknown topic or with fields of tomorrow is shown under the default topic")
    void fieldsOfTomorrowAreIgnored() {
        Room room = opened(List.of("Sesi 1", "Sesi 2"));
        bali.log.append(room.id().stream(), List.of(new NewEntry(MessageSaid.KIND, MessageSaid.VERSION, """
                        {"text":"Halo","author":"x","authorName":"X","topic":"Besok","mood":"senang","after":{"BALI":3,"bali":-1,"jatim":null}}""".getBytes(
                        StandardCharsets.UTF_8))));
        bali.caughtUp();

        assertThat(bali.rooms.before(room.id(), null, 1, bali.staff).getFirst())
                .satisfies(message -> assertThat(message.topic()).isEqualTo("Sesi 1"))
                .satisfies(message -> assertThat(message.after()).isEmpty());
    }

    @Test
    @DisplayName("L6: a time beyond all calendars does not stop a room; the entry's own time stands for it")
    void aTimeBeyondAllCalendarsStopsNothing() {
        Room room = opened(List.of());
        for (String never : List.of("10000000000000000", "-99999999999", "\"+1000000000-12-31T23:59:59Z\"")) {
            bali.log.append(
                    room.id().stream(),
                    List.of(new NewEntry(
                            MessageSaid.KIND,
                            MessageSaid.VERSION,
                            "{\"text\":\"Halo\",\"author\":\"x\",\"authorName\":\"X\",\"sentAt\":%s}"
                                    .formatted(never)
                                    .getBytes(StandardCharsets.UTF_8))));
        }
        bali.caughtUp();

        assertThat(bali.rooms.before(room.id(), null, 3, bali.staff))
                .hasSize(3)
                .allMatch(message -> message.sentAt().isBefore(java.time.Instant.parse("2100-01-01T00:00:00Z")));
    }

    @Test
    void theLiveliestRoomComesFirst() {
        Room first = opened(List.of());
        Room second = opened(List.of());
        say(bali, first, "Halo");

        assertThat(bali.rooms.all(bali.staff)).extracting(Room::id).containsExactly(first.id(), second.id());
    }

    private Room opened(List<String> topics, HubId... invited) {
        return bali.rooms
                .open("Menuju Birokrasi Berdampak", "Belajar meniru", topics, Set.of(invited), bali.coordinator)
                .orThrow();
    }

    private int said;

    /** Says it after all that is held at that hub. */
    private Message say(TestHub hub, Room room, String text) {
        return hub.rooms
                .say(room.id(), "client-%04d".formatted(said++), "", text, hub.rooms.heads(room.id()), hub.staff)
                .orThrow();
    }

    private static List<String> texts(TestHub hub, Room room) {
        return hub.rooms.before(room.id(), null, 200, new Person(new PersonId(hub.id, "p"), "P", "", Set.of())).stream()
                .map(Message::text)
                .toList();
    }

    private static void refused(Outcome<?> outcome, Why why, String reason) {
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            assertThat(refused.why()).isEqualTo(why);
            assertThat(((Problem) refused.problems().getFirst()).reason()).isEqualTo(reason);
        });
    }
}
