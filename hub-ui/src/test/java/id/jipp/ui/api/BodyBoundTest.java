package id.jipp.ui.api;

import static org.assertj.core.api.Assertions.assertThat;

import id.jipp.core.innovation.Imports;
import id.jipp.ui.api.Caller.Answer;
import id.jipp.ui.story.RunningHub;
import id.jipp.ui.story.SharedHub;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is too large is refused with its limit, and not read. */
@ExtendWith(SharedHub.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BodyBoundTest {
    private static final String IMPORT = "/api/v1/import?dryRun=true";
    private static final long HUGE = 200L << 20;

    /** A server that took it all would get {@link #HUGE}; what lies in buffers on the way is far below this. */
    private static final long CUT_OFF_BY = 100L << 20;

    private RunningHub hub;
    private Caller coordinator;

    @BeforeAll
    void start(RunningHub shared) {
        hub = shared;
        coordinator = Caller.of(hub.url(), "koordinator");
    }

    @Test
    void aFileOverTheLimitIsRefusedWithTheLimit() {
        Answer answer = coordinator.upload(IMPORT, "besar.csv", new byte[Imports.FILE_BYTES_MAX + 1]);

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("file");
        assertThat(answer.json().at("/errors/0/code").asString()).isEqualTo("file-too-large");
        assertThat(answer.json().at("/errors/0/reason").asString()).contains("20 MB");
    }

    @Test
    void aFileAtTheLimitIsRead() {
        Answer answer = coordinator.upload(IMPORT, "pas.csv", new byte[Imports.FILE_BYTES_MAX]);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/errors/0/code").asString()).isEqualTo("file-not-a-table");
    }

    @Test
    @DisplayName("L7: a file of 200 MB is cut off early, whether its size was said or not")
    void aHugeFileIsCutOff() throws IOException {
        String head = "POST " + IMPORT + " HTTP/1.1\r\nAuthorization: " + Caller.basic("koordinator")
                + "\r\nContent-Type: multipart/form-data; boundary=batas\r\n";
        String start = "--batas\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n";

        Flood said = Flood.of(hub.port(), head, start, HUGE);
        assertThat(said.answer()).startsWith("HTTP/1.1 413").contains("20 MB");
        assertThat(said.sent()).isLessThan(Imports.FILE_BYTES_MAX);
        Flood unsaid = Flood.inChunks(hub.port(), head, start, HUGE);
        assertThat(unsaid.answer()).startsWith("HTTP/1.1 413").contains("20 MB");
        assertThat(Flood.deaf(hub.port(), head, start, HUGE).sent()).isLessThan(CUT_OFF_BY);
    }

    @Test
    @DisplayName("L6: a text over 1 MB is refused with the limit, whether its size was said or not")
    void aTextOverTheLimitIsRefused() throws IOException {
        String head = "POST /api/v1/innovations HTTP/1.1\r\nAuthorization: " + Caller.basic("koordinator")
                + "\r\nContent-Type: application/json\r\n";

        Flood said = Flood.of(hub.port(), head, "", HUGE);
        assertThat(said.answer()).startsWith("HTTP/1.1 413").contains("body-too-large", "1 MB");
        assertThat(said.sent()).isLessThan(Imports.FILE_BYTES_MAX);
        for (String more : new String[] {"", "Idempotency-Key: banjir-1\r\n"}) {
            Flood unsaid = Flood.inChunks(hub.port(), head + more, "", HUGE);
            assertThat(unsaid.answer()).startsWith("HTTP/1.1 413").contains("body-too-large", "1 MB");
            assertThat(unsaid.sent()).isLessThan(CUT_OFF_BY);
        }
    }

    @Test
    @DisplayName("L7: a page takes no more than a file either, and says so")
    void aHugeUploadToAPageIsCutOff() throws IOException {
        Flood said = Flood.of(hub.port(), "POST /?v-r=uidl HTTP/1.1\r\n", "", HUGE);

        assertThat(said.answer()).startsWith("HTTP/1.1 413").contains("text/html", "20 MB");
        assertThat(said.sent()).isLessThan(Imports.FILE_BYTES_MAX);
    }
}
