package id.jipp.ui.demo;

import static org.assertj.core.api.Assertions.assertThat;

import id.jipp.core.seminar.SeminarFields;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoSeminarsTest {
    private static final List<SeminarFields> ALL =
            DemoSeminars.rows().stream().map(DemoSeminars::fieldsOf).toList();

    @Test
    void everyRowSaysWhenItWasAndWhereThatIsFrom() {
        assertThat(ALL).hasSize(28);
        assertThat(ALL).allSatisfy(fields -> {
            assertThat(fields.start()).as(fields.title()).isNotNull();
            assertThat(fields.sourceUrl() + fields.topic()).as(fields.title()).containsPattern("https?://|Sumber: ");
        });
    }

    @Test
    void aSpeakersPostStandsApartFromTheName() {
        SeminarFields forum = ALL.getFirst();

        assertThat(forum.speakers().getFirst().name()).isEqualTo("Asman Abnur");
        assertThat(forum.speakers().getFirst().post()).isEqualTo("Menteri PANRB");
    }

    @Test
    void whatAProvinceOrganisedItsHubHolds() {
        assertThat(DemoSeminars.rows().stream()
                        .filter(row -> DemoSeminars.ownerOf(row) == DemoHub.BALI)
                        .map(row -> row.get("name")))
                .containsExactly("FGD Penetapan Rencana Replikasi (RIPP) Bali");
    }
}
