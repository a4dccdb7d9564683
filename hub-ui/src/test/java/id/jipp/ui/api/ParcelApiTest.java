package id.jipp.ui.api;

import static org.assertj.core.api.Assertions.assertThat;

import id.jipp.ui.api.Caller.Answer;
import id.jipp.ui.story.RunningHub;
import id.jipp.ui.story.SharedHub;
import java.io.IOException;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the API refuses of parcels; what it does with them is in the test of the command. */
@ExtendWith(SharedHub.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ParcelApiTest {
    private static final String PARCEL = "/api/v1/parcel";
    private static final String[] BYTES = {"Content-Type", "application/octet-stream"};

    private RunningHub hub;
    private Caller coordinator;

    @BeforeAll
    void start(RunningHub shared) {
        hub = shared;
        coordinator = Caller.of(hub.url(), "koordinator");
    }

    @Test
    void aParcelForAnybodyIsADownload() {
        Answer answer = coordinator.get(PARCEL);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/octet-stream");
        assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename=\"bali.jipp\"");
        assertThat(answer.text()).contains("JIPP");
    }

    @Test
    @DisplayName("W3: only coordinators and admins make parcels and take them in")
    void onlyCoordinatorsAndAdmins() {
        assertThat(Caller.nobody(hub.url()).get(PARCEL).status()).isEqualTo(401);
        assertThat(Caller.of(hub.url(), "staf").get(PARCEL).status()).isEqualTo(403);
        assertThat(Caller.of(hub.url(), "staf").post(PARCEL, "x", BYTES).status())
                .isEqualTo(403);
        assertThat(Caller.of(hub.url(), "admin").get(PARCEL).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "?for=tidak-ada, 404, parcel-for-unknown",
        "?for=TIDAK ADA, 400, unreadable-value",
        "?files=banyak, 400, parcel-files",
        "?everything=mungkin, 400, unreadable-value"
    })
    void aWrongOrderIsRefusedBeforeTheFirstByte(String query, int status, String code) {
        Answer answer = coordinator.get(PARCEL + query.replace(" ", "%20"));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().at("/errors/0/code").asString()).isEqualTo(code);
        assertThat(answer.json().at("/errors/0/reason").asString()).isNotEqualTo(code);
    }

    @Test
    void whatIsNoParcelIsRefusedInTheCallersLanguage() {
        Answer answer = coordinator.post(PARCEL, "judul;wilayah", BYTES[0], BYTES[1], "Accept-Language", "en");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("detail").asString()).startsWith("This is no JIPP parcel.");
        assertThat(coordinator.post(PARCEL, "{}").status()).isEqualTo(415);
    }

    @Test
    @DisplayName("L1: a parcel over the limit is refused unread")
    void aParcelOverTheLimitIsRefused() throws IOException {
        String head = "POST " + PARCEL + " HTTP/1.1\r\nAuthorization: " + Caller.basic("koordinator")
                + "\r\nContent-Type: application/octet-stream\r\n";

        Flood said = Flood.of(hub.port(), head, "", (64L << 30) + 1);

        assertThat(said.answer()).startsWith("HTTP/1.1 413").contains("parcel-too-large", "64 GB");
    }

    @Test
    @DisplayName("L7: who floods with what is no parcel is answered, and its key is no way to fill the memory")
    void aFloodIsAnsweredEarly() throws IOException {
        String head = "POST " + PARCEL + " HTTP/1.1\r\nAuthorization: " + Caller.basic("koordinator")
                + "\r\nContent-Type: application/octet-stream\r\nIdempotency-Key: paket-1\r\n";

        Flood flood = Flood.inChunks(hub.port(), head, "", 200L << 20);

        assertThat(flood.answer()).startsWith("HTTP/1.1 422").contains("parcel-none");
        assertThat(flood.sent()).isLessThan(100L << 20);
    }

    @Test
    void theMagicOfAParcelIsNotEnough() {
        byte[] cut = HexFormat.of().parseHex("894a4950500d0a1a01");

        Answer answer = coordinator.postBytes(PARCEL, cut, "application/octet-stream");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/errors/0/code").asString()).isEqualTo("parcel-cut");
    }
}
