package id.jipp.ui.api;

import static org.assertj.core.api.Assertions.assertThat;

import id.jipp.core.area.AreaCode;
import id.jipp.core.identity.HubIdentity;
import id.jipp.core.log.HubId;
import id.jipp.core.peer.HubCardOffer;
import id.jipp.core.peer.Peer;
import id.jipp.core.peer.PeerPolicy;
import id.jipp.core.peer.Peers;
import id.jipp.core.person.Person;
import id.jipp.core.person.PersonId;
import id.jipp.core.person.Role;
import id.jipp.core.settings.HubSettings;
import id.jipp.core.store.InMemoryDocuments;
import id.jipp.ui.api.Caller.Answer;
import id.jipp.ui.story.RunningHub;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Links by the API: made, given a policy, paused, left; each by who may, and told in words. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LinkApiTest {
    private static final String PEERS = "/api/v1/peers";
    private static final String OPEN = "{\"records\": \"both\", \"rooms\": \"both\"}";

    private RunningHub bali;
    private Caller coordinator;
    private Caller staff;

    @BeforeAll
    void start(@TempDir Path folder) {
        bali = RunningHub.start("bali", "Bali", "51", folder);
        coordinator = Caller.of(bali.url(), "koordinator");
        staff = Caller.of(bali.url(), "staf");
    }

    @AfterAll
    void stop() {
        bali.close();
    }

    @Test
    void aCodeIsReadComparedAndTaken() {
        Afar maluku = new Afar("maluku");
        String code = maluku.code();

        Answer read = coordinator.post(PEERS + "/invitations/read", json("code", code));
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.json().get("id").asString()).isEqualTo("maluku");
        String words = read.json().get("words").asString();
        assertThat(words.split(" ")).hasSize(4);
        assertThat(coordinator.get(PEERS + "/maluku").status()).isEqualTo(404);

        Answer unread = coordinator.post(PEERS, "{\"code\": \"%s\", \"policy\": %s}".formatted(code, OPEN));
        assertThat(unread.status()).isEqualTo(400);
        assertThat(unread.json().at("/errors/0/field").asString()).isEqualTo("words");
        Answer differing = coordinator.post(PEERS, taking(code, "satu dua tiga empat", OPEN));
        assertThat(differing.status()).isEqualTo(422);
        assertThat(differing.json().at("/errors/0/code").asString()).isEqualTo("words-differ");
        assertThat(coordinator.get(PEERS + "/maluku").status()).isEqualTo(404);

        Answer taken = coordinator.post(PEERS, taking(code, words, OPEN));
        assertThat(taken.status()).isEqualTo(201);
        assertThat(taken.header("Location")).isEqualTo("/api/v1/peers/maluku");
        assertThat(taken.json().get("link").asString()).isEqualTo("asked");
        assertThat(taken.json().at("/policy/files/take").asString()).isEqualTo("under");
    }

    @Test
    void whoAsksIsAcceptedWithAPolicyAfterTheWordsWereCompared() {
        Afar papua = new Afar("papua");
        papua.asks(bali);
        String words = get("papua").get("words").asString();

        assertThat(coordinator
                        .post(PEERS + "/papua/accept", "{\"words\": \"a b c d\", \"policy\": %s}".formatted(OPEN))
                        .status())
                .isEqualTo(422);
        Answer accepted = coordinator.post(
                PEERS + "/papua/accept",
                "{\"words\": \"%s\", \"policy\": {\"records\": \"reference\", \"rooms\": \"none\"}}".formatted(words));

        assertThat(accepted.status()).isEqualTo(200);
        assertThat(accepted.json().get("link").asString()).isEqualTo("linked");
        assertThat(accepted.json().at("/policy/records").asString()).isEqualTo("reference");
        assertThat(coordinator
                        .post(PEERS + "/papua/accept", "{\"words\": \"%s\", \"policy\": %s}".formatted(words, OPEN))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aPolicyIsChangedOnlyFromWhatWasRead() {
        linked("riau");
        String path = PEERS + "/riau/policy";
        String tag = coordinator.get(PEERS + "/riau").header("ETag");
        String sends = "{\"records\": \"send\", \"rooms\": \"none\", \"files\": {\"take\": \"on_request\"}}";

        assertThat(coordinator.put(path, sends).status()).isEqualTo(428);
        assertThat(coordinator
                        .put(path, sends, "If-Match", "\"0123456789abcdef\"")
                        .status())
                .isEqualTo(412);
        Answer changed = coordinator.put(path, sends, "If-Match", tag);

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().at("/policy/records").asString()).isEqualTo("send");
        assertThat(changed.json().at("/policy/files/take").asString()).isEqualTo("on_request");
        assertThat(changed.json().at("/policy/files/megabytesMax").asInt()).isEqualTo(50);
        assertThat(changed.header("ETag")).isNotEqualTo(tag);
        assertThat(coordinator.put(path, OPEN, "If-Match", tag).status()).isEqualTo(412);
        assertThat(bali.bean(Peers.class)
                        .find(new HubId("riau"))
                        .orElseThrow()
                        .policy()
                        .records()
                        .receives())
                .isFalse();
    }

    @Test
    void whatAPolicyCannotBeIsRefusedWithItsField() {
        linked("aceh");
        String tag = coordinator.get(PEERS + "/aceh").header("ETag");
        for (String[] wrong : new String[][] {
            {"{\"records\": \"both\", \"rooms\": \"reference\"}", "422", "rooms", "rooms-not-referred-to"},
            {"{\"records\": \"semua\", \"rooms\": \"both\"}", "400", "records", "unknown-value"},
            {"{\"rooms\": \"both\"}", "400", "records", "required"},
            {
                "{\"records\": \"both\", \"rooms\": \"both\", \"files\": {\"megabytesMax\": 4000}}",
                "400",
                "files.megabytesMax",
                "out-of-range"
            }
        }) {
            Answer answer = coordinator.put(PEERS + "/aceh/policy", wrong[0], "If-Match", tag);
            assertThat(answer.status()).as(wrong[0]).isEqualTo(Integer.parseInt(wrong[1]));
            assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo(wrong[2]);
            assertThat(answer.json().at("/errors/0/code").asString()).isEqualTo(wrong[3]);
        }
        assertThat(get("aceh").at("/policy/records").asString()).isEqualTo("both");
    }

    @Test
    void aLinkIsPausedResumedLeftAndItsRecordsHidden() {
        linked("jambi");
        assertThat(moves("jambi")).containsExactly("pause", "leave", "block");
        assertThat(link("jambi", "pause")).isEqualTo("paused");
        assertThat(coordinator.post(PEERS + "/jambi/pause", "").status()).isEqualTo(409);
        assertThat(link("jambi", "resume")).isEqualTo("linked");
        assertThat(link("jambi", "leave")).isEqualTo("left");
        assertThat(coordinator.post(PEERS + "/jambi/leave", "").status()).isEqualTo(409);
        assertThat(coordinator.post(PEERS + "/jambi/block", "").status()).isEqualTo(409);
        assertThat(moves("jambi")).containsExactly("forget");

        assertThat(link("jambi", "forget")).isEqualTo("left");
        assertThat(get("jambi").get("forgotten").asBoolean()).isTrue();
        assertThat(link("jambi", "recall")).isEqualTo("left");
        assertThat(get("jambi").get("forgotten").asBoolean()).isFalse();
        assertThat(coordinator
                        .put(PEERS + "/jambi/policy", OPEN, "If-Match", "*")
                        .json()
                        .at("/errors/0/code")
                        .asString())
                .isEqualTo("peer-over");
    }

    @Test
    @DisplayName("X4: blocking says first what stays and what ends, in the caller's language")
    void everyMoveSaysWhatStaysAndWhatEnds() {
        linked("banten");
        JsonNode moves = coordinator
                .get(PEERS + "/banten/moves", "Accept-Language", "en")
                .json()
                .get("items");
        assertThat(moves.size()).isEqualTo(3);
        moves.forEach(move -> {
            assertThat(move.get("stays").asString()).isNotBlank();
            assertThat(move.get("ends").asString()).isNotBlank();
        });
        assertThat(moves.get(2).get("ends").asString()).contains("What we publish they may still get from other hubs");
        assertThat(link("banten", "block")).isEqualTo("blocked");
        assertThat(moves("banten")).containsExactly("unblock", "leave");
    }

    @Test
    @DisplayName("W3: staff change nothing about a link, whatever they call")
    void staffChangeNothing() {
        linked("gorontalo");
        String code = new Afar("lampung").code();
        JsonNode before = get("gorontalo");
        List<Answer> answers = List.of(
                staff.post(PEERS + "/invitations", ""),
                staff.post(PEERS + "/invitations/read", json("code", code)),
                staff.post(PEERS, taking(code, "a b c d", OPEN)),
                staff.put(PEERS + "/gorontalo/policy", OPEN, "If-Match", "*"),
                staff.post(PEERS + "/gorontalo/pause", ""),
                staff.post(PEERS + "/gorontalo/leave", ""),
                staff.post(PEERS + "/gorontalo/block", ""));
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.json().at("/errors/0/code").asString()).isEqualTo("forbidden");
        });
        assertThat(get("gorontalo").get("policy")).isEqualTo(before.get("policy"));
        assertThat(get("gorontalo").get("link").asString()).isEqualTo("linked");
        assertThat(Caller.nobody(bali.url())
                        .post(PEERS + "/gorontalo/leave", "")
                        .status())
                .isEqualTo(401);
        assertThat(coordinator.get(PEERS + "/lampung").status()).isEqualTo(404);
    }

    @Test
    void anInvitationIsACodeThatCanBeTaken() {
        Answer made = coordinator.post(PEERS + "/invitations", "");

        assertThat(made.status()).isEqualTo(201);
        Afar sulut = new Afar("sulut");
        assertThat(sulut.peers
                        .take(made.json().get("code").asString(), PeerPolicy.OPEN, sulut.coordinator)
                        .orThrow()
                        .hub()
                        .value())
                .isEqualTo("bali");
    }

    private String link(String hub, String move) {
        Answer answer = coordinator.post(PEERS + "/" + hub + "/" + move, "");
        assertThat(answer.status()).as(move).isEqualTo(200);
        return answer.json().get("link").asString();
    }

    private JsonNode get(String hub) {
        return coordinator.get(PEERS + "/" + hub).json();
    }

    private List<String> moves(String hub) {
        JsonNode items = coordinator.get(PEERS + "/" + hub + "/moves").json().get("items");
        return StreamSupport.stream(items.spliterator(), false)
                .map(move -> move.get("move").asString())
                .toList();
    }

    private void linked(String hub) {
        Afar afar = new Afar(hub);
        bali.bean(Peers.class)
                .link(new Peer(
                        afar.id, hub, afar.identity.publicKey(), null, PeerPolicy.OPEN, Peer.State.LINKED, "a b c d"));
    }

    private static String json(String field, String value) {
        return "{\"%s\": \"%s\"}".formatted(field, value);
    }

    private static String taking(String code, String words, String policy) {
        return "{\"code\": \"%s\", \"words\": \"%s\", \"policy\": %s}".formatted(code, words, policy);
    }

    /** A hub somewhere, of which there is nothing but its links. */
    private static final class Afar {
        final HubId id;
        final HubIdentity identity;
        final Peers peers;
        final Person coordinator;

        Afar(String name) {
            id = new HubId(name);
            byte[] seed = new byte[32];
            Arrays.fill(seed, (byte) name.hashCode());
            identity = HubIdentity.ofSeed(id, seed);
            peers = new Peers(
                    new InMemoryDocuments.Store(),
                    identity,
                    new HubSettings(
                            id, name, AreaCode.NATIONAL, Path.of("none"), URI.create("http://localhost:1"), null),
                    Clock.systemUTC(),
                    true);
            coordinator = new Person(new PersonId(id, "k"), "K", "", Set.of(Role.COORDINATOR));
        }

        String code() {
            return peers.invite(coordinator).orThrow();
        }

        /** As if it had called with an invitation of that hub. */
        void asks(RunningHub hub) {
            Peers theirs = hub.bean(Peers.class);
            Person by = new Person(new PersonId(new HubId("bali"), "k"), "K", "", Set.of(Role.COORDINATOR));
            peers.take(theirs.invite(by).orThrow(), PeerPolicy.OPEN, coordinator)
                    .orThrow();
            theirs.asked(
                            new HubCardOffer(id, id.value(), identity.publicKey(), null),
                            peers.secretFor(new HubId("bali")).orElseThrow())
                    .orThrow();
        }
    }
}
