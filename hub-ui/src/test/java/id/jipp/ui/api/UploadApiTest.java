package id.jipp.ui.api;

import static org.assertj.core.api.Assertions.assertThat;

import id.jipp.ui.api.Caller.Answer;
import id.jipp.ui.story.RunningHub;
import id.jipp.ui.story.SharedHub;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** A file in pieces, by tus 1.0.0. */
@ExtendWith(SharedHub.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UploadApiTest {
    private static final String[] TUS = {"Tus-Resumable", "1.0.0"};

    private Caller coordinator;
    private Caller admin;

    @BeforeAll
    void start(RunningHub hub) {
        coordinator = Caller.of(hub.url(), "koordinator");
        admin = Caller.of(hub.url(), "admin");
    }

    @Test
    void aFileInTwoPiecesIsAttachedOnceItIsWhole() {
        String at = begin("paparan.txt", 10).header("Location");
        assertThat(head(coordinator, at).header("Upload-Offset")).isEqualTo("0");
        Answer first = piece(at, 0, "01234");
        assertThat(first.status()).isEqualTo(204);
        assertThat(first.header("Upload-Offset")).isEqualTo("5");
        Answer tooEarly = attach(at);
        assertThat(tooEarly.status()).isEqualTo(409);
        assertThat(head(coordinator, at).header("Upload-Offset")).isEqualTo("5");
        assertThat(head(coordinator, at).header("Upload-Length")).isEqualTo("10");
        assertThat(piece(at, 5, "56789").header("Upload-Offset")).isEqualTo("10");

        Answer attached = attach(at);
        assertThat(attached.status()).as(attached.text()).isEqualTo(201);
        assertThat(attached.json().path("sha256").asString()).isEqualTo(SeminarApiTest.sha256("0123456789"));
        assertThat(head(coordinator, at).status()).isEqualTo(404);
    }

    @Test
    void aPieceThatDoesNotFollowIsRefusedWithWhereItIs() {
        String at = begin("paparan.txt", 10).header("Location");
        piece(at, 0, "01234");
        Answer gap = piece(at, 7, "789");

        assertThat(gap.status()).isEqualTo(409);
        assertThat(gap.json().at("/errors/0/reason").asString()).contains("5").contains("7");
    }

    @Test
    void nobodyElseSeesContinuesOrDiscardsIt() {
        String at = begin("paparan.txt", 10).header("Location");

        assertThat(head(admin, at).status()).isEqualTo(404);
        assertThat(admin.send("PATCH", at, "x", "Content-Type", UploadApi.PIECE, "Upload-Offset", "0", TUS[0], TUS[1])
                        .status())
                .isEqualTo(404);
        assertThat(admin.send("DELETE", at, null, TUS).status()).isEqualTo(404);
        assertThat(coordinator.send("DELETE", at, null, TUS).status()).isEqualTo(204);
        assertThat(head(coordinator, at).status()).isEqualTo(404);
    }

    @Test
    void whatIsNotTusOrNotTakenIsRefusedBeforeAnythingIsSent() {
        assertThat(coordinator
                        .send("POST", "/api/v1/uploads", null, "Upload-Length", "1")
                        .status())
                .isEqualTo(412);
        assertThat(begin("virus.exe", 10).status()).isEqualTo(422);
        assertThat(begin("halaman.html", 10).status()).isEqualTo(422);
        assertThat(begin("film.mp4", 10_000_000_000L).status()).isEqualTo(413);
        assertThat(begin("kosong.pdf", 0).status()).isEqualTo(422);
    }

    @Test
    void theSameBeginningUnderOneKeyIsOneUpload() {
        Answer first = begin("paparan.txt", 10, "Idempotency-Key", "unggah-1");
        Answer again = begin("paparan.txt", 10, "Idempotency-Key", "unggah-1");

        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    }

    @Test
    void aPieceLargerThanATextOfTheApiIsTaken() {
        String large = "x".repeat(3 << 20);
        String at = begin("besar.txt", large.length()).header("Location");

        assertThat(piece(at, 0, large).header("Upload-Offset")).isEqualTo(String.valueOf(3 << 20));
    }

    private Answer begin(String name, long bytes, String... more) {
        String encoded = Base64.getEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8));
        String[] headers = {
            TUS[0],
            TUS[1],
            "Upload-Length",
            String.valueOf(bytes),
            "Upload-Metadata",
            "type dGVrcw==,filename " + encoded
        };
        String[] all = java.util.Arrays.copyOf(headers, headers.length + more.length);
        System.arraycopy(more, 0, all, headers.length, more.length);
        return coordinator.send("POST", "/api/v1/uploads", null, all);
    }

    private Answer piece(String at, long offset, String bytes) {
        return coordinator.send(
                "PATCH",
                at,
                bytes,
                "Content-Type",
                UploadApi.PIECE,
                "Upload-Offset",
                String.valueOf(offset),
                TUS[0],
                TUS[1]);
    }

    private static Answer head(Caller who, String at) {
        return who.send("HEAD", at, null, TUS);
    }

    private Answer attach(String at) {
        String id = at.substring(at.lastIndexOf('/') + 1);
        String seminar = coordinator
                .post("/api/v1/seminars", "{\"title\": \"Unggahan\", \"start\": \"2023\"}")
                .header("Location");
        return coordinator.post(
                seminar + "/materials",
                "{\"upload\": \"" + id + "\", \"licence\": \"CC BY 4.0\", \"share\": \"network\"}");
    }
}
