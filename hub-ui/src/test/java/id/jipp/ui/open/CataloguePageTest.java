package id.jipp.ui.open;

import static org.assertj.core.api.Assertions.assertThat;

import id.jipp.ui.api.Caller;
import id.jipp.ui.story.RunningHub;
import id.jipp.ui.story.SharedHub;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The list as somebody reads it who is not signed in. Its addresses are those of the list of who is. */
@ExtendWith(SharedHub.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CataloguePageTest {
    private static final Pattern TITLE = Pattern.compile("<h2><a href=\"/inovasi/[^\"]+\">(Kunang [A-Z])");

    private Caller nobody;

    @BeforeAll
    void publish(RunningHub hub) {
        nobody = Caller.nobody(hub.url());
        Caller coordinator = Caller.of(hub.url(), "koordinator");
        publish(coordinator, "Kunang B", 2016, "51");
        publish(coordinator, "Kunang C", 2018, "51.71");
        publish(coordinator, "Kunang A", 2017, "51.71");
    }

    private static void publish(Caller coordinator, String title, int year, String area) {
        String body = """
                {"title": "%s", "agency": "Dinas Malam", "areaCode": "%s", "year": %d, "award": "Top 99 tahun %d",
                 "summary": "Lampu yang tahu jalan. Kalimat kedua.", "result": "Gelap berkurang"}""".formatted(title, area, year, year);
        Caller.Answer draft = coordinator.post("/api/v1/innovations", body);
        assertThat(draft.status()).as(draft.text()).isEqualTo(201);
        assertThat(coordinator.post(draft.header("Location") + "/publish", "").status())
                .isEqualTo(200);
    }

    @Test
    void anAddressSharedByWhoIsSignedInNarrowsTheSame() {
        assertThat(titles("/inovasi?q=kunang&tahun=2018")).containsExactly("Kunang C");
        assertThat(titles("/inovasi?q=kunang&wilayah=51.71&urut=judul")).containsExactly("Kunang A", "Kunang C");
        assertThat(titles("/inovasi?q=kunang&hub=negeri-lain")).isEmpty();
    }

    @Test
    void whatIsTooLongIsNotRepeatedInEveryLink() {
        String text = nobody.get("/inovasi?q=kunang&hub=" + "x".repeat(3_000)).text();

        assertThat(text).contains("x".repeat(200)).doesNotContain("x".repeat(201));
    }

    @Test
    void saysHowManyMatchTheFilters() {
        assertThat(nobody.get("/inovasi?tahun=2018").text()).containsPattern("\\d+ inovasi cocok dengan saringan");
        assertThat(nobody.get("/inovasi").text()).containsPattern("\\d+ inovasi dari semua hub");
    }

    @Test
    void isPutInTheOrderThatWasChosen() {
        assertThat(titles("/inovasi?q=kunang&urut=judul")).containsExactly("Kunang A", "Kunang B", "Kunang C");
        assertThat(titles("/inovasi?q=kunang&urut=tahun")).containsExactly("Kunang C", "Kunang A", "Kunang B");
        assertThat(titles("/inovasi?q=kunang&urut=terbaru")).containsExactly("Kunang A", "Kunang C", "Kunang B");
        assertThat(nobody.get("/inovasi?q=kunang&urut=judul").text())
                .contains("href=\"/inovasi?q=kunang&amp;urut=tahun\"")
                .contains("aria-current=\"true\">Judul");
    }

    @Test
    void whereNothingHasAllWordsItShowsWhatHasSomeAndSaysSo() {
        assertThat(titles("/inovasi?q=kunang+samudra&urut=judul")).containsExactly("Kunang A", "Kunang B", "Kunang C");
        assertThat(nobody.get("/inovasi?q=kunang+samudra").text())
                .contains("Tidak ada yang memuat semua kata “kunang samudra”; 3 memuat sebagiannya");
    }

    @Test
    void aCardSaysWhatItIsAndWhatCameOfItAndTheYearOnce() {
        assertThat(nobody.get("/inovasi?q=kunang&tahun=2018").text())
                .contains("Lampu yang tahu jalan. Gelap berkurang.")
                .contains("Top 99 tahun 2018<")
                .doesNotContain("2018, 2018");
    }

    @Test
    void aFilterThatWouldChangeNothingIsNotOffered() {
        assertThat(nobody.get("/inovasi?q=kunang").text())
                .contains("<h2>Tahun</h2>")
                .doesNotContain("<h2>Hub</h2>");
        assertThat(nobody.get("/inovasi?q=kunang&hub=bali").text()).contains("<h2>Hub</h2>");
    }

    private List<String> titles(String path) {
        return TITLE.matcher(nobody.get(path).text())
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
