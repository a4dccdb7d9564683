package id.jipp.core.innovation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people write into cells: years within dates and awards, yes and no, money, goals, links. */
final class ImportValues {
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(1[89]\\d{2}|20\\d{2}|21\\d{2})(?!\\d)");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");
    private static final Pattern MONEY =
            Pattern.compile("(?<!\\d)(\\d{1,3}(?:[.,]\\d{3})+|\\d{1,15})(?:,\\d{1,2})?(?!\\d)");
    private static final Set<String> NOTHING = Set.of("-", "--", "–", "—", "n/a", "#n/a", "null", ".");
    private static final Set<String> YES =
            Set.of("ya", "yes", "y", "true", "1", "digital", "daring", "online", "inovasi digital", "benar");
    private static final Set<String> NO = Set.of(
            "tidak",
            "no",
            "n",
            "false",
            "0",
            "non digital",
            "non-digital",
            "nondigital",
            "luring",
            "offline",
            "manual",
            "inovasi non digital",
            "bukan",
            "salah");

    private ImportValues() {}

    /** The cell's text; empty for the signs people put where there is nothing. */
    static String filled(String cell) {
        String text = cell.strip();
        return NOTHING.contains(text.toLowerCase(Locale.ROOT)) ? "" : text;
    }

    /** The first year in a text: {@code 2019}, {@code 12 Maret 2019}, {@code Top 99 2019}. */
    static Optional<Integer> year(String text) {
        Matcher matcher = YEAR.matcher(text);
        return matcher.find() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
    }

    static Optional<Boolean> digital(String text) {
        String plain = text.toLowerCase(Locale.ROOT);
        return YES.contains(plain) ? Optional.of(true) : NO.contains(plain) ? Optional.of(false) : Optional.empty();
    }

    static Optional<Phase> phase(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "creation", "penciptaan", "inisiatif", "rintisan" -> Optional.of(Phase.CREATION);
            case "development", "pengembangan", "uji coba", "ujicoba" -> Optional.of(Phase.DEVELOPMENT);
            case "institutionalisation", "institutionalization", "pelembagaan", "penerapan", "melembaga" ->
                Optional.of(Phase.INSTITUTIONALISATION);
            default -> Optional.empty();
        };
    }

    static Optional<CostClass> cost(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "none", "tanpa biaya", "tanpa anggaran", "nihil", "gratis", "0", "tidak ada", "nol" ->
                Optional.of(CostClass.NONE);
            case "low", "rendah", "murah", "kecil" -> Optional.of(CostClass.LOW);
            case "medium", "sedang", "menengah" -> Optional.of(CostClass.MEDIUM);
            case "high", "tinggi", "mahal", "besar" -> Optional.of(CostClass.HIGH);
            default -> money(text);
        };
    }

    /** Goals in {@code 3, 16}, {@code SDG 3; SDG 16}, {@code TPB 3 (Kesehatan)}; empty if there is no number. */
    static List<Integer> goals(String text) {
        List<Integer> goals = new ArrayList<>();
        Matcher matcher = NUMBER.matcher(text);
        while (matcher.find() && goals.size() <= InnovationRules.SDG_MAX) {
            goals.add(Integer.valueOf(matcher.group()));
        }
        return goals;
    }

    /** The first link in a cell, {@code www.} made whole; the text itself where there is none. */
    static String link(String text) {
        for (String piece : text.split("[\\s;,|]+")) {
            if (piece.regionMatches(true, 0, "http://", 0, 7) || piece.regionMatches(true, 0, "https://", 0, 8)) {
                return piece;
            }
            if (piece.regionMatches(true, 0, "www.", 0, 4)) {
                return "https://" + piece;
            }
        }
        return text;
    }

    private static Optional<CostClass> money(String text) {
        String plain =
                text.toLowerCase(Locale.ROOT).replaceAll("rp\\.?|idr", " ").strip();
        Matcher matcher = MONEY.matcher(plain);
        if (!matcher.find()) {
            return Optional.empty();
        }
        BigDecimal amount = new BigDecimal(matcher.group(1).replaceAll("[.,]", ""));
        if (plain.contains("miliar") || plain.contains("milyar")) {
            amount = amount.movePointRight(9);
        } else if (plain.contains("juta")) {
            amount = amount.movePointRight(6);
        } else if (amount.compareTo(BigDecimal.valueOf(1_000)) < 0 && amount.signum() > 0) {
            return Optional.empty();
        }
        if (amount.signum() == 0) {
            return Optional.of(CostClass.NONE);
        }
        return Optional.of(
                amount.compareTo(BigDecimal.valueOf(50_000_000)) <= 0
                        ? CostClass.LOW
                        : amount.compareTo(BigDecimal.valueOf(500_000_000)) <= 0 ? CostClass.MEDIUM : CostClass.HIGH);
    }
}
