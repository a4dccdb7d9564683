package id.jipp.ui.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static id.jipp.ui.story.Browser.close;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import id.jipp.core.room.Room;
import id.jipp.core.room.Rooms;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two people on two hubs in one room, with and without a line. */
@ExtendWith(Stage.Play.class)
class RoomStoryTest {
    private static final Pattern MISSED = Pattern.compile("Ke sekarang, [1-5]?[0-9] pesan baru");

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
    void aRoomOpensAtTheFirstUnreadMessageAndOnlyWhatWasOnTheScreenIsRead(Stage stage) {
        Room room = stage.room("Mulai dari yang baru");
        IntStream.range(0, 60).forEach(n -> stage.say(room, "kabar ke-" + n));
        Page page = stage.browser().signedIn(stage.bali(), "staf2", 1280, 900, false);

        enter(page, stage.bali().url(), room);

        assertThat(page.locator(".msgs > .new")).isInViewport();
        assertThat(text(page, "kabar ke-59")).not().isInViewport();
        assertThat(page.locator(".to-now")).hasText(MISSED);

        page.reload();

        assertThat(page.locator(".msgs > .new")).isInViewport();
        assertThat(text(page, "kabar ke-0")).not().isInViewport();
        page.locator(".to-now").click();
        assertThat(text(page, "kabar ke-59")).isInViewport();
        assertThat(page.locator(".to-now")).isHidden();

        page.reload();

        assertThat(text(page, "kabar ke-59")).isInViewport();
        assertThat(page.locator(".msgs > .new")).hasCount(0);
        close(page);
    }

    @Test
    void anInvitationIsOnTheDeskAndInTheRailUntilOneHasBeenThere(Stage stage) {
        Room room = stage.room("Undangan dari seberang");
        Page jatim = stage.browser().signedIn(stage.jatim(), "staf2", 1280, 900, false);
        Locator invited = jatim.locator(".task").getByText("Undangan dari seberang");
        Locator atRooms = jatim.locator(".rail a[href=ruang] .count");

        assertThat(invited).isVisible();
        assertThat(atRooms).not().isEmpty();
        countsAreTheSame(jatim);
        enter(jatim, stage.jatim().url(), room);
        jatim.navigate(stage.jatim().url() + "/");

        assertThat(jatim.locator("h1")).isVisible();
        assertThat(invited).hasCount(0);
        countsAreTheSame(jatim);
        close(jatim);
    }

    @Test
    void whoReadsAllTopicsChoosesWhichOneTheyWriteFor(Stage stage) {
        Room room = stage.bali()
                .bean(Rooms.class)
                .open("Dua topik", "", List.of("Memilah", "Mengangkut"), Set.of(), Stage.COORDINATOR)
                .orThrow();
        Page page = stage.coordinator(stage.bali());
        enter(page, stage.bali().url(), room);
        Locator topic = page.locator(".compose select");
        assertThat(topic).hasValue("Memilah");

        page.locator(".compose textarea").fill("berapa truk?");
        topic.selectOption("Mengangkut");

        assertThat(page.locator(".compose textarea")).hasValue("berapa truk?");
        page.keyboard().press("Enter");
        assertThat(page.locator(".msg .about")).hasText("Mengangkut");
        close(page);
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

    /** The desk says the same number in its place in the rail as it has lines. */
    private static void countsAreTheSame(Page desk) {
        String lines = String.valueOf(desk.locator(".task").count());
        Locator count =
                desk.locator(".rail li").first().locator(".count > span").first();
        if (lines.equals("0")) {
            assertThat(count).hasCount(0);
        } else {
            assertThat(count).hasText(lines);
        }
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
