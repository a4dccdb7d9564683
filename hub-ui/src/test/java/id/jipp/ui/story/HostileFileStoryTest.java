package id.jipp.ui.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import id.jipp.ui.api.Caller;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What somebody uploads is opened in a coordinator's own page, in every way a page can open something. */
@ExtendWith(SharedHub.class)
class HostileFileStoryTest {
    private static final String SCRIPT = "window.jippWasHit=1;top.jippWasHit=1";

    private static final String OPEN_IN_EVERY_WAY = """
            async address => {
                const opened = ['script', 'iframe', 'embed', 'object', 'img', 'link'].map(name => new Promise(done => {
                    const element = document.createElement(name);
                    element.onload = element.onerror = done;
                    setTimeout(done, 2000);
                    if (name === 'object') element.data = address;
                    else if (name === 'link') { element.rel = 'stylesheet'; element.href = address; }
                    else element.src = address;
                    document.body.append(element);
                }));
                await Promise.all(opened);
                try { await import(address); } catch (refused) { /* as it should be */ }
                return window.jippWasHit === undefined;
            }
            """;

    @Test
    @DisplayName("U4: no script of a file runs, however a page opens it")
    void noScriptOfAFileRuns(RunningHub hub) {
        List<String> files = List.of(
                attached(hub, "skrip.txt", SCRIPT.getBytes(StandardCharsets.UTF_8)),
                attached(
                        hub,
                        "gaya.csv",
                        "a;b\n</style><script>window.jippWasHit=1</script>".getBytes(StandardCharsets.UTF_8)),
                attached(hub, "dua-wajah.png", pictureWith("<html><script>" + SCRIPT + "</script></html>")));
        try (Browser browser = Browser.start()) {
            Page page = browser.signedIn(hub, "koordinator", 1280, 800, false);
            for (String file : files) {
                assertThat(page.evaluate(OPEN_IN_EVERY_WAY, file)).as(file).isEqualTo(true);
            }
            page.navigate(hub.url() + files.getLast());
            assertThat(page.evaluate("document.contentType + ' ' + document.scripts.length"))
                    .isEqualTo("image/png 0");
            assertThat(page.evaluate("origin")).isEqualTo("null");
        }
    }

    private static String attached(RunningHub hub, String name, byte[] bytes) {
        Caller coordinator = Caller.of(hub.url(), "koordinator");
        String seminar = coordinator
                .post("/api/v1/seminars", "{\"title\": \"Berkas jahat\", \"start\": \"2023\"}")
                .header("Location");
        Caller.Answer attached =
                coordinator.form(seminar + "/materials", name, bytes, "licence=CC BY 4.0", "share=network");
        assertThat(attached.status()).as(attached.text()).isEqualTo(201);
        return "/api/v1/materials/" + attached.json().path("sha256").asString();
    }

    /** A picture of one point, and behind it what a browser could take for a page. */
    private static byte[] pictureWith(String page) {
        byte[] picture = Base64.getDecoder()
                .decode(
                        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");
        byte[] behind = page.getBytes(StandardCharsets.UTF_8);
        byte[] all = java.util.Arrays.copyOf(picture, picture.length + behind.length);
        System.arraycopy(behind, 0, all, picture.length, behind.length);
        return all;
    }
}
