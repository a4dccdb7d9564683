package id.jipp.core.search;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Brings a text and a question to the same plain words before they are taken apart: {@code T.O.S.S.} becomes {@code
 * toss}, {@code e-KTP} becomes {@code e ktp ektp}; marks on letters, invisible and control characters go.
 */
final class TextFolding {
    private static final Pattern MARKS_AND_INVISIBLE = Pattern.compile("[\\p{M}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}]+");
    private static final Pattern DOTTED =
            Pattern.compile("(?<![\\p{L}\\p{N}])(?:\\p{L}[.](?:[ ](?=\\p{L}[.]))?){2,}\\p{L}?");
    private static final Pattern APOSTROPHE = Pattern.compile("(?<=\\p{L})['’`](?=\\p{L})");
    private static final Pattern HYPHENED =
            Pattern.compile("(?<![\\p{L}\\p{N}-])([\\p{L}\\p{N}]{1,20})-([\\p{L}\\p{N}]{1,20})(?![\\p{L}\\p{N}-])");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private TextFolding() {}

    /** Words of letters and digits, in lower case, with single spaces between them. */
    static String fold(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD);
        plain = MARKS_AND_INVISIBLE.matcher(plain).replaceAll("");
        plain = DOTTED.matcher(plain)
                .replaceAll(found -> found.group().replace(".", "").replace(" ", "") + " ");
        plain = APOSTROPHE.matcher(plain).replaceAll("");
        plain = HYPHENED.matcher(plain).replaceAll("$1 $2 $1$2");
        return NO_WORD.matcher(plain).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }

    /**
     * The initials of a title of three to eight words, for who only knows the acronym; empty otherwise. What stands in
     * parentheses is taken as a title of its own.
     */
    static String initials(String title) {
        StringBuilder all = new StringBuilder();
        for (String part : title.split("[()\\[\\]:–—/]", 6)) {
            String folded = fold(part);
            String[] words = folded.split(" ");
            if (words.length >= 3 && words.length <= 8) {
                for (String word : words) {
                    all.append(word.charAt(0));
                }
                all.append(' ');
            }
        }
        return all.toString().strip();
    }
}
