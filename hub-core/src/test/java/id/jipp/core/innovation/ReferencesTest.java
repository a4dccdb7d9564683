package id.jipp.core.innovation;

import static org.assertj.core.api.Assertions.assertThat;

import id.jipp.core.area.AreaCode;
import id.jipp.core.innovation.InnovationQuery.Sort;
import id.jipp.core.peer.Showing;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of another hub's records is shown and found here, as the coordinator decided. */
class ReferencesTest {
    @TempDir
    Path folder;

    private InnovationHub bali;
    private InnovationHub jatim;
    private Innovation toss;

    @BeforeEach
    void start() {
        bali = new InnovationHub("bali", "51", folder);
        jatim = new InnovationHub("jatim", "35", folder);
        Innovation draft =
                bali.innovations.saveDraft(null, toss(), null, bali.coordinator).orThrow();
        toss = bali.innovations.publish(draft.id(), bali.coordinator).orThrow();
    }

    @AfterEach
    void stop() {
        bali.close();
        jatim.close();
    }

    @Test
    void aReferenceTellsWhatItIsCalledWhoseItIsAndWhere() {
        jatim.showings.choose(bali.hub, Showing.REFERENCE);
        jatim.syncFrom(bali);

        Innovation seen = jatim.innovations.find(toss.id(), null).orElseThrow();

        assertThat(seen.reference()).isTrue();
        assertThat(seen.fields()).isEqualTo(toss.fields().referredTo());
        assertThat(List.of(seen.fields().title(), seen.fields().agency())).containsExactly("TOSS", "Dinas LH");
        assertThat(seen.area()).isEqualTo(new AreaCode("51.05"));
        assertThat(seen.fields().toString()).doesNotContain("menumpuk", "pelet", "truk", "rahasia");
        assertThat(jatim.innovations.list(InnovationQuery.all(0, 20)).items()).containsExactly(seen);
    }

    @Test
    void aReferenceIsFoundByItsTitleAgencyAndAreaAndByNothingElse() {
        jatim.showings.choose(bali.hub, Showing.REFERENCE);
        jatim.syncFrom(bali);

        assertThat(found("toss")).isEqualTo(1);
        assertThat(found("dinas")).isEqualTo(1);
        assertThat(found("klungkung")).isEqualTo(1);
        assertThat(found("pelet")).isZero();
        assertThat(found("truk")).isZero();
        assertThat(found("rahasia")).isZero();
        assertThat(jatim.innovations.similarTo("TOSS")).hasSize(1);
    }

    @Test
    void aDecisionTakesEffectAtOnceBothWays() {
        jatim.syncFrom(bali);
        assertThat(found("pelet")).isEqualTo(1);

        jatim.showings.choose(bali.hub, Showing.REFERENCE);
        assertThat(found("pelet")).isZero();

        jatim.showings.choose(bali.hub, Showing.WHOLE);
        assertThat(found("pelet")).isEqualTo(1);
        assertThat(jatim.innovations.find(toss.id(), null)).contains(toss);
    }

    @Test
    void whatIsForgottenIsNeitherFoundNorReadAndComesBackWithANewLink() {
        jatim.syncFrom(bali);

        jatim.showings.choose(bali.hub, Showing.NOTHING);
        assertThat(jatim.innovations.find(toss.id(), null)).isEmpty();
        assertThat(jatim.innovations.list(InnovationQuery.all(0, 20)).total()).isZero();
        assertThat(jatim.innovations.similarTo("TOSS")).isEmpty();
        jatim.restartWithoutIndex();
        assertThat(jatim.innovations.list(InnovationQuery.all(0, 20)).total()).isZero();

        jatim.showings.choose(bali.hub, Showing.WHOLE);
        assertThat(jatim.innovations.list(InnovationQuery.all(0, 20)).items()).containsExactly(toss);
    }

    @Test
    void aDecisionThatTheIndexDidNotHearOfHoldsFromTheNextStart() {
        jatim.syncFrom(bali);
        jatim.showings.chooseUnheard(bali.hub, Showing.REFERENCE);

        jatim.restart();

        assertThat(found("pelet")).isZero();
        assertThat(found("toss")).isEqualTo(1);
        jatim.restart();
        assertThat(found("pelet")).isZero();
    }

    private long found(String words) {
        return jatim.innovations
                .list(new InnovationQuery(words, null, null, null, null, null, Sort.RELEVANCE, 0, 20))
                .total();
    }

    private static InnovationFields toss() {
        return new InnovationFields(
                "TOSS",
                "",
                "Dinas LH",
                "51.05",
                "",
                2018,
                "",
                "",
                "Sampah jadi pelet",
                "Sampah menumpuk, truk tidak cukup",
                "",
                "",
                "",
                null,
                "",
                List.of(),
                null,
                null,
                "",
                Map.of("kolom", "rahasia"));
    }
}
