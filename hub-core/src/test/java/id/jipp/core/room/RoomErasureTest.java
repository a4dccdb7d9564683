package id.jipp.core.room;

import static org.assertj.core.api.Assertions.assertThat;

import id.jipp.core.log.Epochs;
import id.jipp.core.log.Erased;
import id.jipp.core.log.ErasureReason;
import id.jipp.core.log.InMemoryHubLog;
import id.jipp.core.log.StreamId;
import id.jipp.core.log.StreamName;
import id.jipp.core.log.Streams;
import id.jipp.core.outcome.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is erased is gone from a room at every hub, and a share that was signed twice goes on in a new epoch. */
class RoomErasureTest {
    private TestHub bali;
    private TestHub jatim;
    private RoomId room;

    @BeforeEach
    void open() {
        bali = new TestHub("bali");
        jatim = new TestHub("jatim");
        room = bali.rooms
                .open("Sampah pasar", "", List.of(), Set.of(jatim.id), bali.coordinator)
                .orThrow()
                .id();
        bali.carryAll(room, jatim);
    }

    @AfterEach
    void close() {
        bali.close();
        jatim.close();
    }

    @Test
    void anErasedMessageIsGoneEverywhereAndScreensReadAgain() {
        Message gone = said(bali, "nomor telepon Bu Ketut");
        said(bali, "terima kasih");
        bali.carryAll(room, jatim);
        said(jatim, "sama-sama");
        CompletableFuture<RoomChange> readAgain = new CompletableFuture<>();
        jatim.rooms.onChange(change -> {
            if (change.reordered()) {
                readAgain.complete(change);
            }
        });

        assertThat(bali.rooms
                        .erase(room, gone.id(), ErasureReason.PERSON, bali.coordinator)
                        .orThrow())
                .isTrue();
        bali.carryAll(room, jatim);

        assertThat(texts(bali)).containsExactly("terima kasih");
        assertThat(texts(jatim)).containsExactly("terima kasih", "sama-sama");
        assertThat(readAgain)
                .succeedsWithin(Duration.ofSeconds(20))
                .satisfies(change -> assertThat(change.arrived()).isEmpty());
        for (TestHub hub : List.of(bali, jatim)) {
            assertThat(hub.store.toString()).doesNotContain("telepon");
            assertThat(Streams.kept(hub.log, share(bali, room.stream()))).doesNotContain("telepon");
        }
        jatim.restart();
        assertThat(texts(jatim)).containsExactly("terima kasih", "sama-sama");
    }

    @Test
    void onlyACoordinatorOfTheHubThatSaidItErases() {
        Message said = said(bali, "halo");
        bali.carryAll(room, jatim);
        assertThat(bali.rooms.erase(room, said.id(), ErasureReason.RULES, bali.staff))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(jatim.rooms.erase(room, said.id(), ErasureReason.RULES, jatim.coordinator))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(texts(bali)).containsExactly("halo");
    }

    @Test
    void aRoomOfWhichNothingIsLeftIsGone() {
        said(bali, "halo");
        bali.carryAll(room, jatim);
        bali.log.append(room.stream(), List.of(new Erased(room.stream(), List.of(1L), "person").entry()));
        bali.carryAll(room, jatim);

        assertThat(jatim.rooms.find(room, jatim.coordinator)).isEmpty();
        jatim.restart();
        assertThat(jatim.rooms.find(room, jatim.coordinator)).isEmpty();
        assertThat(jatim.store.toString()).doesNotContain("Sampah pasar").doesNotContain("halo");
    }

    @Test
    @DisplayName("F1: a room's share that was signed twice goes on in a new epoch, the same at every hub")
    void aShareGoesOnInANewEpoch() {
        said(bali, "sebelum");
        StreamId first = share(bali, room.stream());
        InMemoryHubLog twin = Streams.twin(bali.log, bali.identity());
        Message ours = said(bali, "cabang kami");
        twin.append(
                room.stream(),
                List.of(new MessageSaid("client-twin", "", "cabang lain", "staf", "Staf", "", Map.of(), null).entry()));
        Streams.copy(twin, jatim.log, first);
        jatim.caughtUp();
        assertThat(texts(jatim)).containsExactly("sebelum", "cabang lain");
        bali.log.freeze(Streams.proof(bali.log, twin, first, ours.id().seq()));

        Epochs.begin(bali.log, bali.id, room.stream(), said -> {});
        bali.caughtUp();
        said(bali, "sesudah");
        Streams.copy(bali.log, jatim.log, share(bali, room.stream().at(2)));
        jatim.caughtUp();

        for (TestHub hub : List.of(bali, jatim)) {
            assertThat(texts(hub)).containsExactly("sebelum", "cabang kami", "sesudah");
            hub.restart();
            assertThat(texts(hub)).containsExactly("sebelum", "cabang kami", "sesudah");
        }
        Message again = bali.rooms.before(room, null, 9, bali.coordinator).get(1);
        bali.rooms
                .erase(room, again.id(), ErasureReason.PERSON, bali.coordinator)
                .orThrow();
        assertThat(Streams.kept(bali.log, first)).doesNotContain("cabang kami");
        assertThat(texts(bali)).containsExactly("sebelum", "sesudah");
    }

    private Message said(TestHub hub, String text) {
        return hub.rooms
                .say(room, "client-" + text.hashCode(), "", text, hub.rooms.heads(room), hub.coordinator)
                .orThrow();
    }

    private List<String> texts(TestHub hub) {
        return hub.rooms.before(room, null, 200, hub.coordinator).stream()
                .map(Message::text)
                .toList();
    }

    private static StreamId share(TestHub hub, StreamName name) {
        return new StreamId(hub.id, name);
    }
}
