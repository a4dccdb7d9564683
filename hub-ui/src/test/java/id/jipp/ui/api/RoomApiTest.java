package id.jipp.ui.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.jipp.core.area.AreaCode;
import id.jipp.core.identity.HubIdentity;
import id.jipp.core.log.EntryRange;
import id.jipp.core.log.HubId;
import id.jipp.core.log.InMemoryHubLog;
import id.jipp.core.log.NewEntry;
import id.jipp.core.log.StreamId;
import id.jipp.core.peer.PeerHeads;
import id.jipp.core.person.Person;
import id.jipp.core.person.PersonId;
import id.jipp.core.person.Role;
import id.jipp.core.projection.Projections;
import id.jipp.core.room.Room;
import id.jipp.core.room.RoomId;
import id.jipp.core.room.RoomLimits;
import id.jipp.core.room.Rooms;
import id.jipp.core.settings.HubSettings;
import id.jipp.core.store.InMemoryDocuments;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;

/** The rooms of the API over real rooms in memory, whose clock stands still. */
class RoomApiTest {
    private static final HubId BALI = new HubId("bali");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T03:00:00Z"), ZoneOffset.UTC);

    private final HubIdentity identity = HubIdentity.ofSeed(BALI, new byte[32]);
    private final InMemoryHubLog log = new InMemoryHubLog(identity, hub -> identity.publicKey(), CLOCK, new Random(1));
    private final Projections projections = new Projections(log);
    private final Rooms rooms =
            Rooms.of(BALI, log, new InMemoryDocuments.Store(), projections, new PeerHeads(), CLOCK, () -> 0);
    private final Person coordinator =
            new Person(new PersonId(BALI, "koordinator"), "Koordinator", "", Set.of(Role.COORDINATOR));
    private final RoomApi api = new RoomApi(
            rooms,
            new OnePerson(coordinator),
            new HubSettings(BALI, "Bali", new AreaCode("51"), Path.of("target"), URI.create("http://x"), null));
    private final Room room =
            rooms.open("Kelas", "", List.of(), Set.of(), coordinator).orThrow();

    @AfterEach
    void stop() {
        projections.close();
    }

    @Test
    void theTotalIsHowManyThereAreAndPagesCountBackFromTheNewest() {
        for (int i = 1; i <= 5; i++) {
            say("pesan " + i);
        }

        var newest = api.messages(room.id().toString(), null, null, null, 2);
        assertThat(newest.total()).isEqualTo(5);
        assertThat(newest.items()).extracting(RoomApi.MessageView::text).containsExactly("pesan 4", "pesan 5");
        var oldest = api.messages(room.id().toString(), null, null, 2, 2);
        assertThat(oldest.page()).isEqualTo(2);
        assertThat(oldest.total()).isEqualTo(5);
        assertThat(oldest.items()).extracting(RoomApi.MessageView::text).containsExactly("pesan 1");
        assertThat(api.messages(room.id().toString(), null, null, 3, 2).items()).isEmpty();
        String first = oldest.items().getFirst().id();
        assertThat(api.messages(room.id().toString(), first, null, null, 200).total())
                .isEqualTo(5);
    }

    @Test
    @DisplayName("L5: who floods a room is told when to go on, whether by the API or by the page")
    void whoSpeaksTooFastIsToldToWait() {
        for (int i = 0; i < RoomLimits.SAY_BURST; i++) {
            rooms.say(room.id(), "halaman-%04d".formatted(i), "", "x", Map.of(), coordinator)
                    .orThrow();
        }

        Refusal refusal = catchThrowableOfType(Refusal.class, () -> say("satu lagi"));
        assertThat(refusal.status()).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
        assertThat(refusal.retryAfter()).isEqualTo(Duration.ofSeconds(1));
        assertThat(refusal.problems().getFirst().reason()).isEqualTo("too-many-requests");
    }

    @Test
    @DisplayName("X1: a page of messages says that earlier ones are on their way, until they are here")
    void aPageSaysThatEarlierOnesAreOnTheirWay() {
        HubId jatim = new HubId("jatim");
        RoomId shared = rooms.open("Bersama", "", List.of(), Set.of(jatim), coordinator)
                .orThrow()
                .id();
        InMemoryHubLog theirs = new InMemoryHubLog(
                HubIdentity.ofSeed(jatim, new byte[32]), hub -> identity.publicKey(), CLOCK, new Random(2));
        String words = "{\"clientId\":\"client-1\",\"text\":\"halo\",\"author\":\"budi\"}";
        theirs.append(
                shared.stream(),
                Collections.nCopies(3, new NewEntry("message.said", 1, words.getBytes(StandardCharsets.UTF_8))));
        StreamId share = new StreamId(jatim, shared.stream());
        assertThat(api.messages(shared.toString(), null, null, null, null).earlierOnTheWay())
                .isFalse();

        rooms.glimpses().see(new EntryRange(share, theirs.read(share, 1, 2, 1 << 20)));
        var early = api.messages(shared.toString(), null, null, null, null);
        assertThat(early.earlierOnTheWay()).isTrue();
        assertThat(early.items()).extracting(RoomApi.MessageView::id).containsExactly("jatim.2", "jatim.3");

        log.accept(new EntryRange(share, theirs.read(share, 0, 3, 1 << 20)));
        projections.await(log.last(), Duration.ofSeconds(20));
        var whole = api.messages(shared.toString(), null, null, null, null);
        assertThat(whole.earlierOnTheWay()).isFalse();
        assertThat(whole.items()).extracting(RoomApi.MessageView::id).containsExactly("jatim.1", "jatim.2", "jatim.3");
    }

    private void say(String text) {
        api.say(room.id().toString(), new RoomApi.NewMessage(text, null, null, null), new MockHttpServletRequest());
    }
}
