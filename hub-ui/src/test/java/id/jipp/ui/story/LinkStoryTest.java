package id.jipp.ui.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static id.jipp.ui.story.Browser.close;
import static id.jipp.ui.story.Browser.press;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import id.jipp.core.innovation.InnovationFields;
import id.jipp.core.innovation.InnovationId;
import id.jipp.core.innovation.Innovations;
import id.jipp.core.log.HubId;
import id.jipp.core.person.Person;
import id.jipp.core.person.PersonId;
import id.jipp.core.person.Role;
import id.jipp.ui.api.Caller;
import id.jipp.ui.api.Caller.Answer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
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

    @Test
    void aHubLeavesTheOtherSaysSoAndANewCodeLinksThemAgain(Stage stage) {
        try (RunningHub riau = RunningHub.start("riau", "Riau", "14", folder.resolve("c"));
                RunningHub jambi = RunningHub.start("jambi", "Jambi", "15", folder.resolve("d"))) {
            Page one = stage.coordinator(riau);
            Page other = stage.coordinator(jambi);
            link(one, riau, other, jambi);

            one.navigate(riau.url() + "/jaringan/jambi");
            other.navigate(jambi.url() + "/jaringan/riau");
            press(one, "Keluar");
            assertThat(one.locator("main")).containsText("Yang tetap: catatan, pesan, dan kunci mereka");
            assertThat(one.locator("main")).containsText("Untuk terhubung lagi perlu undangan baru.");
            press(one, "Ya, keluar");
            assertThat(one.locator(".said")).containsText("Kita sudah keluar.");
            assertThat(other.locator("main")).containsText("Mereka sudah keluar.");

            link(other, jambi, one, riau);
            assertThat(one.locator("main")).containsText("Sama persis dengan kita");
            close(one, other);
        }
    }

    @Test
    void aPolicyTakesEffectAtOnce(Stage stage) {
        try (RunningHub aceh = RunningHub.start("aceh", "Aceh", "11", folder.resolve("e"));
                RunningHub bengkulu = RunningHub.start("bengkulu", "Bengkulu", "17", folder.resolve("f"))) {
            Page author = stage.coordinator(aceh);
            Page reader = stage.coordinator(bengkulu);
            link(author, aceh, reader, bengkulu);
            InnovationId id = published(aceh, "Kebun Obat Sekolah", "Anak merawat tanaman obat bersama kader.");
            reader.navigate(bengkulu.url() + "/inovasi?q=kader");
            assertThat(reader.locator("main")).containsText("Kebun Obat Sekolah");

            reader.navigate(bengkulu.url() + "/jaringan/aceh");
            reader.getByText("Hanya rujukan: punya mereka di sini").click();
            press(reader, "Simpan");
            assertThat(reader.locator(".said")).containsText("Tersimpan. Berlaku mulai sekarang.");

            reader.navigate(bengkulu.url() + "/inovasi?q=kader");
            assertThat(reader.locator("main")).not().containsText("Kebun Obat Sekolah");
            reader.navigate(bengkulu.url() + "/inovasi/" + id);
            assertThat(reader.locator("main")).containsText("Hanya rujukan");
            assertThat(reader.locator("main")).not().containsText("Anak merawat");
            assertThat(reader.locator("main a", new Page.LocatorOptions().setHasText("Baca di hub asalnya")))
                    .hasAttribute("href", aceh.url() + "/inovasi/" + id);
            Answer open = Caller.nobody(bengkulu.url()).get("/api/v1/innovations/" + id);
            assertThat(open.json().get("summary").asString()).isEmpty();
            assertThat(open.json().get("originUrl").asString()).isEqualTo(aceh.url() + "/inovasi/" + id);
            Answer page = Caller.nobody(bengkulu.url()).get("/inovasi/" + id, "Accept", "text/html");
            assertThat(page.text()).contains("Hanya rujukan").doesNotContain("Anak merawat");
            close(author, reader);
        }
    }

    private static InnovationId published(RunningHub hub, String title, String summary) {
        Person by = new Person(new PersonId(new HubId("aceh"), "koordinator"), "K", "", Set.of(Role.COORDINATOR));
        Innovations innovations = hub.bean(Innovations.class);
        InnovationFields fields = new InnovationFields(
                title,
                "",
                "Dinas Kesehatan",
                "11.01",
                "",
                null,
                "",
                "",
                summary,
                "",
                "",
                "",
                "",
                null,
                "",
                List.of(),
                null,
                null,
                "",
                Map.of());
        InnovationId id =
                innovations.saveDraft(null, fields, null, by).orThrow().id();
        innovations.publish(id, by).orThrow();
        return id;
    }

    /** By a code of the first, in both browsers, until both say that they hold the same. */
    private static void link(Page inviting, RunningHub inviter, Page asking, RunningHub asker) {
        inviting.navigate(inviter.url() + "/jaringan/undang");
        press(inviting, "Buat kode undangan");
        String code = inviting.getByLabel("Kode undangan").inputValue();
        asking.navigate(asker.url() + "/jaringan/terima");
        asking.getByLabel("Kode undangan").fill(code);
        press(asking, "Baca kode");
        asking.locator("vaadin-button", new Page.LocatorOptions().setHasText("Minta terhubung dengan"))
                .click();
        assertThat(asking).hasURL(Pattern.compile(".*/jaringan/[a-z]+"));
        inviting.navigate(inviter.url() + "/jaringan");
        inviting.locator("a[aria-label^='Jawab: ']").click();
        press(inviting, "Terima");
        assertThat(inviting.locator("main")).containsText("Sama persis dengan kita");
        assertThat(asking.locator("main")).containsText("Sama persis dengan kita");
    }

    private static List<String> words(Page page) {
        return page.locator(".four-words").first().locator(".word").allTextContents();
    }
}
