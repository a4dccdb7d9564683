package id.jipp.ui.api;

import static org.assertj.core.api.Assertions.assertThat;

import id.jipp.ui.api.Caller.Answer;
import id.jipp.ui.story.RunningHub;
import id.jipp.ui.story.SharedHub;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two people at one record: nobody overwrites what they have not seen, and doing a thing twice is doing it once. */
@ExtendWith(SharedHub.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RevisionsTest {
    private Caller coordinator;

    @BeforeAll
    void start(RunningHub hub) {
        coordinator = Caller.of(hub.url(), "koordinator");
    }

    @Test
    void aChangeWithoutARevisionIsAskedForOne() {
        Answer answer = coordinator.put(draft("Tanpa revisi"), body("Tanpa revisi 2"));

        assertThat(answer.status()).isEqualTo(428);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("If-Match");
        assertThat(answer.json().at("/errors/0/code").asString()).isEqualTo("if-match-required");
    }

    @Test
    void aChangeOfWhatSomebodyChangedMeanwhileIsRefusedWithTheRevisionThereIs() {
        String at = published("Dua tab");
        String seen = coordinator.get(at).header("ETag");
        Answer first = coordinator.put(at, body("Dua tab, satu"), "If-Match", seen);
        Answer second = coordinator.put(at, body("Dua tab, dua"), "If-Match", seen);

        assertThat(first.status()).isEqualTo(200);
        assertThat(second.status()).isEqualTo(412);
        assertThat(second.json().at("/errors/0/code").asString()).isEqualTo("stale");
        assertThat(second.json().at("/errors/0/reason").asString())
                .contains(first.json().get("revision").asString());
        assertThat(coordinator.get(at).json().get("title").asString()).isEqualTo("Dua tab, satu");
    }

    @Test
    void aDraftIsGuardedLikeAPublishedRecord() {
        String at = draft("Draf dua tab");
        String seen = coordinator.get(at).header("ETag");

        assertThat(coordinator.put(at, body("Draf, satu"), "If-Match", seen).status())
                .isEqualTo(200);
        assertThat(coordinator.put(at, body("Draf, dua"), "If-Match", seen).status())
                .isEqualTo(412);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"99\"", "99", "W/\"99\"", "abc", "\"1\", \"2\"", "\"99999999999\""})
    void anythingButTheRevisionThereIsIsStale(String ifMatch) {
        assertThat(coordinator
                        .put(draft("Bukan revisi"), body("Bukan revisi"), "If-Match", ifMatch)
                        .status())
                .isEqualTo(412);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1\"", "1", "W/\"1\"", "*"})
    void theRevisionThereIsMayBeWrittenInAnyUsualWay(String ifMatch) {
        assertThat(coordinator
                        .put(draft("Revisi benar"), body("Revisi benar"), "If-Match", ifMatch)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void publishingTwiceIsPublishingOnce() {
        String at = draft("Klik ganda");
        Answer first = coordinator.post(at + "/publish", "");
        Answer second = coordinator.post(at + "/publish", "");

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(coordinator
                        .get("/api/v1/innovations?q=klik+ganda&status=active")
                        .json()
                        .get("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(coordinator.get("/api/v1/innovations?status=draft&size=200").text())
                .doesNotContain(at.substring(at.lastIndexOf('/') + 1));
    }

    @Test
    void whatIsEndedIsNotChangedAnyMore() {
        String at = published("Sudah berakhir");
        assertThat(coordinator.post(at + "/retire", "{\"reason\": \"Selesai\"}").status())
                .isEqualTo(200);

        assertThat(coordinator.post(at + "/retire", "{\"reason\": \"Lagi\"}").status())
                .isEqualTo(409);
        assertThat(coordinator.post(at + "/confirm", "").status()).isEqualTo(409);
        assertThat(coordinator.put(at, body("X"), "If-Match", "*").status()).isEqualTo(409);
        assertThat(coordinator.get(at).json().get("retiredReason").asString()).isEqualTo("Selesai");
    }

    private String published(String title) {
        String at = draft(title);
        assertThat(coordinator.post(at + "/publish", "").status()).isEqualTo(200);
        return at;
    }

    private String draft(String title) {
        return coordinator.post("/api/v1/innovations", body(title)).header("Location");
    }

    private static String body(String title) {
        return """
                {"title": "%s", "agency": "Pemerintah Kabupaten Klungkung", "areaCode": "51.05"}
                """.formatted(title);
    }
}
