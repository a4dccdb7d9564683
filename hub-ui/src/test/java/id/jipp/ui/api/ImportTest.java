package id.jipp.ui.api;

import static org.assertj.core.api.Assertions.assertThat;

import id.jipp.ui.api.Caller.Answer;
import id.jipp.ui.story.RunningHub;
import id.jipp.ui.story.SharedHub;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An import is tried without consequence, done once, and taken back as a whole. */
@ExtendWith(SharedHub.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportTest {
    private static final String DRY = "/api/v1/import?dryRun=true";
    private static final String REAL = "/api/v1/import?dryRun=false";
    private static final String TABLE = """
            title,agency,areaName,year,Kontak
            %1$s satu,Dinas A,Kota Denpasar,2018,0812
            ,Dinas A,Bali,2018,
            %1$s dua,Dinas B,Kota Denpasar,2019,
            %1$s satu,dinas a,Kota Denpasar,2020,
            %1$s tiga,Dinas C,Atlantis,2019,
            """;

    private Caller coordinator;
    private Caller nobody;

    @BeforeAll
    void start(RunningHub hub) {
        coordinator = Caller.of(hub.url(), "koordinator");
        nobody = Caller.nobody(hub.url());
    }

    @Test
    void aDryRunSaysRowByRowWhatTheRealOneDoes() {
        JsonNode dry = coordinator.upload(DRY, "a.csv", table("Qwartzum")).json();
        long before = total("Qwartzum");
        JsonNode real = coordinator.upload(REAL, "a.csv", table("Qwartzum")).json();

        assertThat(before).isZero();
        assertThat(dry.path("id").isNull()).isTrue();
        assertThat(dry.path("rows").findValuesAsString("state"))
                .containsExactly("ready", "problem", "ready", "duplicate", "problem");
        assertThat(withoutIds(real.path("rows"))).isEqualTo(withoutIds(dry.path("rows")));
        assertThat(real.path("added").asInt())
                .isEqualTo(2)
                .isEqualTo(dry.path("added").asInt());
        assertThat(real.path("skipped").asInt())
                .isEqualTo(3)
                .isEqualTo(dry.path("skipped").asInt());
        assertThat(total("Qwartzum")).isEqualTo(2);
    }

    @Test
    void whatIsNotSaidIsADryRun() {
        assertThat(coordinator
                        .upload("/api/v1/import", "a.csv", table("Zyglonti"))
                        .json()
                        .path("id")
                        .isNull())
                .isTrue();
        assertThat(total("Zyglonti")).isZero();
    }

    @Test
    void aSecondImportOfTheSameFileAddsNothing() {
        JsonNode first = coordinator.upload(REAL, "a.csv", table("Vexmoral")).json();
        JsonNode second = coordinator.upload(REAL, "a.csv", table("Vexmoral")).json();

        assertThat(second.path("added").asInt()).isZero();
        assertThat(second.at("/rows/0/state").asString()).isEqualTo("duplicate");
        assertThat(second.at("/rows/0/duplicateOf")).isEqualTo(first.at("/rows/0/innovationId"));
        assertThat(total("Vexmoral")).isEqualTo(2);
    }

    @Test
    void anUndoTakesBackWhatTheImportAddedAndIsDoneOnce() {
        JsonNode real = coordinator.upload(REAL, "a.csv", table("Kribblosa")).json();
        String undo = "/api/v1/imports/" + real.path("id").asString() + "/undo";
        Answer undone = coordinator.post(undo, "");
        Answer again = coordinator.post(undo, "");

        assertThat(undone.json().path("removed").asInt()).isEqualTo(2);
        assertThat(undone.json().path("kept").asInt()).isZero();
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().at("/errors/0/code").asString()).isEqualTo("already-undone");
        assertThat(total("Kribblosa")).isZero();
        for (int row : new int[] {0, 2}) {
            String id = real.at("/rows/" + row + "/innovationId").asString();
            assertThat(nobody.get("/api/v1/innovations/" + id).status()).isEqualTo(410);
            assertThat(nobody.get("/inovasi/" + id).status()).isEqualTo(410);
        }
    }

    @Test
    void anUndoLeavesWhatSomebodyChangedSince() {
        JsonNode real = coordinator.upload(REAL, "a.csv", table("Xanthopel")).json();
        String changed =
                "/api/v1/innovations/" + real.at("/rows/0/innovationId").asString();
        coordinator.put(changed, coordinator.get(changed).text(), "If-Match", "*");
        JsonNode undone = coordinator
                .post("/api/v1/imports/" + real.path("id").asString() + "/undo", "")
                .json();

        assertThat(undone.path("removed").asInt()).isEqualTo(1);
        assertThat(undone.path("kept").asInt()).isEqualTo(1);
        assertThat(nobody.get(changed).json().path("notes").path("Kontak").asString())
                .isEqualTo("0812");
    }

    private long total(String words) {
        return nobody.get("/api/v1/innovations?size=1&q=" + words)
                .json()
                .path("total")
                .asLong();
    }

    private static List<JsonNode> withoutIds(JsonNode rows) {
        return rows.valueStream()
                .map(row -> ((ObjectNode) row.deepCopy()).without("innovationId"))
                .map(JsonNode.class::cast)
                .toList();
    }

    private static String table(String word) {
        return TABLE.formatted(word);
    }
}
