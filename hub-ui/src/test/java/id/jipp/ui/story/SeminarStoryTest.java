package id.jipp.ui.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static id.jipp.ui.story.Browser.close;
import static id.jipp.ui.story.Browser.press;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A seminar from its first word to a stranger who reads its slides. */
@ExtendWith(Stage.Play.class)
class SeminarStoryTest {
    private static final Pattern ONE = Pattern.compile(".*/seminar/bali\\.[a-z0-9]+");
    private static final String UPLOADS = "**/api/v1/uploads/*";

    /** More than the module sends at once at first, less than it would need many pieces for. */
    private static final int PAPER_BYTES = 700_000;

    @Test
    void aFileGoesOnAfterAReloadWhereItWasAndIsReadByEverybody(Stage stage, @TempDir Path folder) throws IOException {
        Path paper = paper(folder.resolve("memilah-sampah.pdf"));
        Page page = stage.coordinator(stage.bali());
        String seminar = setUp(page, stage, "Memilah sampah bersama");
        page.navigate(seminar + "/unggah");

        AtomicInteger pieces = new AtomicInteger();
        page.route(UPLOADS, route -> {
            if (route.request().method().equals("PATCH") && pieces.getAndIncrement() > 0) {
                route.abort();
            } else {
                route.resume();
            }
        });
        page.setInputFiles("#berkas", paper);
        assertThat(page.locator(".uploads li")).hasAttribute("data-state", "waiting");
        page.reload();
        page.unroute(UPLOADS);
        assertThat(page.locator(".uploads .state")).containsText("Pilih berkas yang sama");
        List<String> offsets = new ArrayList<>();
        page.onRequest(request -> {
            if (request.method().equals("PATCH")) {
                offsets.add(request.headers().get("upload-offset"));
            }
        });
        page.setInputFiles("#berkas", paper);

        assertThat(page.locator(".arrived h2")).containsText("memilah sampah");
        assertThat(offsets).isNotEmpty().doesNotContain("0");
        press(page, "Tambahkan ke seminar");
        assertThat(page.locator(".arrived")).containsText("isensi");
        assertThat(page.locator(".uploads li")).hasCount(1);
        describe(page);
        assertThat(page.locator(".said")).containsText("dibagikan ke jejaring");
        assertThat(page.locator(".uploads li")).hasCount(0);
        close(page);

        strangerReads(stage, seminar);
        staffOpens(stage, seminar);
        otherHubGets(stage, seminar);
    }

    @Test
    void whatIsTypedInTheFormIsThereAfterAReloadAndWhatIsWrongIsSaidAtItsField(Stage stage) {
        Page page = stage.coordinator(stage.bali());
        page.navigate(stage.bali().url() + "/seminar/baru");
        page.getByLabel("Judul").first().fill("Seminar yang terputus");
        assertThat(page.locator(".foot .saved")).containsText("Tersimpan di perangkat ini");

        page.reload();

        assertThat(page.getByLabel("Judul").first()).hasValue("Seminar yang terputus");
        press(page, "Terbitkan");
        assertThat(page.locator("vaadin-date-picker[invalid]")).containsText("Wajib diisi");
        press(page, "Buang yang diketik");
        page.navigate(stage.bali().url() + "/seminar/baru");
        assertThat(page.getByLabel("Judul").first()).hasValue("");
        close(page);
    }

    private static String setUp(Page page, Stage stage, String title) {
        page.navigate(stage.bali().url() + "/seminar/baru");
        page.getByLabel("Judul").first().fill(title);
        Locator day = page.locator("vaadin-date-picker input").first();
        day.fill("2/12/2026");
        day.press("Enter");
        press(page, "Terbitkan");
        assertThat(page).hasURL(ONE);
        assertThat(page.locator("h1")).hasText(title);
        return page.url();
    }

    private static void describe(Page page) {
        Locator licence = page.locator(".arrived vaadin-combo-box input");
        licence.fill("CC BY 4.0");
        licence.press("Enter");
        page.locator(".arrived vaadin-checkbox input").check();
        press(page, "Tambahkan ke seminar");
    }

    private static void strangerReads(Stage stage, String seminar) {
        Page stranger = stage.browser().open(390, 844, false);
        stranger.navigate(seminar);
        assertThat(stranger.locator("h1")).hasText("Memilah sampah bersama");
        String address = stranger.locator(".materials a.title").getAttribute("href");
        var file = stranger.request().get(stage.bali().url() + address);
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.headers()).containsEntry("content-type", "application/pdf");
        assertThat(file.body()).hasSize(PAPER_BYTES);
        close(stranger);
    }

    private static void staffOpens(Stage stage, String seminar) {
        Page staff = stage.browser().signedIn(stage.bali(), "staf", 1280, 900, false);
        List<String> faults = new ArrayList<>();
        staff.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                faults.add(message.text());
            }
        });
        staff.navigate(seminar);
        Response shown = staff.waitForResponse(
                response -> response.url().contains("/api/v1/materials/"),
                () -> staff.locator(".materials a.title").click());
        assertThat(shown.status()).isBetween(200, 206);
        assertThat(staff.locator(".viewer iframe")).isVisible();
        assertThat(shown.headers().get("content-security-policy")).contains("frame-ancestors 'self'");
        assertThat(shown.headers().get("content-security-policy")).doesNotContain("sandbox");
        assertThat(faults).isEmpty();
        close(staff);
    }

    private static void otherHubGets(Stage stage, String seminar) {
        Page other = stage.staff(stage.jatim());
        other.navigate(stage.jatim().url() + seminar.substring(seminar.indexOf("/seminar/")));
        assertThat(other.locator("h1")).hasText("Memilah sampah bersama");
        assertThat(other.getByRole(AriaRole.MAIN).locator(".materials")).containsText("Ada di sini");
        close(other);
    }

    /** A real document, made longer by a comment before a second word of where its table is. */
    private static Path paper(Path place) throws IOException {
        try (InputStream in = SeminarStoryTest.class.getResourceAsStream("/demo/materials/acara-seminar.pdf")) {
            String document = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.ISO_8859_1);
            String table = document.substring(document.lastIndexOf("startxref"));
            String comment = "%" + "x".repeat(PAPER_BYTES - document.length() - table.length() - 2) + "\n";
            Files.writeString(place, document + comment + table, StandardCharsets.ISO_8859_1);
            return place;
        }
    }
}
