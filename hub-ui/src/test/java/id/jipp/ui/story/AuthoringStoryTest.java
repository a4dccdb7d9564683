package id.jipp.ui.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static id.jipp.ui.story.Browser.close;
import static id.jipp.ui.story.Browser.press;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
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
        assertThat(page.locator(".said")).hasText("Terbit. Hub yang menerimanya begitu terhubung: Jawa Timur.");
        assertThat(page.locator(".facts")).containsText("Sejak itu belum dikonfirmasi siapa pun.");
        assertThat(page.locator(".facts")).not().containsText("Terakhir dikonfirmasi");
        String path = page.url().substring(stage.bali().url().length());
        Page elsewhere = stage.browser().open(390, 844, false);
        elsewhere.navigate(stage.jatim().url() + path);
        assertThat(elsewhere.locator("h1")).hasText("Puskesmas Keliling Danau Batur");
        assertThat(elsewhere.locator(".facts")).containsText("Terbit di jaringan");
        assertThat(elsewhere.locator(".facts")).not().containsText("Terakhir dikonfirmasi");
        elsewhere.navigate(stage.jatim().url() + "/inovasi?q=keliling+danau");
        assertThat(elsewhere.locator(".inno a").first()).containsText("Puskesmas Keliling Danau Batur");

        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Ubah").setExact(true))
                .click();
        type(page, "Nama setempat", "Pusling Danau");
        press(page, "Terbitkan perubahan");
        assertThat(page.locator("h1")).hasText("Puskesmas Keliling Danau Batur, Pusling Danau");

        press(page, "Hentikan");
        page.getByLabel("Alasan").fill("tidak ada mata anggaran");
        page.locator(".ending")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Hentikan"))
                .click();
        assertThat(page.locator("main")).containsText("Berhenti karena: tidak ada mata anggaran");
        elsewhere.navigate(stage.jatim().url() + path);
        assertThat(elsewhere.locator("main")).containsText("tidak ada mata anggaran");

        press(page, "Jalankan lagi");
        assertThat(page.locator(".said")).containsText("berjalan lagi");
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Ubah")))
                .isVisible();
        close(page, elsewhere);
    }

    @Test
    void aDraftKeepsWhatIsWrongWithoutTakingTheCursorAndOnlyPublishingChecksIt(Stage stage) {
        Page page = stage.coordinator(stage.bali());
        page.navigate(stage.bali().url() + "/inovasi/baru");
        type(page, "Judul", "Kompos Banjar Sesetan");
        type(page, "Tahun", "20245");
        type(page, "Sumber", "denpasar");
        Locator problem = page.getByLabel("Masalah");
        problem.click();
        problem.pressSequentially("Sampah menumpuk.");
        assertThat(page.locator(".foot")).hasAttribute("data-state", "saved");
        assertThat(problem).isFocused();
        problem.pressSequentially("\n- organik");
        assertThat(page.locator(".foot")).hasAttribute("data-state", "saving");
        assertThat(page.locator(".foot")).hasAttribute("data-state", "saved");

        page.reload();
        assertThat(problem).hasValue("Sampah menumpuk.\n- organik");
        assertThat(page.getByRole(AriaRole.SPINBUTTON)).hasValue("20245");
        assertThat(page.getByLabel("Sumber")).hasValue("denpasar");
        press(page, "Terbitkan");
        assertThat(page.locator(".saved")).hasText("Belum terbit. Instansi wajib diisi. Dan 2 isian lain.");
        assertThat(page.getByLabel("Instansi")).isFocused();

        type(page, "Instansi", "DLHK Kota Denpasar");
        type(page, "Tahun", "2024");
        press(page, "Terbitkan");
        assertThat(page.locator(".saved")).containsText("Belum terbit. Sumber: Ini bukan alamat web.");
        assertThat(page.getByLabel("Sumber")).isFocused();
        assertThat(page.locator("vaadin-text-field[data-field=sourceUrl] [slot=error-message]"))
                .isInViewport();
        org.assertj.core.api.Assertions.assertThat(
                        page.locator("vaadin-text-field[data-field=sourceUrl] [slot=error-message]")
                                .boundingBox()
                                .y)
                .isLessThan(page.locator(".foot").boundingBox().y);
        type(page, "Sumber", "https://dlhk.denpasarkota.go.id/");
        press(page, "Terbitkan");

        assertThat(page.locator("main .told")).containsText("- organik");
        assertThat(page.locator(".told section p").last()).hasCSS("white-space", "pre-line");
        assertThat(page.locator(".told")).containsText("dicari peniru: yang dilakukan, hasil.");
        close(page);
    }

    @Test
    void whatWasTypedAMomentAgoIsKeptWhenThePageGoes(Stage stage) {
        Page page = stage.coordinator(stage.bali());
        page.navigate(stage.bali().url() + "/inovasi/baru");
        page.getByLabel("Judul").pressSequentially("Taman Baca Pelabuhan Benoa");
        page.locator("nav")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Meja Kerja"))
                .click();
        Locator task = page.locator("main")
                .getByRole(AriaRole.LISTITEM)
                .filter(new Locator.FilterOptions().setHasText("Taman Baca Pelabuhan Benoa"));
        assertThat(task).isVisible();
        assertThat(page).hasURL(stage.bali().url() + "/");
        task.getByRole(AriaRole.LINK).first().click();
        page.getByLabel("Dasar hukum").pressSequentially("Perwali 7");

        page.getByLabel("Dasar hukum").pressSequentially(" Tahun 2021");
        page.goBack();
        assertThat(page.locator("h1")).containsText("menunggu Anda");
        assertThat(page).hasURL(stage.bali().url() + "/");
        page.goForward();
        assertThat(page.getByLabel("Dasar hukum")).hasValue("Perwali 7 Tahun 2021");

        page.getByLabel("Kategori").pressSequentially("literasi");
        List<String> asked = new ArrayList<>();
        page.onDialog(dialog -> {
            asked.add(dialog.type());
            dialog.accept();
        });
        page.reload();
        assertThat(page.getByLabel("Judul")).hasValue("Taman Baca Pelabuhan Benoa");
        org.assertj.core.api.Assertions.assertThat(asked).containsExactly("beforeunload");

        press(page, "Buang draf");
        press(page, "Ya, buang");
        assertThat(page.locator("h1")).hasText("Inovasi");
        page.navigate(stage.bali().url() + "/");
        assertThat(page.locator("main")).not().containsText("Taman Baca Pelabuhan Benoa");
        close(page);
    }

    @Test
    void aChangeKeepsItselfUntilItIsPublishedOrThrownAway(Stage stage) {
        Page page = stage.coordinator(stage.bali());
        String record = published(page, stage.bali(), "Senam Lansia Pantai Sanur", "Dinas Kesehatan Denpasar");
        page.navigate(record + "/ubah");
        page.getByLabel("Ringkasan").pressSequentially("Tiap Jumat pagi");
        page.locator("nav")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Meja Kerja"))
                .click();
        assertThat(page.locator("main")).containsText("Perubahan belum diterbitkan: Senam Lansia Pantai Sanur");
        page.navigate(record);
        assertThat(page.locator(".told")).not().containsText("Tiap Jumat pagi");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Lanjutkan perubahan"))
                .click();
        assertThat(page.getByLabel("Ringkasan")).hasValue("Tiap Jumat pagi");
        press(page, "Terbitkan perubahan");
        assertThat(page.locator(".told")).containsText("Tiap Jumat pagi");

        page.navigate(record + "/ubah");
        type(page, "Ringkasan", "Salah");
        press(page, "Buang perubahan");
        press(page, "Ya, buang");
        assertThat(page.locator(".told")).containsText("Tiap Jumat pagi");
        assertThat(page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Ubah").setExact(true)))
                .isVisible();
        close(page);
    }

    @Test
    void anAreaThatIsWrittenAndNotPickedIsTheOneThatIsMeant(Stage stage) {
        Page page = stage.coordinator(stage.bali());
        draft(page, stage.bali(), "Sepeda Dinas Serangan", "Dinas Perhubungan");
        Locator area = page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Wilayah"));
        area.click();
        area.fill("denpa");
        assertThat(page.getByRole(AriaRole.OPTION)).hasCount(1);
        area.press("Enter");
        assertThat(area).hasValue("Kota Denpasar, Bali");

        area.fill("antah berantah");
        area.press("Tab");
        assertThat(page.locator("vaadin-combo-box[data-field=areaCode]")).containsText("antah berantah");
        press(page, "Terbitkan");
        assertThat(page.locator(".saved")).containsText("Belum terbit. Wilayah:");
        close(page);
    }

    @Test
    void aRecordLeadsToTalkAboutItAndIsPassedOn(Stage stage) {
        Page page = stage.coordinator(stage.bali());
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        draft(page, stage.bali(), "Kelas Bahasa Isyarat Ubud", "Dinas Sosial Gianyar");
        press(page, "Terbitkan");
        page.waitForURL(RECORD);
        String record = page.url();
        press(page, "Salin tautan");
        assertThat(page.locator(".said")).containsText("Tautan tersalin.");
        org.assertj.core.api.Assertions.assertThat(page.evaluate("navigator.clipboard.readText()"))
                .isEqualTo(record);

        Page elsewhere = stage.coordinator(stage.jatim());
        elsewhere.navigate(stage.jatim().url() + "/inovasi?q=bahasa+isyarat");
        elsewhere.locator(".inno a").first().click();
        elsewhere
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Bicarakan"))
                .click();
        assertThat(elsewhere.getByLabel("Nama ruang")).hasValue("Kelas Bahasa Isyarat Ubud");
        assertThat(elsewhere.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName("Bali")))
                .isChecked();
        press(elsewhere, "Buka ruang");
        assertThat(elsewhere.locator("hub-room"))
                .containsText("/inovasi/" + record.substring(record.lastIndexOf('/') + 1));
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
        String record = published(one, stage.bali(), "Antrean Subak Digital", "Dinas Pertanian Tabanan");
        Page other = one.context().newPage();
        one.navigate(record + "/ubah");
        other.navigate(record + "/ubah");
        type(one, "Hasil", "dari jendela pertama");
        press(one, "Terbitkan perubahan");
        assertThat(one.locator(".told")).containsText("dari jendela pertama");

        type(other, "Hasil", "dari jendela kedua");
        press(other, "Terbitkan perubahan");

        assertThat(other.locator("main")).containsText("Orang lain menyimpan lebih dulu");
        assertThat(other.locator("main")).containsText("dari jendela pertama");
        assertThat(other.locator("main")).containsText("dari jendela kedua");
        assertThat(other.getByText("Pakai tulisan saya")).isInViewport();
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
    /** Writes and publishes one; answers its address. */
    private static String published(Page page, RunningHub hub, String title, String agency) {
        draft(page, hub, title, agency);
        press(page, "Terbitkan");
        assertThat(page.locator("h1")).hasText(title);
        page.waitForURL(RECORD);
        return page.url();
    }

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
