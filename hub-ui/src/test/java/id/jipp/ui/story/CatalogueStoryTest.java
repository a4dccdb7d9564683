package id.jipp.ui.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static id.jipp.ui.story.Browser.close;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody looks through a list that is longer than a page. */
@ExtendWith(Stage.Play.class)
class CatalogueStoryTest {
    @Test
    void theNextPageBeginsAtItsTop(Stage stage) {
        Page page = stage.coordinator(stage.jatim());
        page.navigate(stage.jatim().url() + "/inovasi?urut=judul");
        page.locator(".pager a").last().click();
        assertThat(page).hasURL(stage.jatim().url() + "/inovasi?urut=judul&hal=2");
        assertThat(page.locator("main h1")).isFocused();
        assertThat(page.locator("main h1")).isInViewport(new LocatorAssertions.IsInViewportOptions().setRatio(1));
        close(page);
    }
}
