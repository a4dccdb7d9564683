package id.jipp.ui.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static id.jipp.ui.story.Browser.close;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import id.jipp.core.log.Digests;
import id.jipp.core.log.HubId;
import id.jipp.core.peer.Peer;
import id.jipp.core.peer.PeerPolicy;
import id.jipp.core.peer.Peers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Two coordinators whose hubs have no line give each other a flash disk. */
@ExtendWith(Stage.Play.class)
class ParcelStoryTest {
    @TempDir
    private Path folder;

    @Test
    void aParcelIsMadeOnOneHubAndTakenInOnTheOther(Stage stage) throws IOException {
        try (RunningHub bali = RunningHub.start("bali", "Bali", "51", folder.resolve("a"));
                RunningHub jatim = RunningHub.start("jatim", "Jawa Timur", "35", folder.resolve("b"))) {
            knows(bali, jatim);
            knows(jatim, bali);
            Path disk = folder.resolve("bali-jatim.jipp");
            Page making = stage.coordinator(bali);
            making.navigate(bali.url() + "/jaringan");
            making.getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions().setName("Paket").setExact(true))
                    .click();
            assertThat(making).hasURL(bali.url() + "/jaringan/paket");
            assertThat(making.locator("main")).containsText("Hanya yang boleh dimiliki Jawa Timur");
            Download download =
                    making.waitForDownload(() -> making.getByText("Unduh paket").click());
            assertThat(download.suggestedFilename()).isEqualTo("bali-jatim.jipp");
            download.saveAs(disk);

            Page taking = stage.coordinator(jatim);
            taking.navigate(jatim.url() + "/jaringan/paket");
            choose(taking, disk);
            assertThat(taking.locator(".said")).containsText("Dari Bali: ");
            assertThat(taking.locator(".said")).containsText("0 sudah ada di sini");
            choose(taking, disk);
            assertThat(taking.locator(".said")).containsText("Tidak ada yang berubah");
            assertThat(jatim.bean(Digests.class).now().heads())
                    .containsAll(bali.bean(Digests.class).now().heads());

            Path cut = folder.resolve("putus.jipp");
            Files.write(cut, Arrays.copyOf(Files.readAllBytes(disk), (int) Files.size(disk) - 20));
            choose(taking, cut);
            assertThat(taking.locator(".said")).containsText("tidak terbaca sampai akhir");
            Files.writeString(cut, "bukan paket");
            choose(taking, cut);
            assertThat(taking.locator(".said")).containsText("Ini bukan paket JIPP.");
            close(making, taking);
        }
    }

    private static void choose(Page page, Path file) {
        page.locator("hub-parcel-intake input").setInputFiles(file);
    }

    private static void knows(RunningHub one, RunningHub other) {
        Peers peers = other.bean(Peers.class);
        HubId id = peers.self().hub();
        one.bean(Peers.class)
                .link(new Peer(
                        id,
                        peers.self().name(),
                        peers.self().publicKey(),
                        null,
                        PeerPolicy.OPEN,
                        Peer.State.LINKED,
                        ""));
    }
}
