package id.jipp.ui.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static id.jipp.ui.story.Browser.close;
import static id.jipp.ui.story.Browser.press;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Two hubs that do not know each other are linked by their coordinators, in two browsers. */
@ExtendWith(Stage.Play.class)
class LinkStoryTest {
    @TempDir
    private Path folder;

    @Test
    void aCodeFourWordsAndTwoYesesLinkTwoHubs(Stage stage) {
        try (RunningHub maluku = RunningHub.start("maluku", "Maluku", "81", folder.resolve("a"));
                RunningHub papua = RunningHub.start("papua", "Papua", "91", folder.resolve("b"))) {
            Page inviting = stage.coordinator(maluku);
            inviting.navigate(maluku.url() + "/jaringan/undang");
            press(inviting, "Buat kode undangan");
            String code = inviting.getByLabel("Kode undangan").inputValue();

            Page asking = stage.coordinator(papua);
            asking.navigate(papua.url() + "/jaringan/terima");
            asking.getByLabel("Kode undangan").fill(code);
            press(asking, "Baca kode");
            assertThat(asking.locator("main")).containsText("Hub Maluku mengundang kita");
            List<String> wordsThere = words(asking);
            press(asking, "Minta terhubung dengan Maluku");
            assertThat(asking).hasURL(papua.url() + "/jaringan/maluku");

            inviting.navigate(maluku.url() + "/");
            assertThat(inviting.locator(".tasks")).containsText("Papua");
            inviting.navigate(maluku.url() + "/jaringan/papua");
            assertThat(inviting.locator("main")).containsText("Hub Papua meminta terhubung");
            assertThat(words(inviting)).hasSize(4).isEqualTo(wordsThere);
            press(inviting, "Terima");

            assertThat(inviting.locator(".said")).containsText("Terhubung dengan Papua.");
            assertThat(asking.locator("main")).containsText("Sama persis dengan kita");
            inviting.navigate(maluku.url() + "/jaringan");
            assertThat(inviting.locator("main")).containsText("1 hub sama persis dengan kita.");

            inviting.navigate(maluku.url() + "/jaringan/undang");
            press(inviting, "Buat kode undangan");
            asking.navigate(papua.url() + "/jaringan/terima");
            asking.getByLabel("Kode undangan")
                    .fill(inviting.getByLabel("Kode undangan").inputValue());
            press(asking, "Baca kode");
            assertThat(asking.locator(".said")).containsText("Hub ini sudah mengenal Maluku");
            close(inviting, asking);
        }
    }

    private static List<String> words(Page page) {
        return page.locator(".four-words").first().locator(".word").allTextContents();
    }
}
