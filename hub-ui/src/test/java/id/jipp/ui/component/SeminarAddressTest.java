package id.jipp.ui.component;

import static org.assertj.core.api.Assertions.assertThat;

import id.jipp.core.log.HubId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SeminarAddressTest {
    @Test
    void whatIsChosenStandsInTheAddressAndIsReadFromItAgain() {
        SeminarAddress chosen = address(Map.of())
                .searched(" tiru & bangga ")
                .in(2023)
                .at(new HubId("bali"))
                .page(2);

        assertThat(chosen.path()).isEqualTo("seminar?q=tiru+%26+bangga&tahun=2023&hub=bali&hal=2");
        assertThat(address(Map.of("q", "tiru & bangga", "tahun", "2023", "hub", "bali", "hal", "2")))
                .isEqualTo(chosen);
    }

    @Test
    void whatMeansNothingIsPassedOver() {
        SeminarAddress read = address(Map.of("q", "x".repeat(5_000), "tahun", "kapan", "hub", "<b>", "hal", "-7"));

        assertThat(read.words()).hasSize(SeminarAddress.WORDS_CHARS_MAX);
        assertThat(read.isFiltered()).isFalse();
        assertThat(read.page()).isEqualTo(1);
    }

    @Test
    void anotherChoiceBeginsAtTheFirstPage() {
        assertThat(address(Map.of("hal", "3")).in(2023).page()).isEqualTo(1);
    }

    private static SeminarAddress address(Map<String, String> values) {
        return SeminarAddress.of(name -> Optional.ofNullable(values.get(name)));
    }
}
