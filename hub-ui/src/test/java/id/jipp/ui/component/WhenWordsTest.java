package id.jipp.ui.component;

import static org.assertj.core.api.Assertions.assertThat;

import id.jipp.core.seminar.When;
import id.jipp.ui.text.Texts;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhenWordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2023-11-02T09:00+08:00 | | Kamis 2 Nov 2023, 09.00 WITA",
                "2023-11-02T09:00+08:00 | 2023-11-02T16:30+08:00 | Kamis 2 Nov 2023, 09.00–16.30 WITA",
                "2023-11-02T09:00+09:00 | 2023-11-03T12:00+09:00 | Kamis 2 Nov 2023, 09.00 WIT – Jumat 3 Nov 2023, 12.00 WIT",
                "2023-11-02T09:00+02:00 | | Kamis 2 Nov 2023, 09.00 UTC+02:00",
                "2020-10-15 | | Kamis 15 Okt 2020",
                "2016-10-26 | 2016-10-27 | Rabu 26 Okt – Kamis 27 Okt 2016",
                "2016-12-31 | 2017-01-01 | Sabtu 31 Des 2016 – Minggu 1 Jan 2017",
                "2020 | | 2020",
            })
    void aTimeIsSaidAsExactlyAsItIsKnownInTheHoursOfItsPlace(String start, String end, String said) {
        assertThat(WhenWords.of(when(start), end == null ? null : when(end), Texts.INDONESIAN))
                .isEqualTo(said);
    }

    @Test
    void anEnglishReaderGetsColonsInTheHours() {
        assertThat(WhenWords.of(when("2023-11-02T09:00+08:00"), null, Locale.ENGLISH))
                .isEqualTo("Thursday 2 Nov 2023, 09:00 WITA");
    }

    @Test
    void aSessionWithoutAnHourSaysNone() {
        assertThat(WhenWords.hours(when("2023-11-02"), null, Texts.INDONESIAN)).isEmpty();
        assertThat(WhenWords.hours(when("2023-11-02T09:00+07:00"), when("2023-11-02T10:30+07:00"), Texts.INDONESIAN))
                .isEqualTo("09.00–10.30 WIB");
    }

    private static When when(String text) {
        return When.parse(text).orElseThrow();
    }
}
