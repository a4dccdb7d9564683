package id.jipp.ui.room;

import static org.assertj.core.api.Assertions.assertThat;

import id.jipp.core.log.HubId;
import id.jipp.core.person.PersonId;
import id.jipp.core.room.Message;
import id.jipp.core.room.MessageId;
import id.jipp.core.room.RoomId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.socket.TextMessage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code ROOM-PROTOCOL.md} says is what we speak. */
class RoomProtocolTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HubId BALI = new HubId("bali");
    private static final HubId JATIM = new HubId("jatim");
    private static final Instant NOW = Instant.parse("2026-11-24T03:00:00Z");
    private static final RoomId ROOM = RoomId.parse("bali.k3v9x2m7q4hd8f0c").orElseThrow();

    @Test
    void everyWordOfAPageIsUnderstood() throws IOException {
        List<Heard> heard = examples("page").stream().map(HeardReader::read).toList();

        assertThat(heard)
                .containsExactly(
                        new Heard.Enter(ROOM, Map.of(BALI, 17L, JATIM, 4L), new MessageId(BALI, 12)),
                        new Heard.Say(
                                "5f0c2a9e41d84b7fa2c37e60",
                                "Sesi 1: replikasi",
                                "Di kami truk juga kurang.",
                                Map.of(BALI, 17L, JATIM, 4L)),
                        new Heard.Before(new MessageId(BALI, 3)),
                        new Heard.Behind(new MessageId(JATIM, 4)),
                        new Heard.Typing("Sesi 1: replikasi"),
                        new Heard.Read(new MessageId(BALI, 17)),
                        new Heard.Ping());
        assertThat(heard)
                .extracting(word -> (Object) word.getClass())
                .containsAll(Arrays.stream(Heard.class.getPermittedSubclasses())
                        .filter(kind -> kind != Heard.Unknown.class)
                        .toList());
    }

    @Test
    void everyWordOfTheHubStandsThereWithItsFields() throws IOException {
        Map<String, JsonNode> written = new TreeMap<>();
        for (String example : examples("hub")) {
            JsonNode word = JSON.readTree(example);
            written.put(word.path("kind").asString(), word);
        }
        Map<String, JsonNode> spoken = spoken().map(word -> JSON.readTree(word.getPayload()))
                .collect(Collectors.toMap(word -> word.path("kind").asString(), word -> word));

        assertThat(spoken.keySet()).isEqualTo(written.keySet());
        spoken.forEach((kind, word) -> assertThat(fields(word)).as(kind).isEqualTo(fields(written.get(kind))));
        assertThat(fields(spoken.get("kept").path("message")))
                .isEqualTo(fields(written.get("kept").path("message")));
    }

    @Test
    @DisplayName("N8: a time in the future is shown as now, and marked")
    void aTimeInTheFutureIsClampedAndMarked() {
        Message ahead = message(NOW.plusSeconds(86_400));
        JsonNode word = JSON.readTree(RoomWords.kept(ahead, NOW).getPayload()).path("message");

        assertThat(word.path("sentAt").asString()).isEqualTo(NOW.toString());
        assertThat(word.path("ahead").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "[]",
                "7",
                "{}",
                "{\"kind\":5}",
                "{\"kind\":\"sing\"}",
                "{\"kind\":\"enter\"}",
                "{\"kind\":\"enter\",\"room\":\"BALI.x\"}",
                "{\"kind\":\"before\",\"id\":\"bali.0\"}",
                "{\"kind\":\"read\",\"id\":\"bali.99999999999999999999\"}",
                "{\"kind\":\"before\",\"id\":{\"$ne\":null}}"
            })
    @DisplayName("L6 W6: what makes no sense is answered, never thrown")
    void nonsenseIsUnknown(String frame) {
        assertThat(HeardReader.read(frame)).isInstanceOf(Heard.Unknown.class);
    }

    @Test
    @DisplayName("L6: nested to 100,000 levels, or a claim of huge numbers, costs nothing")
    void hostileJsonIsBounded() {
        assertThat(HeardReader.read("[".repeat(30_000))).isInstanceOf(Heard.Unknown.class);
        assertThat(
                        HeardReader.read(
                                "{\"kind\":\"say\",\"clientId\":\"abcdefgh\",\"after\":{\"bali\":1e99,\"X\":1,\"jatim\":-4,\"panrb\":\"3\",\"ntb\":9}}"))
                .isEqualTo(new Heard.Say("abcdefgh", "", "", Map.of(new HubId("ntb"), 9L)));
    }

    private static Stream<TextMessage> spoken() {
        Message message = message(NOW);
        return Stream.of(
                RoomWords.entered(
                        new RoomWords.Entered(
                                Map.of(BALI, "Bali"),
                                Map.of(BALI, 17L),
                                Map.of(JATIM, 17L),
                                List.of(message),
                                true,
                                false,
                                false,
                                null,
                                1,
                                true),
                        NOW),
                RoomWords.said(List.of(message), NOW),
                RoomWords.kept(message, NOW),
                RoomWords.refused("abcdefgh", "slow-down", "Terlalu cepat.", 3),
                RoomWords.earlier(List.of(), false, NOW),
                RoomWords.later(List.of(), false, NOW),
                RoomWords.seen(Map.of(JATIM, 17L)),
                RoomWords.here(Map.of(BALI, 2)),
                RoomWords.typing("Budi", JATIM, "Sesi 1"),
                RoomWords.again(),
                RoomWords.pong(),
                RoomWords.error("unknown-room"));
    }

    private static Message message(Instant sentAt) {
        return new Message(
                new MessageId(BALI, 17),
                ROOM,
                "5f0c2a9e41d84b7fa2c37e60",
                new PersonId(BALI, "staf"),
                "Ni Luh Ayu",
                "DLHK",
                "Halo",
                "Sesi 1",
                Map.of(),
                12,
                sentAt);
    }

    private static List<String> fields(JsonNode word) {
        return word.propertyNames().stream().sorted().toList();
    }

    private static List<String> examples(String speaker) throws IOException {
        return Pattern.compile("```json " + speaker + "\n(.*?)\n```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("ROOM-PROTOCOL.md")))
                .results()
                .map((MatchResult example) -> example.group(1))
                .toList();
    }
}
