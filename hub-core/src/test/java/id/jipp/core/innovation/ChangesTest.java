package id.jipp.core.innovation;

import static org.assertj.core.api.Assertions.assertThat;

import id.jipp.core.outcome.Outcome;
import id.jipp.core.outcome.Outcome.Why;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangesTest {
    @TempDir
    Path folder;

    private InnovationHub bali;
    private InnovationId toss;

    @BeforeEach
    void start() {
        bali = new InnovationHub("bali", "51", folder);
        Innovation draft = bali.innovations
                .saveDraft(null, told("Sampah diolah di tempat."), null, bali.coordinator)
                .orThrow();
        toss = bali.innovations.publish(draft.id(), bali.coordinator).orThrow().id();
    }

    @AfterEach
    void stop() {
        bali.close();
    }

    @Test
    void aChangeSurvivesARestartAndIsSeenByNobodyUntilItIsPublished() {
        Change kept = keep("Menjadi bahan bakar.", 1, null).orThrow();
        bali.restart();

        assertThat(bali.changes.of(toss, bali.coordinator)).contains(kept);
        assertThat(bali.changes.all(bali.coordinator)).containsExactly(kept);
        assertThat(bali.changes.of(toss, bali.staff)).isEmpty();
        assertThat(bali.changes.all(bali.staff)).isEmpty();
        assertThat(summary()).isEqualTo("Sampah diolah di tempat.");

        bali.changes.publish(toss, bali.coordinator).orThrow();

        assertThat(summary()).isEqualTo("Menjadi bahan bakar.");
        bali.restart();
        assertThat(bali.changes.all(bali.coordinator)).isEmpty();
    }

    @Test
    void whatIsWrongIsKeptAndNotPublished() {
        bali.changes
                .keep(toss, told("Baru").withYear(20245), 1, null, bali.coordinator)
                .orThrow();
        assertThat(why(bali.changes.publish(toss, bali.coordinator))).isEqualTo(Why.INVALID);
        assertThat(bali.changes.of(toss, bali.coordinator))
                .map(change -> change.fields().year())
                .contains(20245);
    }

    @Test
    void neitherAnotherWindowsWordsNorAPublishedRevisionIsWrittenOver() {
        Change first = keep("satu", 1, null).orThrow();
        assertThat(why(keep("dua", 1, null))).isEqualTo(Why.CONFLICT);
        keep("satu lagi", 1, first.revision()).orThrow();
        assertThat(why(keep("dua", 1, first.revision()))).isEqualTo(Why.CONFLICT);

        bali.innovations.revise(toss, told("tiga"), 1, bali.coordinator).orThrow();
        assertThat(why(bali.changes.publish(toss, bali.coordinator))).isEqualTo(Why.CONFLICT);
        assertThat(summary()).isEqualTo("tiga");
    }

    @Test
    void aChangeIsThrownAwayAndTheRecordStays() {
        keep("satu", 1, null).orThrow();
        assertThat(why(bali.changes.discard(toss, bali.staff))).isEqualTo(Why.FORBIDDEN);
        bali.changes.discard(toss, bali.coordinator).orThrow();
        bali.restart();
        assertThat(bali.changes.of(toss, bali.coordinator)).isEmpty();
        assertThat(summary()).isEqualTo("Sampah diolah di tempat.");
    }

    @Test
    void onlyACoordinatorChangesAndOnlyWhatRuns() {
        assertThat(why(bali.changes.keep(toss, told("x"), 1, null, bali.staff))).isEqualTo(Why.FORBIDDEN);
        keep("satu", 1, null).orThrow();
        bali.innovations.retire(toss, "Selesai", bali.coordinator).orThrow();
        assertThat(why(keep("dua", 1, 1))).isEqualTo(Why.NOT_FOUND);
        assertThat(bali.changes.all(bali.coordinator)).isEmpty();
    }

    private Outcome<Change> keep(String summary, int base, @Nullable Integer expected) {
        return bali.changes.keep(toss, told(summary), base, expected, bali.coordinator);
    }

    private String summary() {
        return bali.innovations.find(toss, null).orElseThrow().fields().summary();
    }

    private static InnovationFields told(String summary) {
        InnovationFields fields = TextField.SUMMARY.with(InnovationFields.titled("TOSS"), summary);
        return TextField.AGENCY.with(fields, "Pemerintah Kabupaten Klungkung");
    }

    private static Why why(Outcome<?> outcome) {
        return ((Outcome.Refused<?>) outcome).why();
    }
}
