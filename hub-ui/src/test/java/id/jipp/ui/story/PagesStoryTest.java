package id.jipp.ui.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import id.jipp.core.innovation.InnovationQuery;
import id.jipp.core.innovation.Innovations;
import id.jipp.core.log.HubId;
import id.jipp.core.room.Room;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What every page promises, looked at in a real browser: axe finds nothing serious, nothing is wider than the screen, one
 * heading, the chosen language, nothing that fails to load and no fault in the console. The pictures are under {@code
 * target/pictures}.
 */
@ExtendWith(Stage.Play.class)
class PagesStoryTest {
    private static final String SIDEWAYS =
            "document.scrollingElement.scrollWidth > document.scrollingElement.clientWidth + 1";

    @ParameterizedTest(name = "for the public, {0} px, dark {1}, in {2}")
    @CsvSource({"1280, false, id", "1280, true, en", "390, true, id", "390, false, en"})
    void everyPublicPageKeepsItsPromises(int width, boolean dark, String language, Stage stage) {
        Page page = stage.browser().open(width, width == 390 ? 844 : 900, dark);
        look(page, stage.bali(), publicPages(stage), "umum", width, dark, language);
    }

    @ParameterizedTest(name = "for a coordinator, {0} px, dark {1}, in {2}")
    @CsvSource({"1280, false, id", "1280, true, en", "390, true, id", "390, false, en"})
    void everyPageOfACoordinatorKeepsItsPromises(int width, boolean dark, String language, Stage stage) {
        Page page = stage.browser().signedIn(stage.bali(), "koordinator", width, width == 390 ? 844 : 900, dark);
        look(page, stage.bali(), coordinatorPages(stage), "koordinator", width, dark, language);
    }

    private static Map<String, String> publicPages(Stage stage) {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("katalog", "/");
        pages.put("cari", "/inovasi?q=olah+sampah");
        pages.put("tak-ada-hasil", "/inovasi?q=zzzzqqqq");
        pages.put("catatan", "/inovasi/" + record(stage));
        pages.put("masuk", "/login");
        return pages;
    }

    private static Map<String, String> coordinatorPages(Stage stage) {
        Room room = stage.room("Memilah sampah sejak dari rumah");
        stage.say(room, "Bagaimana desa lain membiayai pemilahnya?");
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("meja-kerja", "/");
        pages.put("inovasi", "/inovasi");
        pages.put("inovasi-cari", "/inovasi?q=sampah");
        pages.put("inovasi-tak-ada", "/inovasi?q=zzzzqqqq");
        pages.put("inovasi-catatan", "/inovasi/" + record(stage));
        pages.put("inovasi-baru", "/inovasi/baru");
        pages.put("inovasi-ubah", "/inovasi/" + record(stage) + "/ubah");
        pages.put("inovasi-impor", "/inovasi/impor");
        pages.put("ruang", "/ruang");
        pages.put("ruang-satu", "/ruang/" + room.id());
        pages.put("ruang-tak-ada", "/ruang/bali.zzzzzzzz");
        pages.put("ruang-baru", "/ruang/baru");
        pages.put("ruang-undang", "/ruang/" + room.id() + "/undang");
        pages.put("jaringan", "/jaringan");
        pages.put("jaringan-hub", "/jaringan/jatim");
        pages.put("jaringan-undang", "/jaringan/undang");
        pages.put("jaringan-terima", "/jaringan/terima");
        pages.put("tak-ada", "/tidak-ada");
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

    private static void look(
            Page page,
            RunningHub hub,
            Map<String, String> pages,
            String visitor,
            int width,
            boolean dark,
            String language) {
        page.context().addCookies(List.of(new Cookie("jipp-language", language).setUrl(hub.url())));
        List<String> faults = new ArrayList<>();
        List<String> heard = new ArrayList<>();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                heard.add(message.text());
            }
        });
        page.onPageError(heard::add);
        pages.forEach((name, path) -> {
            heard.clear();
            page.navigate(hub.url() + path);
            page.waitForSelector("h1");
            page.waitForFunction("!document.querySelector('.msgs[aria-busy]')");
            page.evaluate("document.fonts.ready");
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(
                            "target", "pictures", visitor, name + "-" + width + (dark ? "-dark" : "-light") + ".png")));
            List<String> here = new ArrayList<>(Browser.seriousFaults(page));
            boolean absent = name.equals("tak-ada");
            heard.stream()
                    .filter(said -> !(absent && said.contains("404")))
                    .forEach(said -> here.add("console: " + said));
            if ((Boolean) page.evaluate(SIDEWAYS)) {
                here.add("scrolls sideways");
            }
            if (page.locator("h1").count() != 1) {
                here.add("has " + page.locator("h1").count() + " h1");
            }
            if (!language.equals(page.evaluate("document.documentElement.lang"))) {
                here.add("says its language is " + page.evaluate("document.documentElement.lang"));
            }
            here.forEach(fault -> faults.add(path + ": " + fault));
        });
        page.context().close();
        assertThat(faults).isEmpty();
    }
}
