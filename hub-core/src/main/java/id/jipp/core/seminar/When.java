package id.jipp.core.seminar;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * A time as exactly as it is known: of an old seminar often only the day or the year. Written in ISO 8601, each form as
 * short as it is exact: {@code 2023-11-02T09:00+08:00}, {@code 2020-10-15}, {@code 2020}.
 */
public sealed interface When {
    int YEAR_MIN = 1945;
    int YEAR_MAX = 2100;

    /** Where a day or a year begins for the order of lists: in Jakarta. */
    ZoneOffset ORDER_ZONE = ZoneOffset.ofHours(7);

    /** To the minute, in the zone of where it is: whoever reads it elsewhere still sees the hour of that place. */
    record Minute(OffsetDateTime at) implements When {
        public Minute {
            check(at.getYear());
            at = at.withSecond(0).withNano(0);
        }

        @Override
        public int year() {
            return at.getYear();
        }

        @Override
        public Instant begins() {
            return at.toInstant();
        }

        @Override
        public Instant ends() {
            return at.toInstant();
        }

        @Override
        public String toString() {
            return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mmxxx").format(at);
        }
    }

    record Day(LocalDate day) implements When {
        public Day {
            check(day.getYear());
        }

        @Override
        public int year() {
            return day.getYear();
        }

        @Override
        public Instant begins() {
            return day.atStartOfDay().toInstant(ORDER_ZONE);
        }

        @Override
        public Instant ends() {
            return day.plusDays(1).atStartOfDay().toInstant(ORDER_ZONE).minusMillis(1);
        }

        @Override
        public String toString() {
            return day.toString();
        }
    }

    record InYear(int year) implements When {
        public InYear {
            check(year);
        }

        @Override
        public Instant begins() {
            return LocalDate.of(year, 1, 1).atStartOfDay().toInstant(ORDER_ZONE);
        }

        @Override
        public Instant ends() {
            return LocalDate.of(year + 1, 1, 1)
                    .atStartOfDay()
                    .toInstant(ORDER_ZONE)
                    .minusMillis(1);
        }

        @Override
        public String toString() {
            return String.valueOf(year);
        }
    }

    int year();

    /** The first instant it can mean; the order of lists. */
    Instant begins();

    /** The last instant it can mean. */
    Instant ends();

    /** Empty if it is none of the forms, has no zone beside an hour, or lies outside 1945 to 2100. */
    static Optional<When> parse(String text) {
        String plain = text.strip();
        try {
            if (plain.matches("\\d{4}")) {
                return Optional.of(new InYear(Integer.parseInt(plain)));
            }
            if (plain.matches("\\d{4}-\\d{2}-\\d{2}")) {
                return Optional.of(new Day(LocalDate.parse(plain)));
            }
            return Optional.of(new Minute(OffsetDateTime.parse(plain)));
        } catch (DateTimeException | IllegalArgumentException no) {
            return Optional.empty();
        }
    }

    private static void check(int year) {
        if (year < YEAR_MIN || year > YEAR_MAX) {
            throw new IllegalArgumentException("A year is " + YEAR_MIN + " to " + YEAR_MAX + "; came: " + year);
        }
    }
}
