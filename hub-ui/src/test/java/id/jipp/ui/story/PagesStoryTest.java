package id.jipp.ui.story;

import static id.jipp.ui.story.Browser.close;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import id.jipp.core.innovation.InnovationQuery;
import id.jipp.core.innovation.Innovations;
import id.jipp.core.log.Hash;
import id.jipp.core.log.HubId;
import id.jipp.core.material.Materials;
import id.jipp.core.room.MessageId;
import id.jipp.core.room.Room;
import id.jipp.core.seminar.SeminarId;
import id.jipp.core.seminar.SeminarQuery;
import id.jipp.core.seminar.Seminars;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every page promises, looked at in a real browser: axe finds nothing serious, nothing is wider than the screen, one
 * heading, the chosen language, nothing that fails to load and no fault in the console. The pictures are under {@code
 * target/pictures}.
 */
@ExtendWith(Stage.Play.class)
class PagesStoryTest {
    private static final String ABSENT = "tak-ada";
    private static final String SIDEWAYS =
            "document.scrollingElement.scrollWidth > document.scrollingElement.clientWidth + 1";

    /**
     * How somebody looks at a page: each page is loaded once a language and then seen in each of that language's ways. Axe
     * looks at the first of them, so at either width and in either scheme once.
     */
    private record Way(int width, int height, boolean dark) {
        static List<Way> of(String language) {
            return language.equals("id")
                    ? List.of(new Way(1280, 900, false), new Way(390, 844, true))
                    : List.of(new Way(390, 844, true), new Way(1280, 900, true), new Way(390, 844, false));
        }

        void of(Page page) {
            page.setViewportSize(width, height);
            page.emulateMedia(
                    new Page.EmulateMediaOptions().setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT));
        }

        @Override
        public String toString() {
            return width + (dark ? "-dark" : "-light");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "en"})
    void everyPublicPageKeepsItsPromises(String language, Stage stage) {
        Page page = stage.browser().open(1280, 900, false);
        look(page, stage.bali(), publicPages(stage), "umum", language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "en"})
    void everyPageOfACoordinatorKeepsItsPromises(String language, Stage stage) {
        Page page = stage.coordinator(stage.bali());
        look(page, stage.bali(), coordinatorPages(stage), "koordinator", language);
    }

    private static Map<String, String> publicPages(Stage stage) {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("katalog", "/");
        pages.put("cari", "/inovasi?q=olah+sampah");
        pages.put("tak-ada-hasil", "/inovasi?q=zzzzqqqq");
        pages.put("catatan", "/inovasi/" + record(stage));
        pages.put("seminar", "/seminar");
        pages.put("seminar-satu", "/seminar/" + seminar(stage));
        pages.put("masuk", "/login");
        return pages;
    }

    private static Map<String, String> coordinatorPages(Stage stage) {
        Room room = stage.room("Memilah sampah sejak dari rumah");
        MessageId said = stage.say(room, "Bagaimana desa lain membiayai pemilahnya?");
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("meja-kerja", "/");
        pages.put("inovasi", "/inovasi");
        pages.put("inovasi-cari", "/inovasi?q=sampah");
        pages.put("inovasi-tak-ada", "/inovasi?q=zzzzqqqq");
        pages.put("inovasi-catatan", "/inovasi/" + record(stage));
        pages.put("inovasi-baru", "/inovasi/baru");
        pages.put("inovasi-ubah", "/inovasi/" + record(stage) + "/ubah");
        pages.put("inovasi-impor", "/inovasi/impor");
        pages.put("seminar", "/seminar");
        pages.put("seminar-tak-ada", "/seminar?q=zzzzqqqq");
        pages.put("seminar-satu", "/seminar/" + seminar(stage));
        pages.put("seminar-berkas", "/seminar/" + seminar(stage) + "/berkas/" + file(stage));
        pages.put("seminar-baru", "/seminar/baru");
        pages.put("seminar-ubah", "/seminar/" + seminar(stage) + "/ubah");
        pages.put("seminar-unggah", "/seminar/" + seminar(stage) + "/unggah");
        pages.put("ruang", "/ruang");
        pages.put("ruang-satu", "/ruang/" + room.id());
        pages.put("ruang-tak-ada", "/ruang/bali.zzzzzzzz");
        pages.put("ruang-baru", "/ruang/baru");
        pages.put("ruang-hapus", "/ruang/" + room.id() + "/hapus/" + said);
        pages.put("ruang-undang", "/ruang/" + room.id() + "/undang");
        pages.put("jaringan", "/jaringan");
        pages.put("jaringan-hub", "/jaringan/jatim");
        pages.put("jaringan-undang", "/jaringan/undang");
        pages.put("jaringan-terima", "/jaringan/terima");
        pages.put("jaringan-paket", "/jaringan/paket");
        pages.put("jaringan-penghapusan", "/jaringan/penghapusan");
        pages.put("jaringan-babak", "/jaringan/babak");
        pages.put(ABSENT, "/tidak-ada");
        return pages;
    }

    private static String record(Stage stage) {
        return stage.bali()
                .bean(Innovations.class)
                .list(new InnovationQuery(
                        "", null, null, null, new HubId("bali"), null, InnovationQuery.Sort.TITLE, 0, 1))
                .items()
                .getFirst()
                .id()
                .toString();
    }

    /** The one with a material that came with the demo. */
    private static SeminarId seminar(Stage stage) {
        return stage.bali()
                .bean(Seminars.class)
                .list(new SeminarQuery("RIPP", null, new HubId("bali"), 0, 1))
                .items()
                .getFirst()
                .id();
    }

    private static Hash file(Stage stage) {
        return stage.bali()
                .bean(Materials.class)
                .of(seminar(stage), null)
                .getFirst()
                .id()
                .file();
    }

    private static void look(Page page, RunningHub hub, Map<String, String> pages, String visitor, String language) {
        page.context().addCookies(List.of(new Cookie("jipp-language", language).setUrl(hub.url())));
        List<String> faults = new ArrayList<>();
        List<String> heard = new ArrayList<>();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                heard.add("console: " + message.text());
            }
        });
        page.onPageError(heard::add);
        pages.forEach((name, path) -> {
            heard.clear();
            page.navigate(hub.url() + path);
            page.waitForSelector("h1");
            page.waitForFunction("!document.querySelector('.msgs[aria-busy]')");
            page.evaluate("document.fonts.ready");
            heard.stream()
                    .filter(said -> !(name.equals(ABSENT) && said.contains("404")))
                    .forEach(said -> faults.add(path + ": " + said));
            if (page.locator("h1").count() != 1) {
                faults.add(path + ": has " + page.locator("h1").count() + " h1");
            }
            if (!language.equals(page.evaluate("document.documentElement.lang"))) {
                faults.add(path + ": says its language is " + page.evaluate("document.documentElement.lang"));
            }
            for (Way way : Way.of(language)) {
                way.of(page);
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(Path.of("target", "pictures", visitor, name + "-" + way + ".png")));
                if (way.equals(Way.of(language).getFirst())) {
                    Browser.seriousFaults(page).forEach(fault -> faults.add(path + " " + way + ": " + fault));
                }
                if ((Boolean) page.evaluate(SIDEWAYS)) {
                    faults.add(path + " " + way + ": scrolls sideways");
                }
            }
        });
        close(page);
        assertThat(faults).isEmpty();
    }
}
