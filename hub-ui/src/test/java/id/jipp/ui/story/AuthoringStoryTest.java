package id.jipp.ui.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static id.jipp.ui.story.Browser.close;
import static id.jipp.ui.story.Browser.press;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An innovation's life as its own hub writes it: drafted, published, changed, ended. */
@ExtendWith(Stage.Play.class)
class AuthoringStoryTest {
    /** The address follows what is shown a moment later. */
    private static final Pattern RECORD = Pattern.compile(".*/inovasi/[a-z0-9-]+\\.[a-z0-9]+$");

    @Test
    void aRecordIsDraftedPublishedReadElsewhereChangedAndEnded(Stage stage) {
        Page page = stage.coordinator(stage.bali());
        draft(page, stage.bali(), "Puskesmas Keliling Danau Batur", "Dinas Kesehatan Bangli");
        type(page, "Hasil", "Warga seberang danau diperiksa tiap pekan.");
        assertThat(page.locator(".saved")).containsText("Tersimpan");

        page.reload();
        assertThat(page.getByLabel("Judul")).hasValue("Puskesmas Keliling Danau Batur");
        press(page, "Terbitkan");

        assertThat(page).hasURL(Pattern.compile(".*/inovasi/bali\\.[a-z0-9]+$"));
        String path = page.url().substring(stage.bali().url().length());
        Page elsewhere = stage.browser().open(390, 844, false);
        elsewhere.navigate(stage.jatim().url() + path);
        assertThat(elsewhere.locator("h1")).hasText("Puskesmas Keliling Danau Batur");
        elsewhere.navigate(stage.jatim().url() + "/inovasi?q=keliling+danau");
        assertThat(elsewhere.locator(".inno a").first()).containsText("Puskesmas Keliling Danau Batur");

        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Ubah").setExact(true))
                .click();
        type(page, "Nama setempat", "Pusling Danau");
        press(page, "Simpan perubahan");
        assertThat(page.locator("h1")).hasText("Puskesmas Keliling Danau Batur, Pusling Danau");

        press(page, "Hentikan");
        page.getByLabel("Alasan").fill("tidak ada mata anggaran");
        page.locator(".ending")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Hentikan"))
                .click();
        assertThat(page.locator("main")).containsText("Berhenti karena: tidak ada mata anggaran");
        elsewhere.navigate(stage.jatim().url() + path);
        assertThat(elsewhere.locator("main")).containsText("tidak ada mata anggaran");
        close(page, elsewhere);
    }

    @Test
    void aTitleThatIsNearlyKnownIsShownBeforeATwinIsMade(Stage stage) {
        Page first = stage.coordinator(stage.jatim());
        draft(first, stage.jatim(), "Kebun Sayur Lansia Bahagia", "Dinas Sosial Kediri");
        press(first, "Terbitkan");
        assertThat(first.locator("h1")).hasText("Kebun Sayur Lansia Bahagia");

        Page second = stage.coordinator(stage.bali());
        second.navigate(stage.bali().url() + "/inovasi/baru");
        type(second, "Judul", "Kebun sayur lansia");

        assertThat(second.locator(".similar")).containsText("Kebun Sayur Lansia Bahagia");
        assertThat(second.locator(".similar .hub")).hasText("Jawa Timur");
        press(second, "Berbeda, lanjutkan");
        assertThat(second.locator(".saved")).containsText("Tersimpan");
        close(first, second);
    }

    @Test
    void whoSavesSecondSeesBothTextsAndChooses(Stage stage) {
        Page one = stage.coordinator(stage.bali());
        draft(one, stage.bali(), "Antrean Subak Digital", "Dinas Pertanian Tabanan");
        press(one, "Terbitkan");
        assertThat(one.locator("h1")).hasText("Antrean Subak Digital");
        one.waitForURL(RECORD);
        String record = one.url();
        Page other = one.context().newPage();
        one.navigate(record + "/ubah");
        other.navigate(record + "/ubah");
        type(one, "Hasil", "dari jendela pertama");
        type(other, "Hasil", "dari jendela kedua");
        press(one, "Simpan perubahan");
        assertThat(one.locator("main")).containsText("dari jendela pertama");

        press(other, "Simpan perubahan");

        assertThat(other.locator("main")).containsText("Orang lain menyimpan lebih dulu");
        assertThat(other.locator("main")).containsText("dari jendela pertama");
        assertThat(other.locator("main")).containsText("dari jendela kedua");
        press(other, "Pakai tulisan saya");
        assertThat(other.locator(".two")).containsText("dari jendela kedua");
        close(one);
    }

    @Test
    void whatAMemberOfTheStaffDraftsTheCoordinatorPublishes(Stage stage) {
        Page staff = stage.staff(stage.bali());
        Page desk = staff.context().newPage();
        desk.navigate(stage.bali().url());
        draft(staff, stage.bali(), "Loket Ramah Difabel Gianyar", "Disdukcapil Gianyar");
        press(staff, "Simpan draf");
        assertThat(staff.locator("h1")).hasText("Loket Ramah Difabel Gianyar");
        assertThat(staff.locator("main")).containsText("Draf");
        assertThat(desk.locator(".tasks")).containsText("Loket Ramah Difabel Gianyar");
        assertThat(desk.locator(".rail li").first().locator(".count > span").first())
                .hasText(String.valueOf(desk.locator(".task").count()));

        Page coordinator = stage.coordinator(stage.bali());
        staff.waitForURL(RECORD);
        coordinator.navigate(staff.url());
        press(coordinator, "Terbitkan");

        assertThat(coordinator.locator(".said")).containsText("Terbit.");
        assertThat(staff.locator("main")).not().containsText("Draf.");
        close(staff, coordinator);
    }

    /** Begins a record and sees that it is kept. */
    private static void draft(Page page, RunningHub hub, String title, String agency) {
        page.navigate(hub.url() + "/inovasi/baru");
        type(page, "Judul", title);
        type(page, "Instansi", agency);
        assertThat(page.locator(".saved")).containsText("Tersimpan");
    }

    /** Fills the field, leaves it, and waits until the hub has heard of it. */
    private static void type(Page page, String label, String text) {
        Locator field = page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
        page.waitForResponse(answer -> answer.url().contains("v-r=uidl"), () -> {
            field.fill(text);
            field.blur();
        });
    }
}
