package id.jipp.ui.api;

import static org.assertj.core.api.Assertions.assertThat;

import id.jipp.ui.story.RunningHub;
import id.jipp.ui.story.SharedHub;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Erasing through the API of a whole hub. */
@ExtendWith(SharedHub.class)
class TrustApiTest {
    private static final String RECORD = """
            {"title": "Pendampingan keluarga Wayan Sudiarta", "agency": "Dinas Sosial Kota Denpasar",
             "areaCode": "51", "year": 2024, "summary": "Nama warga terbawa ke judul.", "phase": "creation"}
            """;

    @Test
    void aRecordIsErasedByItsCoordinatorAndListedAsDone(RunningHub hub) {
        Caller coordinator = Caller.of(hub.url(), "koordinator");
        String at = coordinator.post("/api/v1/innovations", RECORD).header("Location");
        assertThat(coordinator.post(at + "/publish", "").status()).isEqualTo(200);
        assertThat(coordinator.post(at + "/erase", "{\"reason\": \"sebab\"}").status())
                .isEqualTo(400);
        assertThat(Caller.of(hub.url(), "staf")
                        .post(at + "/erase", "{\"reason\": \"person\"}")
                        .status())
                .isEqualTo(403);

        assertThat(coordinator.post(at + "/erase", "{\"reason\": \"person\"}").status())
                .isEqualTo(204);

        assertThat(Caller.nobody(hub.url()).get(at).status()).isEqualTo(404);
        assertThat(coordinator
                        .get("/api/v1/innovations?q=wayan+sudiarta")
                        .json()
                        .get("total")
                        .asInt())
                .isZero();
        JsonNode newest =
                coordinator.get("/api/v1/erasures").json().get("items").get(0);
        assertThat(newest.get("reason").asString()).isEqualTo("person");
        assertThat(newest.get("done").toString()).contains("bali");
        assertThat(Caller.of(hub.url(), "staf")
                        .get("/api/v1/erasures")
                        .json()
                        .get("total")
                        .asInt())
                .isZero();
    }

    @Test
    void nothingStandsStillAndStaffBeginNoEpoch(RunningHub hub) {
        assertThat(Caller.of(hub.url(), "koordinator")
                        .get("/api/v1/epochs")
                        .json()
                        .get("standingStill"))
                .isEmpty();
        assertThat(Caller.of(hub.url(), "staf").post("/api/v1/epochs", "").status())
                .isEqualTo(403);
        assertThat(Caller.nobody(hub.url()).post("/api/v1/epochs", "").status()).isEqualTo(401);
    }
}
