package id.jipp.ui.api;

import static org.assertj.core.api.Assertions.assertThat;

import id.jipp.ui.api.Caller.Answer;
import id.jipp.ui.story.RunningHub;
import id.jipp.ui.story.SharedHub;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stands in an address is a value, never a query: no database operator and no search syntax gets through. */
@ExtendWith(SharedHub.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueriesTest {
    private static final List<String> OPERATORS = List.of(
            "{\"$ne\":null}",
            "{\"$gt\":\"\"}",
            "{$where:'sleep(5000)'}",
            "';return true;var a='",
            "$where",
            "[$ne]",
            "{\"$regex\":\".*\"}",
            "../../etc/passwd",
            "\u0000",
            "%00");

    private Caller coordinator;
    private Caller nobody;

    @BeforeAll
    void start(RunningHub hub) {
        coordinator = Caller.of(hub.url(), "koordinator");
        nobody = Caller.nobody(hub.url());
    }

    static Stream<String[]> parameters() {
        return Stream.of("area", "phase", "year", "hub", "status", "sort", "page", "size")
                .flatMap(name -> OPERATORS.stream().map(value -> new String[] {name, value}));
    }

    @ParameterizedTest(name = "W6: {0}={1}")
    @MethodSource("parameters")
    void aFilterIsAKnownValueOrRefused(String name, String value) {
        Answer answer = nobody.get("/api/v1/innovations?" + name + "=" + encoded(value));

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo(name);
    }

    static Stream<String> words() {
        return Stream.concat(
                OPERATORS.stream(),
                Stream.of(
                        "*:*",
                        "title:*",
                        "family:innovation",
                        "a* OR b*",
                        "/.*/",
                        "\"",
                        "((((",
                        "a~2",
                        "[* TO *]",
                        "+-!(){}^",
                        "a".repeat(500),
                        "(a".repeat(200)));
    }

    @ParameterizedTest(name = "W6, L8: q={0}")
    @MethodSource("words")
    void wordsAreSearchedAsWords(String words) {
        Answer answer = nobody.get("/api/v1/innovations?size=1&q=" + encoded(words));
        long all = nobody.get("/api/v1/innovations?size=1").json().get("total").asLong();

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().get("total").asLong()).isLessThan(all);
    }

    @ParameterizedTest(name = "L6: {0}")
    @ValueSource(
            strings = {
                "/api/v1/innovations?q=%ff",
                "/api/v1/innovations?area=%ED%A0%80",
                "/api/v1/innovations?hub=%C0%AF",
                "/api/v1/innovations?%ff=1",
            })
    void whatIsNoUtf8IsRefused(String path) {
        assertThat(nobody.get(path).status()).isEqualTo(400);
    }

    @ParameterizedTest(name = "W6: {0}")
    @ValueSource(
            strings = {
                "/api/v1/innovations/%7B%22$ne%22:null%7D",
                "/api/v1/innovations/%7B%22$ne%22:null%7D/lineage",
                "/api/v1/innovations/$where",
                "/api/v1/innovations/bali.$ne",
                "/api/v1/rooms/%7B%22$gt%22:%22%22%7D",
                "/api/v1/rooms/%7B%22$gt%22:%22%22%7D/messages",
                "/api/v1/rooms/bali.aaaaaaaaaaaaaaaa/messages",
            })
    void anIdThatIsNoneIsNotFound(String path) {
        assertThat(coordinator.get(path).status()).isEqualTo(404);
    }

    @ParameterizedTest(name = "W6: {0}")
    @ValueSource(
            strings = {
                "/api/v1/innovations/%7B%22$ne%22:null%7D/publish",
                "/api/v1/innovations/%7B%22$ne%22:null%7D/confirm",
                "/api/v1/imports/%7B%22$ne%22:null%7D/undo",
                "/api/v1/imports/*/undo",
            })
    void aCommandToAnIdThatIsNoneDoesNothing(String path) {
        assertThat(coordinator.post(path, "").status()).isEqualTo(404);
    }

    @ParameterizedTest(name = "W6: {0}")
    @ValueSource(
            strings = {"/inovasi?wilayah=%7B%22$ne%22:null%7D&q=%22", "/inovasi?hal=-1&fase=$where", "/inovasi/$ne"})
    void aPageTakesItForNothing(String path) {
        Answer answer = nobody.get(path);

        assertThat(answer.status()).isIn(200, 404);
        assertThat(answer.text()).doesNotContain("Exception");
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
