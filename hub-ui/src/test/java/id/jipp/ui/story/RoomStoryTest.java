package id.jipp.ui.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static id.jipp.ui.story.Browser.close;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import id.jipp.core.room.Room;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two people on two hubs in one room, with and without a line. */
@ExtendWith(Stage.Play.class)
class RoomStoryTest {
    @Test
    void whatIsTypedOnOneHubIsReadOnTheOtherAndTheMarkSaysSo(Stage stage) {
        Room room = stage.room("Tanya jawab TOSS");
        Page bali = stage.coordinator(stage.bali());
        Page jatim = stage.staff(stage.jatim());
        enter(bali, stage.bali().url(), room);
        enter(jatim, stage.jatim().url(), room);

        say(bali, "Berapa biaya satu mesin?");

        assertThat(text(jatim, "Berapa biaya satu mesin?")).isVisible();
        assertThat(jatim.locator(".msg .who")).containsText("Bali");
        assertThat(bali.locator(".msg.mine .marks")).containsText("Sampai di Jawa Timur.");
        close(bali, jatim);
    }

    @Test
    void whoIsHereAndWhoTypesIsSeenOnTheOtherHub(Stage stage) {
        Room room = stage.room("Siapa hadir");
        Page bali = stage.coordinator(stage.bali());
        Page jatim = stage.staff(stage.jatim());
        enter(bali, stage.bali().url(), room);
        enter(jatim, stage.jatim().url(), room);

        assertThat(bali.locator(".present")).containsText("Jawa Timur 1");
        assertThat(jatim.locator(".present")).containsText("Bali 1");
        bali.locator(".compose textarea").pressSequentially("Hal");
        assertThat(jatim.locator(".typing")).containsText("Koordinator");
        close(jatim);
        assertThat(bali.locator(".present")).not().containsText("Jawa Timur");
        close(bali);
    }

    @Test
    void whatIsTypedWithoutALineSurvivesAReloadAndArrivesOnceInOrder(Stage stage) throws Exception {
        Room room = stage.room("Saat sambungan putus");
        List<String> written = IntStream.rangeClosed(1, 5)
                .mapToObj(n -> "tanpa sambungan " + n)
                .toList();
        try (CutLine line = new CutLine(stage.jatim())) {
            Page jatim = stage.browser().signedIn(line.url(), "staf", 1280, 900, false);
            enter(jatim, line.url(), room);
            say(jatim, "sebelum putus");
            assertThat(jatim.locator(".msg.mine .marks")).containsText("Sampai di Bali.");

            line.cut();
            assertThat(jatim.locator(".line-state")).containsText("Luring");
            written.forEach(text -> say(jatim, text));
            assertThat(jatim.locator(".line-state")).containsText("5 pesan menunggu");
            assertThat(jatim.locator(".present")).containsText("Terakhir diketahui");
            assertThat(jatim.locator(".sync-state .known")).isHidden();
            line.mend();
            jatim.reload();

            assertThat(jatim.locator(".msg.waiting")).hasCount(0);
            assertThat(jatim.locator(".msg .text")).hasCount(6);
            assertThat(jatim.locator(".msg.mine.newest .marks")).containsText("Sampai di Bali.");
            close(jatim);
        }
        Page bali = stage.coordinator(stage.bali());
        enter(bali, stage.bali().url(), room);
        assertThat(bali.locator(".msg .text")).hasCount(6);
        assertThat(bali.locator(".msg .text").allTextContents().subList(1, 6)).isEqualTo(written);
        close(bali);
    }

    @Test
    void whatIsTypedWithoutALineGoesOutByItselfWhenTheLineIsBack(Stage stage) throws Exception {
        Room room = stage.room("Sambungan kembali sendiri");
        try (CutLine line = new CutLine(stage.bali())) {
            Page bali = stage.browser().signedIn(line.url(), "staf2", 1280, 900, false);
            Page jatim = stage.coordinator(stage.jatim());
            enter(bali, line.url(), room);
            enter(jatim, stage.jatim().url(), room);

            line.cut();
            assertThat(bali.locator(".line-state")).containsText("Luring");
            say(bali, "satu");
            say(jatim, "dari seberang");
            say(bali, "dua");
            line.mend();

            assertThat(jatim.locator(".msg .text")).hasCount(3);
            assertThat(bali.locator(".msg .text")).hasCount(3);
            assertThat(bali.locator(".msg.waiting")).hasCount(0);
            assertThat(bali.locator(".msg .text").allTextContents())
                    .isEqualTo(jatim.locator(".msg .text").allTextContents());
            close(bali, jatim);
        }
    }

    @Test
    void theComposerIsInReachOnADeskAndOnAPhone(Stage stage) {
        Room room = stage.room("Selalu terjangkau");
        IntStream.range(0, 40).forEach(n -> stage.say(room, "pesan panjang ke-" + n));
        for (int[] screen : new int[][] {{1280, 900}, {1366, 600}, {390, 844}}) {
            Page page = stage.browser().signedIn(stage.bali(), "staf", screen[0], screen[1], false);
            enter(page, stage.bali().url(), room);

            assertThat(text(page, "pesan panjang ke-39")).isVisible();
            // the middle of the button belongs to the button: it is on the screen and nothing lies over it
            assertThat(
                            (Boolean)
                                    page.evaluate(
                                            "() => { const button = document.querySelector('.compose button');"
                                                    + "const at = button.getBoundingClientRect();"
                                                    + "return button.contains(document.elementFromPoint(at.x + at.width / 2, at.y + at.height / 2)); }"))
                    .as("%d × %d", screen[0], screen[1])
                    .isTrue();
            close(page);
        }
    }

    @Test
    void aDraftIsStillThereAfterAReload(Stage stage) {
        Room room = stage.room("Draf pesan");
        Page page = stage.coordinator(stage.bali());
        enter(page, stage.bali().url(), room);
        page.locator(".compose textarea").fill("belum selesai");

        page.reload();

        assertThat(page.locator(".compose textarea")).hasValue("belum selesai");
        close(page);
    }

    @Test
    void aLinkToAMessageSurvivesTheSignIn(Stage stage) {
        Room room = stage.room("Tautan ke satu pesan");
        stage.say(room, "pesan yang dituju");
        Page signedIn = stage.coordinator(stage.bali());
        enter(signedIn, stage.bali().url(), room);
        String address = (String) signedIn.locator(".msg a.time")
                .first()
                .evaluate("link => new URL(link.href).pathname + new URL(link.href).search");
        close(signedIn);
        Page stranger = stage.browser().open(390, 844, false);

        stranger.navigate(stage.bali().url() + address);
        Browser.signIn(stranger, "staf");

        assertThat(stranger.locator(".msg.pointed .text")).hasText("pesan yang dituju");
        assertThat(stranger).hasURL(stage.bali().url() + address);
        close(stranger);
    }

    private static void enter(Page page, String url, Room room) {
        page.navigate(url + "/ruang/" + room.id());
        page.waitForSelector(".msgs:not([aria-busy])");
    }

    private static void say(Page page, String text) {
        page.locator(".compose textarea").fill(text);
        page.keyboard().press("Enter");
        text(page, text).waitFor();
    }

    private static Locator text(Page page, String text) {
        return page.locator(".msgs").getByText(text, new Locator.GetByTextOptions().setExact(true));
    }
}
