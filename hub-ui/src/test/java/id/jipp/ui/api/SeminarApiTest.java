package id.jipp.ui.api;

import static org.assertj.core.api.Assertions.assertThat;

import id.jipp.ui.api.Caller.Answer;
import id.jipp.ui.story.RunningHub;
import id.jipp.ui.story.SharedHub;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Seminars and their materials as a program sees them. */
@ExtendWith(SharedHub.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeminarApiTest {
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
    void aSeminarThatWasToldIsReadByEverybodyAsItWasSaid() {
        Answer made = coordinator.post("/api/v1/seminars", """
                {"title": "Arah Pembinaan", "start": "2023-11-02T09:00+08:00", "end": "2023-11-02T12:00+08:00",
                 "place": "Bali", "organiser": "Kementerian PANRB", "topic": "Inovasi",
                 "speakers": [{"name": "Diah Natalisa", "post": "Deputi"}, "Siti Zuhro"],
                 "sessions": [{"title": "Pembukaan", "start": "2023-11-02T09:00+08:00", "speakers": ["Siti Zuhro"]}]}
                """);

        assertThat(made.status()).as(made.text()).isEqualTo(201);
        JsonNode read = nobody.get(made.header("Location")).json();
        assertThat(read).isEqualTo(made.json());
        assertThat(read.path("start").asString()).isEqualTo("2023-11-02T09:00+08:00");
        assertThat(read.at("/speakers/1/name").asString()).isEqualTo("Siti Zuhro");
        assertThat(read.at("/sessions/0/speakers/0").asString()).isEqualTo("Siti Zuhro");
        assertThat(read.path("materials").size()).isZero();
    }

    @Test
    void anOldSeminarKnowsItsDayOrItsYear() {
        seminar("Forum Lawas", "2016-10-26");
        seminar("Forum Lawas", "2020");

        JsonNode found = nobody.get("/api/v1/seminars?q=forum+lawas").json();
        assertThat(found.path("total").asInt()).isEqualTo(2);
        assertThat(found.at("/items/0/start").asString()).isEqualTo("2020");
        assertThat(nobody.get("/api/v1/seminars?q=lawas&year=2016")
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(nobody.get("/api/v1/seminars?q=lawas&hub=jatim")
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
    }

    @Test
    void whatIsWrongIsToldFieldByField() {
        Answer unreadable = coordinator.post("/api/v1/seminars", "{\"title\": [], \"start\": \"kemarin\"}");
        Answer wrong = coordinator.post("/api/v1/seminars", "{\"title\": \"\", \"start\": \"2023\"}");

        assertThat(unreadable.status()).isEqualTo(400);
        assertThat(unreadable.json().at("/errors/1/code").asString()).isEqualTo("not-a-time");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.json().at("/errors/0/field").asString()).isEqualTo("title");
    }

    @Test
    void aChangeNeedsTheRevisionThereIs() {
        String at = seminar("Dua tab", "2023");
        String seen = coordinator.get(at).header("ETag");
        String body = "{\"title\": \"Dua tab, baru\", \"start\": \"2023\"}";

        assertThat(coordinator.put(at, body).status()).isEqualTo(428);
        assertThat(coordinator.put(at, body, "If-Match", seen).status()).isEqualTo(200);
        assertThat(coordinator.put(at, body, "If-Match", seen).status()).isEqualTo(412);
    }

    @Test
    void onlyACoordinatorTellsAndAttaches() {
        String at = seminar("Siapa boleh", "2023");

        assertThat(staff.post("/api/v1/seminars", "{\"title\": \"A\", \"start\": \"2023\"}")
                        .status())
                .isEqualTo(403);
        assertThat(nobody.post("/api/v1/seminars", "{\"title\": \"A\", \"start\": \"2023\"}")
                        .status())
                .isEqualTo(401);
        assertThat(staff.upload(at + "/materials", "a.txt", "isi").status()).isEqualTo(403);
        assertThat(nobody.upload(at + "/materials", "a.txt", "isi").status()).isEqualTo(401);
    }

    @Test
    void aFileSentWithItsLicenceIsServedToEverybodyWholeAndInParts() {
        String at = seminar("Dibagi", "2023");
        Answer attached = coordinator.form(at + "/materials", "catatan.txt", "0123456789".getBytes(), NETWORK);

        assertThat(attached.status()).as(attached.text()).isEqualTo(201);
        JsonNode material = attached.json();
        assertThat(material.path("sha256").asString()).isEqualTo(sha256("0123456789"));
        assertThat(material.path("name").asString()).isEqualTo("catatan.txt");
        assertThat(material.path("size").asLong()).isEqualTo(10);
        assertThat(material.path("type").asString()).isEqualTo("text/plain");
        assertThat(material.path("licence").asString()).isEqualTo("CC BY 4.0");
        assertThat(material.path("share").asString()).isEqualTo("network");
        assertThat(material.path("state").asString()).isEqualTo("here");
        assertThat(material.path("percent").asInt()).isEqualTo(100);
        assertThat(nobody.get(at).json().at("/materials/0")).isEqualTo(material);

        String file = "/api/v1/materials/" + sha256("0123456789");
        Answer whole = nobody.get(file);
        assertThat(whole.text()).isEqualTo("0123456789");
        assertThat(whole.header("ETag")).isEqualTo("\"" + sha256("0123456789") + "\"");
        Answer part = nobody.get(file, "Range", "bytes=2-4");
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.text()).isEqualTo("234");
        assertThat(part.header("Content-Range")).isEqualTo("bytes 2-4/10");
        assertThat(nobody.get(file, "Range", "bytes=2-4", "If-Range", "\"lain\"")
                        .text())
                .isEqualTo("0123456789");
        assertThat(nobody.get(file, "Range", "bytes=2-4", "If-Range", whole.header("ETag"))
                        .text())
                .isEqualTo("234");
        assertThat(nobody.get(file, "Range", "bytes=20-").status()).isEqualTo(416);
        assertThat(nobody.get(file, "If-None-Match", whole.header("ETag")).status())
                .isEqualTo(304);
    }

    @Test
    @DisplayName("U4: a file is served under the type found in it, and nothing of it runs")
    void aFileIsServedSoThatNothingOfItRuns() {
        String at = seminar("Aman", "2023");
        coordinator.form(at + "/materials", "catatan.txt", "<script>alert(1)</script> teks".getBytes(), NETWORK);
        Answer served = nobody.get("/api/v1/materials/" + sha256("<script>alert(1)</script> teks"));

        assertThat(served.header("Content-Type")).startsWith("text/plain");
        assertThat(served.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(served.header("Content-Security-Policy"))
                .contains("default-src 'none'")
                .endsWith("sandbox");
        assertThat(served.header("Content-Disposition")).startsWith("attachment");
    }

    @Test
    @DisplayName("U10: what is kept at its hub is not found by others, as if it were not there")
    void whatIsKeptAtItsHubIsNotFoundByOthers() {
        String at = seminar("Disimpan", "2023");
        coordinator.form(at + "/materials", "rahasia.txt", "rahasia hub".getBytes(), "licence=CC BY 4.0", "share=hub");
        Answer kept = nobody.get("/api/v1/materials/" + sha256("rahasia hub"));
        Answer absent = nobody.get("/api/v1/materials/" + "0".repeat(64));

        assertThat(kept.status()).isEqualTo(404);
        assertThat(kept.text()).isEqualTo(absent.text());
        assertThat(nobody.get(at).json().path("materials").size()).isZero();
        assertThat(staff.get(at).json().path("materials").size()).isEqualTo(1);
        assertThat(staff.get("/api/v1/materials/" + sha256("rahasia hub")).text())
                .isEqualTo("rahasia hub");
    }

    @Test
    @DisplayName("U3: a name is shown without its path and cannot break out of its header")
    void aNameCannotBreakOutOfItsHeader() {
        String at = seminar("Nama", "2023");
        Answer attached = coordinator.form(
                at + "/materials", "../../etc/C:\\x\\\u202Epaparan akhir é.txt", "isi nama".getBytes(), NETWORK);

        assertThat(attached.json().path("name").asString()).isEqualTo("paparan akhir é.txt");
        assertThat(nobody.get("/api/v1/materials/" + sha256("isi nama")).header("Content-Disposition"))
                .contains("filename*=UTF-8''paparan%20akhir%20%C3%A9.txt");
    }

    @Test
    void withoutALicenceNothingIsShared() {
        String at = seminar("Tanpa lisensi", "2023");
        Answer refused = coordinator.form(at + "/materials", "a.txt", "tanpa lisensi".getBytes(), "share=network");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/errors/0/code").asString()).isEqualTo("licence-before-sharing");
        assertThat(coordinator.get(at).json().path("materials").size()).isZero();
    }

    @Test
    void whatIsSaidOfAMaterialCanBeChangedAndTakenBack() {
        String at = seminar("Berubah", "2023");
        coordinator.form(at + "/materials", "a.txt", "akan berubah".getBytes(), NETWORK);
        String material = at + "/materials/" + sha256("akan berubah");
        String file = "/api/v1/materials/" + sha256("akan berubah");

        Answer changed = coordinator.send("PATCH", material, "{\"title\": \"Baru\", \"share\": \"hub\"}");
        assertThat(changed.json().path("title").asString()).isEqualTo("Baru");
        assertThat(changed.json().path("licence").asString()).isEqualTo("CC BY 4.0");
        assertThat(nobody.get(file).status()).isEqualTo(404);
        assertThat(staff.send("DELETE", material, null).status()).isEqualTo(403);
        assertThat(coordinator.send("DELETE", material, null).status()).isEqualTo(204);
        assertThat(coordinator.get(file).status()).isEqualTo(404);
        assertThat(coordinator.send("DELETE", material, null).status()).isEqualTo(404);
    }

    @Test
    void aFormWithoutAFileOrWithBrokenPartsIsRefused() {
        String at = seminar("Rusak", "2023") + "/materials";

        assertThat(coordinator
                        .send("POST", at, "kacau", "Content-Type", "multipart/form-data; boundary=x")
                        .status())
                .isEqualTo(400);
        assertThat(coordinator
                        .send("POST", at, "kacau", "Content-Type", "multipart/form-data")
                        .status())
                .isEqualTo(400);
        assertThat(coordinator.send("POST", at, "{}").status()).isEqualTo(400);
        assertThat(coordinator.send("POST", at, "{").status()).isEqualTo(400);
        assertThat(coordinator
                        .send("POST", at, "x", "Content-Type", "text/plain")
                        .status())
                .isEqualTo(415);
    }

    @Test
    void asItIsHereThereIsNothingToFetch() {
        String at = seminar("Ambil", "2023");
        coordinator.form(at + "/materials", "a.txt", "sudah di sini".getBytes(), NETWORK);
        String file = "/api/v1/materials/" + sha256("sudah di sini") + "/fetch";

        assertThat(staff.send("POST", file, null).json().path("state").asString())
                .isEqualTo("here");
        assertThat(nobody.send("POST", file, null).status()).isEqualTo(401);
        assertThat(staff.send("POST", "/api/v1/materials/" + "0".repeat(64) + "/fetch", null)
                        .status())
                .isEqualTo(404);
    }

    private static final String[] NETWORK = {"licence=CC BY 4.0", "share=network"};

    private String seminar(String title, String start) {
        Answer made =
                coordinator.post("/api/v1/seminars", "{\"title\": \"" + title + "\", \"start\": \"" + start + "\"}");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made.header("Location");
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
