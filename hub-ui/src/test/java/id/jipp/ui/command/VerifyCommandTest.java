package id.jipp.ui.command;

import static org.assertj.core.api.Assertions.assertThat;

import id.jipp.core.store.Documents;
import id.jipp.core.store.MongoStore;
import id.jipp.ui.api.Caller;
import id.jipp.ui.story.RunningHub;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./jipp verify} says of a hub that runs, of the same one stopped, and of one that was tampered with. */
class VerifyCommandTest {
    @TempDir
    Path demo;

    record Said(int code, List<String> lines) {}

    record Named(String id) {}

    @Test
    void aRunningAndAStoppedHubAreFoundRightAndThenWhatIsWrongIsNamed() throws IOException {
        Said running;
        String record;
        try (RunningHub hub = RunningHub.start("bali", "Bali", "51", demo)) {
            Caller nobody = Caller.nobody(hub.url());
            record = nobody.get("/api/v1/innovations?size=1")
                    .json()
                    .at("/items/0/id")
                    .asString();
            running = asked(hub, "Basic " + base64("admin:" + RunningHub.PASSWORD));

            assertThat(running.code()).isZero();
            assertThat(running.lines().getLast()).isEqualTo("OK");
            assertThat(running.lines())
                    .contains("public digest "
                            + nobody.get("/api/v1/digest")
                                    .json()
                                    .path("publicDigest")
                                    .asString());
            assertThat(asked(hub, "Basic " + base64("staf:" + RunningHub.PASSWORD))
                            .code())
                    .isEqualTo(2);
            assertThat(asked(hub, "Basic " + base64("admin:salah")).lines().getFirst())
                    .contains("401", "JIPP_PASSWORD");
            assertThat(ofFolder().code()).isEqualTo(2);
            assertThat(ofFolder().lines().getLast()).startsWith("Could not check:");
        }

        assertThat(ofFolder()).isEqualTo(running);

        Path reached = demo.resolve("bali/log/reached");
        String before = Files.readString(reached);
        Files.writeString(reached, "900000\n");
        assertThat(ofFolder().code()).isEqualTo(1);
        assertThat(ofFolder().lines()).contains("WRONG: The log ends before what it had acknowledged");
        Files.writeString(reached, before);

        takeOutOfTheCatalogue(record);
        assertThat(ofFolder().code()).isEqualTo(1);
        assertThat(ofFolder().lines())
                .contains("WRONG: The catalogue lacks " + record)
                .doesNotContain("OK");
    }

    @Test
    void whatIsNoHubsFolderIsSaidToBeNone() {
        Said said = said(out -> VerifyCommand.main(new String[] {"--data", demo.toString()}, out));

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.lines())
                .containsExactly("Could not check: " + demo + " is not a hub's data folder (it has no log)");
    }

    private void takeOutOfTheCatalogue(String record) {
        try (Documents.Store store = MongoStore.embedded(demo.resolve("bali/store"))) {
            store.collection("innovations_v2", Named.class).remove(List.of(record));
        }
    }

    private static Said asked(RunningHub hub, String authorization) {
        return said(out -> RunningHubCheck.of(URI.create(hub.url()), authorization, out));
    }

    private Said ofFolder() {
        return said(out ->
                VerifyCommand.main(new String[] {"--data", demo.resolve("bali").toString()}, out));
    }

    private static Said said(ToIntFunction<PrintStream> command) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = command.applyAsInt(new PrintStream(out, true, StandardCharsets.UTF_8));
        return new Said(code, out.toString(StandardCharsets.UTF_8).lines().toList());
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
