package id.jipp.core.area;

import java.time.ZoneId;
import java.util.regex.Pattern;

/**
 * An official area code of the Ministry of Home Affairs: {@code 51} (a province) or {@code 51.05} (a regency or city).
 * {@code 00} stands for the whole country, as in BPS's lists, because a ministry's hub has no province.
 */
public record AreaCode(String value) implements Comparable<AreaCode> {
    private static final Pattern FORM = Pattern.compile("\\d{2}(\\.\\d{2})?");

    public static final AreaCode NATIONAL = new AreaCode("00");

    public AreaCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("An area code is like 51 or 51.05");
        }
    }

    public boolean isProvince() {
        return value.length() == 2 && !this.equals(NATIONAL);
    }

    /** The code of the province it lies in; itself for a province or the country. */
    public AreaCode province() {
        return value.length() == 2 ? this : new AreaCode(value.substring(0, 2));
    }

    /** Whether the other one is this one or lies in it. */
    public boolean contains(AreaCode other) {
        return this.equals(NATIONAL) || other.equals(this) || other.province().equals(this);
    }

    /**
     * The zone a province lies in (Presidential Decree 41 of 1987 and the provinces made since). The whole country reads
     * Jakarta's.
     */
    public ZoneId zone() {
        return switch (province().value()) {
            case "51", "52", "53", "63", "64", "65", "71", "72", "73", "74", "75", "76" -> ZoneId.of("Asia/Makassar");
            case "81", "82", "91", "92", "93", "94", "95", "96" -> ZoneId.of("Asia/Jayapura");
            default -> ZoneId.of("Asia/Jakarta");
        };
    }

    @Override
    public int compareTo(AreaCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
