package id.jipp.ui.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static id.jipp.ui.story.Browser.close;
import static id.jipp.ui.story.Browser.press;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A page whose hub does not answer, and one whose hub came back without knowing it. */
@ExtendWith(Stage.Play.class)
class CutStoryTest {
    @Test
    void aPageSaysThatItsHubIsAwayAndGoesOnByItself(Stage stage) throws Exception {
        try (CutLine line = new CutLine(stage.jatim())) {
            Page page = stage.browser().signedIn(line.url(), "koordinator", 1280, 900, false);
            assertThat(page.locator(".sync-state .known")).containsText("Terhubung");

            line.cut();

            assertThat(page.locator(".sync-state .cut")).isVisible();
            assertThat(page.locator(".sync-state .known")).isHidden();
            catalogue(page).click();
            assertThat(page.locator(".line-notices .held")).isVisible();
            assertThat(page).hasURL(line.url() + "/");
            assertThat(page.locator(".v-status-message")).isHidden();

            line.mend();

            assertThat(page.locator(".sync-state .known")).isVisible();
            assertThat(page.locator(".line-notices .held")).isHidden();
            assertThat(page).hasURL(line.url() + "/inovasi");
            close(page);
        }
    }

    @Test
    void aPageItsHubHasForgottenLoadsItselfAgainAndComesBackToTheSameAddress(Stage stage) throws Exception {
        try (CutLine line = new CutLine(stage.jatim())) {
            Page page = stage.browser().signedIn(line.url(), "koordinator", 1280, 900, false);
            page.navigate(line.url() + "/jaringan/terima");
            assertThat(page.locator(".sync-state .known")).isVisible();

            forget(page, line.url());
            catalogue(page).click();

            assertThat(page).hasURL(line.url() + "/login");
            Browser.signIn(page, "koordinator");
            assertThat(page).hasURL(line.url() + "/jaringan/terima");
            close(page);
        }
    }

    @Test
    void whatWasTypedOnAPageItsHubHasForgottenStaysUntilOneLoadsAgain(Stage stage) throws Exception {
        try (CutLine line = new CutLine(stage.jatim())) {
            Page page = stage.browser().signedIn(line.url(), "koordinator", 1280, 900, false);
            page.navigate(line.url() + "/jaringan/terima");
            Locator code = page.getByLabel("Kode undangan");
            code.fill("belum selesai disalin");

            forget(page, line.url());
            catalogue(page).click();

            assertThat(page.locator(".line-notices .ended")).isVisible();
            assertThat(page.locator(".v-system-error")).hasCount(0);
            page.keyboard().press("Escape");
            assertThat(code).hasValue("belum selesai disalin");
            press(page, "Muat ulang");
            assertThat(page).hasURL(line.url() + "/login");
            close(page);
        }
    }

    private static Locator catalogue(Page page) {
        return page.locator(".rail a[href=inovasi]");
    }

    /** The browser is now one the hub does not know, as after a restart of the hub. */
    private static void forget(Page page, String url) {
        page.context().addCookies(List.of(new Cookie("JIPP_jatim", "0123456789ABCDEF0123456789ABCDEF").setUrl(url)));
    }
}
