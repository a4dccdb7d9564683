package id.jipp.ui.component;

import id.jipp.core.seminar.When;
import id.jipp.ui.text.Texts;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * When something is, as exactly as it is known and in the hours of the place where it is: {@code Kamis 2 Nov 2023,
 * 09.00–16.00 WITA}, {@code Rabu 26 Okt – Kamis 27 Okt 2016}, {@code 2020}.
 */
public final class WhenWords {
    private WhenWords() {}

    public static String of(When start, @Nullable When end, Locale locale) {
        if (end == null || end.equals(start)) {
            return one(start, locale);
        }
        if (start instanceof When.Minute(OffsetDateTime from) && end instanceof When.Minute(OffsetDateTime to)) {
            return from.toLocalDate().equals(to.toLocalDate())
                            && from.getOffset().equals(to.getOffset())
                    ? day(from.toLocalDate(), locale) + ", " + hour(from, locale) + "–" + hour(to, locale) + " "
                            + zone(to.getOffset())
                    : one(start, locale) + " – " + one(end, locale);
        }
        if (start instanceof When.Day(LocalDate from) && end instanceof When.Day to && from.getYear() == to.year()) {
            return write(from, "EEEE d MMM", locale) + " – " + one(end, locale);
        }
        return one(start, locale) + " – " + one(end, locale);
    }

    /** The hours alone, where the day stands above: {@code 09.00–10.30 WITA}; empty where no hour is known. */
    public static String hours(@Nullable When start, @Nullable When end, Locale locale) {
        if (!(start instanceof When.Minute(OffsetDateTime from))) {
            return "";
        }
        String until =
                end instanceof When.Minute(OffsetDateTime to) && to.getOffset().equals(from.getOffset())
                        ? "–" + hour(to, locale)
                        : "";
        return hour(from, locale) + until + " " + zone(from.getOffset());
    }

    private static String one(When when, Locale locale) {
        return switch (when) {
            case When.Minute(OffsetDateTime at) ->
                day(at.toLocalDate(), locale) + ", " + hour(at, locale) + " " + zone(at.getOffset());
            case When.Day(LocalDate day) -> day(day, locale);
            case When.InYear(int year) -> String.valueOf(year);
        };
    }

    private static String day(LocalDate day, Locale locale) {
        return write(day, "EEEE d MMM yyyy", locale);
    }

    private static String write(LocalDate day, String pattern, Locale locale) {
        return DateTimeFormatter.ofPattern(pattern, Texts.supported(locale)).format(day);
    }

    private static String hour(OffsetDateTime at, Locale locale) {
        return DateTimeFormatter.ofPattern(Texts.supported(locale).equals(Locale.ENGLISH) ? "HH:mm" : "HH.mm")
                .format(at);
    }

    /** The three zones of the country by their names, any other by its distance. */
    public static String zone(ZoneOffset offset) {
        return switch (offset.getTotalSeconds()) {
            case 7 * 3600 -> "WIB";
            case 8 * 3600 -> "WITA";
            case 9 * 3600 -> "WIT";
            default -> "UTC" + (offset.equals(ZoneOffset.UTC) ? "" : offset.getId());
        };
    }
}
