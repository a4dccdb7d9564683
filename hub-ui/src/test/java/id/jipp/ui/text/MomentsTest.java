package id.jipp.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import id.jipp.core.area.AreaCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class MomentsTest {
    private static final Instant EVENING = Instant.parse("2023-11-02T14:27:00Z");
    private static final Clock CLOCK = Clock.fixed(EVENING, ZoneOffset.UTC);

    private final Moments jakarta = new Moments(AreaCode.NATIONAL, CLOCK);
    private final Moments bali = new Moments(new AreaCode("51"), CLOCK);

    @Test
    void aMomentIsWrittenAsPeopleHereWriteIt() {
        assertThat(jakarta.full(EVENING, Texts.INDONESIAN)).isEqualTo("Kamis 2 Nov 2023, 21.27 WIB");
        assertThat(jakarta.full(EVENING, Locale.ENGLISH)).isEqualTo("Thursday 2 Nov 2023, 21:27 WIB");
    }

    @Test
    void theZoneIsThatOfTheHubsArea() {
        assertThat(bali.time(EVENING, Texts.INDONESIAN)).isEqualTo("22.27 WITA");
        assertThat(new Moments(new AreaCode("81"), CLOCK).time(EVENING, Texts.INDONESIAN))
                .isEqualTo("23.27 WIT");
        assertThat(new Moments(new AreaCode("61"), CLOCK).time(EVENING, Texts.INDONESIAN))
                .isEqualTo("21.27 WIB");
        assertThat(new Moments(new AreaCode("96.71"), CLOCK).time(EVENING, Texts.INDONESIAN))
                .isEqualTo("23.27 WIT");
    }

    @Test
    void theNearerAMomentTheFewerWords() {
        assertThat(bali.recent(EVENING, Texts.INDONESIAN)).isEqualTo("22.27 WITA");
        assertThat(bali.recent(EVENING.minus(Duration.ofDays(3)), Texts.INDONESIAN))
                .isEqualTo("Senin, 22.27 WITA");
        assertThat(bali.recent(EVENING.minus(Duration.ofDays(30)), Texts.INDONESIAN))
                .isEqualTo("Selasa 3 Okt 2023, 22.27 WITA");
    }
}
