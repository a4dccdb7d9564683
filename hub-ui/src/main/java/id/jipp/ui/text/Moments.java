package id.jipp.ui.text;

import id.jipp.core.area.AreaCode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Times as people here write them: {@code Kamis 2 Nov 2023, 21.27 WIB}, always with the zone of the hub's area.
 * Immutable.
 */
public final class Moments {
    private static final Locale ID = Texts.INDONESIAN;

    private final ZoneId zone;
    private final String zoneName;
    private final Clock clock;

    public Moments(AreaCode area, Clock clock) {
        this.zone = zoneOf(area);
        this.zoneName = nameOf(zone);
        this.clock = clock;
    }

    /** {@code Kamis 2 Nov 2023, 21.27 WIB}. */
    public String full(Instant instant, Locale locale) {
        return day(instant, locale) + ", " + time(instant, locale);
    }

    /** {@code Kamis 2 Nov 2023}. */
    public String day(Instant instant, Locale locale) {
        return write(instant, "EEEE d MMM yyyy", "EEEE d MMM yyyy", locale);
    }

    /** {@code 2 Nov 2023}. */
    public String date(Instant instant, Locale locale) {
        return write(instant, "d MMM yyyy", "d MMM yyyy", locale);
    }

    /** {@code 21.27 WIB}. */
    public String time(Instant instant, Locale locale) {
        return clockTime(instant, locale) + " " + zoneName;
    }

    /** {@code 21.27}, where the zone stands beside it already. */
    public String clockTime(Instant instant, Locale locale) {
        return write(instant, "HH.mm", "HH:mm", locale);
    }

    /** The time alone for today, the weekday within six days, the full form for all else. */
    public String recent(Instant instant, Locale locale) {
        LocalDate then = LocalDate.ofInstant(instant, zone);
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        if (then.equals(today)) {
            return time(instant, locale);
        }
        if (then.isBefore(today) && then.isAfter(today.minusDays(6))) {
            return write(instant, "EEEE", "EEEE", locale) + ", " + time(instant, locale);
        }
        return full(instant, locale);
    }

    /** Whether it is on the same day as now, where this hub is. */
    public boolean isToday(Instant instant) {
        return LocalDate.ofInstant(instant, zone).equals(LocalDate.ofInstant(clock.instant(), zone));
    }

    public Instant now() {
        return clock.instant();
    }

    public ZoneId zone() {
        return zone;
    }

    /** The zone of the hub's area. */
    public static ZoneId zoneOf(AreaCode area) {
        return area.zone();
    }

    private static String nameOf(ZoneId zone) {
        return switch (zone.getId()) {
            case "Asia/Makassar" -> "WITA";
            case "Asia/Jayapura" -> "WIT";
            default -> "WIB";
        };
    }

    private String write(Instant instant, String indonesian, String english, Locale locale) {
        boolean inEnglish = Texts.supported(locale).equals(Locale.ENGLISH);
        return DateTimeFormatter.ofPattern(inEnglish ? english : indonesian, inEnglish ? Locale.ENGLISH : ID)
                .withZone(zone)
                .format(instant);
    }
}
