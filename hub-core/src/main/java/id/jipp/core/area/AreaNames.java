package id.jipp.core.area;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How people write the names of areas, brought to one form. */
final class AreaNames {
    private static final int CHARS_MAX = 200;

    private static final Map<String, List<String>> ABBREVIATIONS = Map.ofEntries(
            Map.entry("11", List.of("nad", "nanggroe aceh darussalam", "daerah istimewa aceh")),
            Map.entry("12", List.of("sumut")),
            Map.entry("13", List.of("sumbar")),
            Map.entry("16", List.of("sumsel")),
            Map.entry("19", List.of("babel", "bangka belitung", "kep bangka belitung")),
            Map.entry("21", List.of("kepri", "kep riau")),
            Map.entry("31", List.of("dki", "dki jakarta", "jakarta", "dkj", "daerah khusus jakarta", "jakarta raya")),
            Map.entry("32", List.of("jabar")),
            Map.entry("33", List.of("jateng")),
            Map.entry(
                    "34",
                    List.of(
                            "diy",
                            "di yogyakarta",
                            "d i yogyakarta",
                            "di jogjakarta",
                            "diy yogyakarta",
                            "provinsi yogyakarta")),
            Map.entry("35", List.of("jatim")),
            Map.entry("52", List.of("ntb", "nusatenggara barat")),
            Map.entry("53", List.of("ntt", "nusatenggara timur")),
            Map.entry("61", List.of("kalbar")),
            Map.entry("62", List.of("kalteng")),
            Map.entry("63", List.of("kalsel")),
            Map.entry("64", List.of("kaltim")),
            Map.entry("65", List.of("kaltara", "kalut")),
            Map.entry("71", List.of("sulut")),
            Map.entry("72", List.of("sulteng")),
            Map.entry("73", List.of("sulsel")),
            Map.entry("74", List.of("sultra")),
            Map.entry("76", List.of("sulbar")),
            Map.entry("82", List.of("malut")),
            Map.entry("92", List.of("pabar")));

    /** Not areas but what forms call the centre. */
    private static final List<String> NATIONAL = List.of(
            "nasional",
            "indonesia",
            "republik indonesia",
            "pusat",
            "pemerintah pusat",
            "k l",
            "kl",
            "kementerian",
            "kementerian lembaga",
            "kementerian lembaga bumn",
            "kementerian dan lembaga",
            "lembaga",
            "bumn");

    private record Spelling(Pattern pattern, String official) {
        Spelling(String pattern, String official) {
            this(Pattern.compile(pattern), official);
        }
    }

    private static final List<Spelling> SPELLINGS = List.of(
            new Spelling("^pemkab ", "kabupaten "),
            new Spelling("^pemkot ", "kota "),
            new Spelling("^(pemprov|prov|propinsi|prop|province of) ", "provinsi "),
            new Spelling("^(kab|kabupaten administrasi|kab adm|regency of) ", "kabupaten "),
            new Spelling("^(kota administrasi|kota adm|kotamadya|kodya|city of) ", "kota "),
            new Spelling(" province$", ""),
            new Spelling("^(.+) regency$", "kabupaten $1"),
            new Spelling("^(.+) city$", "kota $1"),
            new Spelling("^kabupaten kep ", "kabupaten kepulauan "));

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern DOTS = Pattern.compile("(?<=\\b\\p{L})\\.(?=\\p{L}\\b)");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private AreaNames() {}

    static List<String> abbreviationsOf(String code) {
        return ABBREVIATIONS.getOrDefault(code, List.of());
    }

    /** Whether folded words are those of a ministry or an office of the whole country. */
    static boolean isOfTheCentre(List<String> words) {
        return words.contains("kementerian") || words.contains("nasional") || words.contains("ri");
    }

    /** The folded forms under which that name may be known, the most literal first. */
    static Stream<String> readings(String name) {
        String folded = fold(name);
        if (folded.isEmpty()) {
            return Stream.empty();
        }
        if (NATIONAL.contains(folded)) {
            return Stream.of("nasional");
        }
        return Stream.of(folded, folded.replace(" ", "")).distinct();
    }

    /** Lower case, single spaces, no dots, "Pemerintah" gone, "Kab" and "Prov" written out. */
    static String fold(String name) {
        String cut = name.length() <= CHARS_MAX ? name : name.substring(0, CHARS_MAX);
        String plain =
                MARKS.matcher(Normalizer.normalize(cut, Normalizer.Form.NFKD)).replaceAll("");
        plain = DOTS.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("");
        plain = NO_WORD.matcher(plain).replaceAll(" ").strip();
        plain = without(plain, "pemerintah daerah ", "pemerintah ", "pemda ");
        for (Spelling spelling : SPELLINGS) {
            plain = spelling.pattern().matcher(plain).replaceFirst(spelling.official());
        }
        return plain;
    }

    /** A folded name without what kind of area it is. */
    static String shortForm(String folded) {
        return without(folded, "kabupaten ", "kota ");
    }

    private static String without(String text, String... prefixes) {
        for (String prefix : prefixes) {
            if (text.startsWith(prefix) && text.length() > prefix.length()) {
                return text.substring(prefix.length());
            }
        }
        return text;
    }
}
