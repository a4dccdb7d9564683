package id.jipp.core.search;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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

    private static final int PAIR_CHARS_MAX = 20;

    private TextFolding() {}

    /** Words of letters and digits, in lower case, with single spaces between them. */
    static String fold(String text) {
        String folded = foldSimple(text);
        return folded == null ? foldAny(text) : folded;
    }

    /**
     * The same at a tenth of the cost for ASCII without apostrophes or abbreviations in dots, which most text is; null
     * for other text.
     */
    private static @Nullable String foldSimple(String text) {
        StringBuilder words = new StringBuilder(text.length() + 16);
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (isPart(c)) {
                at = foldRun(text, at, words);
            } else if (c > 127 || c == '\'' || c == '`' || (c == '.' && endsInitial(text, at))) {
                return null;
            } else {
                at++;
            }
        }
        return words.toString();
    }

    /** Whether a single letter stands before that dot. */
    private static boolean endsInitial(String text, int dot) {
        return dot > 0 && Character.isLetter(text.charAt(dot - 1)) && (dot == 1 || !isWord(text.charAt(dot - 2)));
    }

    /** Folds letters, digits and hyphens in a row; answers where they end. */
    private static int foldRun(String text, int from, StringBuilder words) {
        int to = from;
        int hyphens = 0;
        int hyphen = from;
        for (; to < text.length() && isPart(text.charAt(to)); to++) {
            if (text.charAt(to) == '-') {
                hyphens++;
                hyphen = to;
            }
        }
        for (int i = from; i < to; i++) {
            if (text.charAt(i) != '-') {
                boolean first = i == from || text.charAt(i - 1) == '-';
                if (first && !words.isEmpty()) {
                    words.append(' ');
                }
                words.append(lower(text.charAt(i)));
            }
        }
        boolean pair = hyphens == 1 && isPairPart(hyphen - from) && isPairPart(to - hyphen - 1);
        if (pair) {
            words.append(' ');
            for (int i = from; i < to; i++) {
                if (i != hyphen) {
                    words.append(lower(text.charAt(i)));
                }
            }
        }
        return to;
    }

    private static boolean isPairPart(int chars) {
        return chars >= 1 && chars <= PAIR_CHARS_MAX;
    }

    private static boolean isPart(char c) {
        return c == '-' || isWord(c);
    }

    private static boolean isWord(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }

    static String foldAny(String text) {
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
