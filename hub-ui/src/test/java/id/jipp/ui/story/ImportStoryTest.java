package id.jipp.ui.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static id.jipp.ui.story.Browser.close;
import static id.jipp.ui.story.Browser.press;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A coordinator drops a sheet: sees each row judged, takes the good ones in, and takes them back. */
@ExtendWith(Stage.Play.class)
class ImportStoryTest {
    private static final String SHEET = """
            judul;instansi;wilayah;tahun;catatan kami
            Perahu Pintar Sumenep;Dinas Pendidikan Sumenep;Kabupaten Sumenep;2021;dua perahu
            ;Dinas Tanpa Judul;Kabupaten Sumenep;2021;
            Becak Baca Probolinggo;Dinas Perpustakaan Probolinggo;Kota Probolinggo;dua ribu;
            """;

    @Test
    void aSheetIsPreviewedTakenInKnownASecondTimeAndTakenBack(Stage stage) {
        Page page = stage.coordinator(stage.jatim());
        page.navigate(stage.jatim().url() + "/inovasi/impor");
        drop(page, "lembar.csv", SHEET);

        assertThat(page.locator("main")).containsText("1 baris siap");
        assertThat(page.locator("main")).containsText("2 baris bermasalah, tidak ikut masuk");
        assertThat(page.locator(".import-rows")).containsText("Sumenep");
        assertThat(page.locator("main")).containsText("“catatan kami” disimpan sebagai catatan");
        press(page, "Impor 1 baris");
        assertThat(page.locator(".said")).containsText("1 inovasi masuk dan terbit, 2 dilewati.");
        Page elsewhere = stage.browser().open(1280, 900, false);
        elsewhere.navigate(stage.bali().url() + "/inovasi?q=perahu+pintar");
        assertThat(elsewhere.locator(".inno a").first()).containsText("Perahu Pintar Sumenep");

        String record = elsewhere.locator(".inno a").first().getAttribute("href");

        page.navigate(stage.jatim().url() + "/inovasi/impor");
        drop(page, "lembar.csv", SHEET);
        assertThat(page.locator("main")).containsText("1 baris sudah ada di jaringan, dilewati");

        page.navigate(stage.jatim().url() + "/inovasi/impor");
        page.locator(".undoable .line")
                .filter(new Locator.FilterOptions().setHasText("lembar.csv"))
                .getByRole(AriaRole.BUTTON)
                .click();
        assertThat(page.locator(".undoable")).containsText("di sini dan di semua hub, dan tidak dapat dikembalikan");
        assertThat(elsewhere.locator(".inno a").first()).containsText("Perahu Pintar Sumenep");
        press(page, "Ya, tarik kembali 1 inovasi");
        assertThat(page.locator(".said")).containsText("1 inovasi ditarik kembali, di sini dan di semua hub.");
        page.navigate(stage.jatim().url() + record);
        assertThat(page.locator("h1")).hasText("Sudah ditarik");
        assertThat(page.locator("main")).not().containsText("Ubah");
        elsewhere.navigate(stage.bali().url() + "/inovasi?q=perahu+pintar+sumenep");
        assertThat(elsewhere.locator(".inno a").filter(new Locator.FilterOptions().setHasText("Perahu Pintar Sumenep")))
                .hasCount(0);
        close(page, elsewhere);
    }

    @Test
    void aRowWithAProblemIsMendedInThePreview(Stage stage) {
        Page page = stage.coordinator(stage.jatim());
        page.navigate(stage.jatim().url() + "/inovasi/impor");
        drop(
                page,
                "perbaikan.csv",
                "judul;instansi;wilayah;tahun\nGerobak Dongeng;Dinas Arsip Madiun;Kota Madiun;entah\n");
        Locator year = page.locator(".import-row").getByLabel("Tahun");
        assertThat(year).hasValue("entah");

        year.fill("2022");
        year.blur();
        page.locator(".import-row").getByRole(AriaRole.BUTTON).click();

        assertThat(page.locator("main")).containsText("1 baris siap");
        press(page, "Impor 1 baris");
        assertThat(page.locator(".said")).containsText("1 inovasi masuk dan terbit, 0 dilewati.");
        close(page);
    }

    @Test
    void aFileThatIsNoTableIsRefusedInWordsAndAnotherCanBeChosen(Stage stage) {
        Page page = stage.coordinator(stage.jatim());
        page.navigate(stage.jatim().url() + "/inovasi/impor");

        page.locator("vaadin-upload input[type=file]")
                .setInputFiles(new FilePayload("foto.xlsx", "application/octet-stream", new byte[] {1, 2, 3, 4, 5}));

        assertThat(page.locator(".said")).not().isEmpty();
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Pilih berkas")))
                .isVisible();
        close(page);
    }

    private static void drop(Page page, String name, String sheet) {
        page.locator("vaadin-upload input[type=file]")
                .setInputFiles(new FilePayload(name, "text/csv", sheet.getBytes(StandardCharsets.UTF_8)));
    }
}
