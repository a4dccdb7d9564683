package id.jipp.ui.api;

import static org.assertj.core.api.Assertions.assertThat;

import id.jipp.ui.api.Caller.Answer;
import id.jipp.ui.story.RunningHub;
import id.jipp.ui.story.SharedHub;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@ExtendWith(SharedHub.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiTest {
    private static final String TOSS = """
            {"title": "%s", "localName": "Tempat Olah Sampah Setempat", "agency": "Pemerintah Kabupaten Klungkung",
             "areaCode": "51.05", "year": 2018, "summary": "Sampah selesai dekat sumbernya.",
             "problem": "Tempat akhir penuh.", "solution": "Warga mengolah di desa.", "result": "Truk berkurang.",
             "phase": "institutionalisation", "digital": false, "sdg": [11, 12], "Kolom Lain": "dicatat"}
            """;

    private Caller coordinator;
    private Caller staff;
    private Caller nobody;

    @BeforeAll
    void start(RunningHub hub) {
        coordinator = Caller.of(hub.url(), "koordinator");
        staff = Caller.of(hub.url(), "staf");
        nobody = Caller.nobody(hub.url());
    }

    @Test
    void theHubSaysWhoItIs() {
        JsonNode hubCard = nobody.get("/api/v1/hub").json();
        assertThat(hubCard.get("id").asString()).isEqualTo("bali");
        assertThat(hubCard.get("name").asString()).isEqualTo("Bali");
        assertThat(hubCard.get("area").asString()).isEqualTo("51");
        assertThat(hubCard.get("publicKey").asString()).hasSize(64);
        assertThat(hubCard.get("fingerprintWords").asString().split("[ ·-]+")).hasSize(4);
        assertThat(hubCard.has("version")).isTrue();
    }

    @Test
    void anInnovationGoesFromDraftToPublishedToConfirmedToRetired() {
        Answer draft = coordinator.post("/api/v1/innovations", TOSS.formatted("TOSS perjalanan"));
        assertThat(draft.status()).isEqualTo(201);
        String at = draft.header("Location");
        assertThat(at).isEqualTo("/api/v1/innovations/" + draft.json().get("id").asString());
        assertThat(draft.json().get("status").asString()).isEqualTo("draft");
        assertThat(draft.json().at("/notes/Kolom Lain").asString()).isEqualTo("dicatat");
        assertThat(nobody.get(at).status()).isEqualTo(404);

        Answer published = coordinator.post(at + "/publish", "");
        assertThat(published.status()).isEqualTo(200);
        Answer read = nobody.get(at);
        assertThat(read.json().get("status").asString()).isEqualTo("active");
        assertThat(read.json().get("areaName").asString()).containsIgnoringCase("Klungkung");
        assertThat(read.json().get("publishedAt").asString()).endsWith("+08:00");
        assertThat(read.header("ETag"))
                .isEqualTo("\"" + read.json().get("revision").asInt() + "\"");

        assertThat(coordinator.post(at + "/confirm", "").status()).isEqualTo(200);
        Answer retired = coordinator.post(at + "/retire", "{\"reason\": \"Tidak ada baris anggaran.\"}");
        assertThat(retired.json().get("status").asString()).isEqualTo("retired");
        assertThat(nobody.get(at).json().get("retiredReason").asString()).isEqualTo("Tidak ada baris anggaran.");
    }

    @Test
    void whatWasPublishedIsInTheNextList() {
        publish("Antar Obat Lansia");
        JsonNode list =
                nobody.get("/api/v1/innovations?q=antar+obat+lansia&size=5").json();
        assertThat(list.at("/items/0/title").asString()).isEqualTo("Antar Obat Lansia");
        assertThat(list.get("total").asInt()).isPositive();
        assertThat(list.get("page").asInt()).isZero();
        assertThat(list.get("size").asInt()).isEqualTo(5);
    }

    @Test
    void whoHasNotSignedInIsAskedToAndWhoMayNotIsTold() {
        assertThat(nobody.post("/api/v1/innovations", TOSS.formatted("X")).status())
                .isEqualTo(401);
        assertThat(nobody.get("/api/v1/peers").status()).isEqualTo(401);
        assertThat(nobody.get("/api/v1/rooms").status()).isEqualTo(401);
        assertThat(nobody.get("/api/v1/innovations?status=draft").status()).isEqualTo(401);
        assertThat(nobody.upload("/api/v1/import?dryRun=true", "a.csv", "title\nA")
                        .status())
                .isEqualTo(401);
        String at = publish("Milik Koordinator");
        assertThat(staff.post(at + "/retire", "{\"reason\": \"iseng\"}").status())
                .isEqualTo(403);
    }

    @Test
    void problemsSpeakTheLanguageOfTheRequestAndIndonesianOtherwise() {
        Answer indonesian = nobody.get("/api/v1/innovations?size=201");
        assertThat(indonesian.status()).isEqualTo(400);
        assertThat(indonesian.header("Content-Type")).startsWith("application/problem+json");
        assertThat(indonesian.json().at("/errors/0/field").asString()).isEqualTo("size");
        assertThat(indonesian.json().at("/errors/0/reason").asString()).isEqualTo("Harus antara 1 dan 200.");
        Answer english = nobody.get("/api/v1/innovations?size=201", "Accept-Language", "en-GB,en;q=0.9");
        assertThat(english.json().at("/errors/0/reason").asString()).isEqualTo("Must be between 1 and 200.");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/nothing, 404",
        "GET, /api/v1/innovations/bali.tidakada1234, 404",
        "GET, /api/v1/innovations/%24ne, 404",
        "DELETE, /api/v1/hub, 405",
        "PATCH, /api/v1/innovations, 405",
        "GET, /api/v1/innovations?phase=salah, 400",
        "GET, /api/v1/innovations?year=dua, 400",
        "GET, /api/v1/innovations?page=-1, 400",
        "GET, /api/v1/innovations?hub=%24where, 400",
        "GET, /api/v1/innovations?area=Negeri+Entah, 400",
        "GET, /api/v1/rooms/bali.tidakada1234/messages, 404",
        "GET, /api/v1/rooms?size=0, 400",
        "POST, /api/v1/imports/tidakada/undo, 404",
        "POST, /api/v1/import?dryRun=mungkin, 415",
    })
    void everyErrorIsAProblemInWords(String method, String path, int status) {
        Answer answer = coordinator.send(method, path, method.equals("GET") ? null : "{}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().get("status").asInt()).isEqualTo(status);
        for (String name : new String[] {"type", "title", "detail"}) {
            assertThat(answer.json().get(name).asString()).isNotBlank();
        }
        assertThat(answer.json().get("detail").asString().contains("perlu dibetulkan"))
                .isEqualTo(status == 400
                        && !answer.json().at("/errors/0/field").asString().isEmpty());
        assertThat(answer.text()).doesNotContain("Exception", "id.jipp", "org.springframework");
    }

    @Test
    void aDraftWithFaultsIsRefusedWithEachOfThem() {
        Answer answer = coordinator.post(
                "/api/v1/innovations",
                "{\"title\": \"\", \"year\": 20245, \"areaCode\": \"99.99\", \"sourceUrl\": \"javascript:alert(1)\"}");

        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.json().get("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder("title", "year", "areaCode", "sourceUrl");
        Answer draft = coordinator.post("/api/v1/innovations", "{\"title\": \"Draf tanpa cela\"}");
        assertThat(draft.status()).isEqualTo(201);
        assertThat(coordinator
                        .put(draft.header("Location"), "{\"title\": \"\"}", "If-Match", draft.header("ETag"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void peopleTalkInARoom() {
        Answer opened = coordinator.post(
                "/api/v1/rooms", "{\"title\": \"Uji ruang\", \"purpose\": \"Mencoba\", \"topics\": [\"Umum\"]}");
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        String messages = opened.header("Location") + "/messages";

        Answer said = staff.post(messages, "{\"text\": \"Selamat pagi\", \"clientId\": \"perangkat-1\"}");
        assertThat(said.status()).as(said.text()).isEqualTo(201);
        Answer again = staff.post(messages, "{\"text\": \"Selamat pagi\", \"clientId\": \"perangkat-1\"}");
        assertThat(again.json().get("id")).isEqualTo(said.json().get("id"));
        coordinator.post(messages, "{\"text\": \"Pagi juga\"}");

        JsonNode list = staff.get(messages).json();
        assertThat(list.at("/items/0/text").asString()).isEqualTo("Selamat pagi");
        assertThat(list.at("/items/0/author/name").asString()).isEqualTo("Staf Puskesmas");
        assertThat(list.at("/items/0/author/hub").asString()).isEqualTo("bali");
        assertThat(list.at("/items/0/seenBy/0").asString()).isEqualTo("bali");
        assertThat(list.at("/items/1/after/bali").asInt()).isPositive();
        String first = list.at("/items/0/id").asString();
        JsonNode rest = staff.get(messages + "?after=" + first).json();
        assertThat(rest.at("/items/0/text").asString()).isEqualTo("Pagi juga");
        assertThat(rest.get("items").size()).isEqualTo(1);
        assertThat(staff.get(messages + "?size=201").status()).isEqualTo(400);
        assertThat(staff.get(messages + "?before=salah").status()).isEqualTo(400);
        assertThat(staff.post(messages, "{\"text\": \"\"}").status()).isEqualTo(422);
    }

    @Test
    void theDigestShowsOnlyPublicStreamsToThePublic() {
        publish("Untuk ringkasan");
        coordinator.post("/api/v1/rooms", "{\"title\": \"Ruang tertutup\", \"topics\": [\"Umum\"]}");
        JsonNode open = nobody.get("/api/v1/digest").json();
        JsonNode whole = coordinator.get("/api/v1/digest").json();
        assertThat(open.get("publicDigest").asString())
                .hasSize(64)
                .isEqualTo(whole.get("publicDigest").asString());
        assertThat(open.get("streams").toString())
                .contains("\"stream\":\"public\"")
                .doesNotContain("room/");
        assertThat(whole.get("streams").toString()).contains("room/");
    }

    @Test
    void lineageHoldsAtLeastTheInnovationItself() {
        String at = publish("Punya Silsilah");
        JsonNode tree = nobody.get(at + "/lineage").json();
        assertThat(at).endsWith(tree.at("/root/id").asString());
        assertThat(tree.at("/root/children").size()).isZero();
    }

    private String publish(String title) {
        String at =
                coordinator.post("/api/v1/innovations", TOSS.formatted(title)).header("Location");
        Answer published = coordinator.post(at + "/publish", "");
        assertThat(published.status()).as(published.text()).isEqualTo(200);
        return at;
    }
}
