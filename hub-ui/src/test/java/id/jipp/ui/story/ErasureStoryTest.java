package id.jipp.ui.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static id.jipp.ui.story.Browser.close;
import static id.jipp.ui.story.Browser.press;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import id.jipp.core.room.Message;
import id.jipp.core.room.Room;
import id.jipp.core.room.Rooms;
import id.jipp.ui.api.Caller;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** A coordinator erases a record and a message for good, and sees which hubs have done it. */
@ExtendWith(Stage.Play.class)
class ErasureStoryTest {
    private static final String RECORD = """
            {"title": "Pendampingan keluarga Wayan Sudiarta", "agency": "Dinas Sosial Kota Denpasar",
             "areaCode": "51", "year": 2024, "summary": "Nama warga terbawa ke judul.", "phase": "creation"}
            """;

    @Test
    void aRecordIsErasedForGoodAtBothHubs(Stage stage) {
        Caller program = Caller.of(stage.bali().url(), "koordinator");
        String id = program.post("/api/v1/innovations", RECORD).json().get("id").asString();
        program.post("/api/v1/innovations/" + id + "/publish", "");
        Page page = stage.coordinator(stage.bali());
        page.navigate(stage.bali().url() + "/inovasi/" + id);
        Page elsewhere = stage.staff(stage.jatim());
        elsewhere.navigate(stage.jatim().url() + "/inovasi?q=wayan+sudiarta");
        assertThat(elsewhere.locator(".inno a").first()).containsText("Wayan Sudiarta");
        elsewhere.navigate(stage.jatim().url() + "/inovasi/" + id);
        assertThat(elsewhere.locator("h1")).containsText("Wayan Sudiarta");

        press(page, "Hapus permanen");
        assertThat(page.locator(".ending")).containsText("tidak dapat dibatalkan");
        Assertions.assertThat(Browser.seriousFaults(page)).isEmpty();
        press(page, "Ya, hapus permanen");

        assertThat(page.locator("h1")).hasText("Catatan ini dihapus permanen");
        assertThat(page.locator(".said")).containsText("Sudah dihapus permanen di hub ini");
        assertThat(elsewhere.locator("h1")).hasText("Catatan ini dihapus permanen");
        assertThat(elsewhere.locator("main")).not().containsText("Wayan");
        Assertions.assertThat(Caller.nobody(stage.jatim().url())
                        .get("/api/v1/innovations/" + id)
                        .status())
                .isEqualTo(404);

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Lihat hub mana yang sudah menghapus"))
                .click();
        assertThat(page.locator("h1")).hasText("Penghapusan");
        assertThat(page.locator("main")).containsText("Permintaan orang yang disebut di dalamnya");
        assertThat(page.locator("main")).containsText("Semua hub yang dikenal sudah menghapusnya.");
        Assertions.assertThat(Browser.seriousFaults(page)).isEmpty();
        JsonNode listed = program.get("/api/v1/erasures").json().get("items");
        Assertions.assertThat(listed.get(0).get("done").toString())
                .contains("bali")
                .contains("jatim");
        close(page, elsewhere);
    }

    @Test
    void aMessageIsErasedForGoodAtBothHubs(Stage stage) {
        Room room = stage.room("Penghapusan pesan");
        stage.say(room, "nomor telepon Bu Ketut 0812");
        stage.say(room, "terima kasih");
        Rooms rooms = stage.bali().bean(Rooms.class);
        Message said = rooms.before(room.id(), null, 9, Stage.COORDINATOR).getFirst();
        Page elsewhere = stage.staff(stage.jatim());
        elsewhere.navigate(stage.jatim().url() + "/ruang/" + room.id());
        assertThat(elsewhere.locator(".msg .text").first()).hasText("nomor telepon Bu Ketut 0812");
        Page page = stage.coordinator(stage.bali());
        page.navigate(stage.bali().url() + "/ruang/" + room.id() + "?pesan=" + said.id());

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Hapus permanen"))
                .click();
        assertThat(page.locator("main")).containsText("nomor telepon Bu Ketut 0812");
        Assertions.assertThat(Browser.seriousFaults(page)).isEmpty();
        press(page, "Ya, hapus permanen");

        assertThat(page.locator(".msg .text")).hasText(new String[] {"terima kasih"});
        assertThat(elsewhere.locator(".msg .text")).hasText(new String[] {"terima kasih"});
        close(page, elsewhere);
    }

    @Test
    void nothingStandsStillHereAndOnlyCoordinatorsAreAsked(Stage stage) {
        Page page = stage.coordinator(stage.bali());
        page.navigate(stage.bali().url() + "/jaringan/babak");
        assertThat(page.locator("main")).containsText("Semua aliran hub ini berjalan");
        Page staff = stage.staff(stage.bali());
        staff.navigate(stage.bali().url() + "/jaringan/penghapusan");
        assertThat(staff.locator("main")).not().containsText("Permintaan orang");
        close(page, staff);
    }
}
