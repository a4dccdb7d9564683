package id.jipp.ui.api;

import static org.assertj.core.api.Assertions.assertThat;

import id.jipp.ui.api.Caller.Answer;
import id.jipp.ui.story.RunningHub;
import id.jipp.ui.story.SharedHub;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON that is deep, huge, doubled or broken is refused in words, by whatever takes JSON. */
@ExtendWith(SharedHub.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileTextTest {
    private Caller coordinator;
    private String messages;

    @BeforeAll
    void start(RunningHub hub) {
        coordinator = Caller.of(hub.url(), "koordinator");
        messages =
                coordinator.post("/api/v1/rooms", "{\"title\": \"Teks ganas\"}").header("Location") + "/messages";
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                text("never ends", "{\"title\": "),
                text("ends twice", "{\"title\": \"a\"} {\"title\": \"b\"}"),
                text("empty", ""),
                text("no object", "[]"),
                text("null", "null"),
                text("deep from the start", "[".repeat(100_000)),
                text("deep in a field", "{\"title\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}"),
                text("deep objects", "{\"text\": " + "{\"a\":".repeat(50_000) + "1" + "}".repeat(50_000) + "}"),
                text("a huge number", "{\"year\": " + "9".repeat(10_000) + "}"),
                text("not a number", "{\"year\": NaN}"),
                text("a name twice", "{\"title\": \"A\", \"title\": \"B\"}"),
                text("many fields", "{" + "\"a\":1,".repeat(30_000) + "\"b\":1}"),
                text("a long name", "{\"" + "n".repeat(10_000) + "\": 1}"),
                bytes("an invalid byte", "{\"title\": \"a\u00ffb\"}".getBytes(StandardCharsets.ISO_8859_1)),
                bytes("an overlong slash", new byte[] {'{', '"', 't', '"', ':', '"', (byte) 0xC0, (byte) 0xAF, '"', '}'
                }),
                bytes(
                        "a surrogate in UTF-8",
                        new byte[] {'{', '"', 't', '"', ':', '"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"', '}'}),
                bytes("half a character", new byte[] {'{', '"', 't', '"', ':', '"', (byte) 0xE2, (byte) 0x82}));
    }

    @ParameterizedTest(name = "L6: {0}")
    @MethodSource("broken")
    void whatIsNoJsonObjectIsRefusedByAll(String what, byte[] body) {
        assertRefused(coordinator.post("/api/v1/innovations", body));
        assertRefused(coordinator.post("/api/v1/rooms", body));
        assertRefused(coordinator.post(messages, body));
    }

    @ParameterizedTest(name = "L6: {0}")
    @ValueSource(
            strings = {
                "\"\\ud800\"",
                "\"\\udc00\\ud800\"",
                "\"a\\u0000b\"",
                "\"a\\u001bb\"",
                "{\"$ne\": null}",
                "[\"a\"]",
            })
    void aTextIsWholeAndPlainOrRefused(String value) {
        assertRefused(coordinator.post("/api/v1/innovations", "{\"title\": " + value + "}"));
        assertRefused(coordinator.post("/api/v1/rooms", "{\"title\": " + value + "}"));
        assertRefused(coordinator.post(messages, "{\"text\": " + value + "}"));
    }

    @ParameterizedTest(name = "L6: {0}")
    @ValueSource(
            strings = {
                "{\"title\": \"x\", \"year\": 1e999999999}",
                "{\"title\": \"x\", \"year\": 99999999999}",
                "{\"title\": \"x\", \"year\": 2018.5}",
                "{\"title\": \"x\", \"sdg\": [1, 1e30]}",
                "{\"title\": \"x\", \"\\ud800\": \"nama\"}",
                "{\"title\": \"x\", \"notes\": {\"\\ud800\": \"nama\"}}",
                "{\"title\": \"x\", \"kolom\": {\"dalam\": \"\\ud800\"}}",
            })
    void aNumberOrANameOutOfBoundsIsRefused(String body) {
        assertRefused(coordinator.post("/api/v1/innovations", body));
    }

    @Test
    @DisplayName("L6: numbers beyond bounds in what an author saw are refused or clamped, never kept")
    void whatAnAuthorSawIsClamped() {
        Answer far = coordinator.post(messages, "{\"text\": \"jauh\", \"after\": {\"bali\": 9223372036854775807}}");
        Answer farther = coordinator.post(messages, "{\"text\": \"jauh\", \"after\": {\"bali\": 9223372036854775808}}");

        assertThat(far.status()).isEqualTo(201);
        assertThat(far.json().at("/after/bali").asLong()).isLessThan(100);
        assertThat(farther.status()).isEqualTo(400);
    }

    @Test
    void wrongTypesAreNamedAllAtOnce() {
        Answer answer = coordinator.post(
                "/api/v1/innovations", "{\"title\": [], \"year\": \"dua\", \"phase\": \"besar\", \"sdg\": 3}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder("title", "year", "phase", "sdg");
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().at("/errors/0/reason").asString()).isNotBlank();
        assertThat(answer.text()).doesNotContain("Exception", "tools.jackson", "id.jipp");
    }

    private static Arguments text(String what, String body) {
        return bytes(what, body.getBytes(StandardCharsets.UTF_8));
    }

    private static Arguments bytes(String what, byte[] body) {
        return Arguments.of(what, body);
    }
}
