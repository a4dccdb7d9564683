package id.jipp.ui.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static id.jipp.ui.story.Browser.close;
import static id.jipp.ui.story.Browser.press;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody comes in, and leaves again. */
@ExtendWith(Stage.Play.class)
class SignInStoryTest {
    @Test
    void aWrongPasswordKeepsTheAccountAndWhoSignsOutIsOut(Stage stage) {
        Page page = stage.browser().open(1280, 900, false);
        page.navigate(stage.bali().url() + "/login");
        page.fill("input[name=akun]", "koordinator");
        page.fill("input[name=sandi]", "bukan ini");
        page.click("button[type=submit]");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("tidak cocok");
        assertThat(page.locator("input[name=akun]")).hasValue("koordinator");
        assertThat(page.locator("input[name=sandi]")).isFocused();
        Browser.signIn(page, "koordinator");

        page.locator("button.me").click();
        press(page, "Keluar");

        assertThat(page.getByRole(AriaRole.STATUS)).hasText("Anda sudah keluar dari hub ini.");
        page.navigate(stage.bali().url() + "/jaringan");
        assertThat(page.locator("input[name=sandi]")).isVisible();
        close(page);
    }
}
