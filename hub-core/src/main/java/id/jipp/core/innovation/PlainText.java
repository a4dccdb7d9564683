package id.jipp.core.innovation;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Text as a person can have meant it: without control characters, without what turns the direction of the text around
 * it or cannot be seen, with at most three marks on a letter, in Unicode's composed form (NFC).
 */
final class PlainText {
    private static final Pattern INVISIBLE = Pattern.compile(
            "[\\p{Cntrl}&&[^\\n\\t]]|[\\u00AD\\u061C\\u180E\\u200B\\u200E\\u200F\\u2028-\\u202E\\u2060-\\u206F\\uFEFF\\uFFF9-\\uFFFB]"
                    + "|[\\x{E0000}-\\x{E007F}]");
    private static final Pattern LONE_SURROGATE = Pattern.compile("\\p{Cs}");
    private static final Pattern MANY_MARKS = Pattern.compile("(\\p{M}{3})\\p{M}+");
    private static final Pattern SPACES = Pattern.compile("[\\p{Zs}\\t]+");
    private static final Pattern MANY_LINES = Pattern.compile("\\n(?:[ ]*\\n){2,}");

    private PlainText() {}

    /** One line; line ends become spaces. */
    static String line(String text) {
        return SPACES.matcher(clean(text.replace("\r", "\n")).replace('\n', ' '))
                .replaceAll(" ")
                .strip();
    }

    /** Paragraphs; at most one empty line between two. */
    static String lines(String text) {
        String plain = SPACES.matcher(clean(text.replace("\r\n", "\n").replace('\r', '\n')))
                .replaceAll(" ");
        return MANY_LINES.matcher(plain).replaceAll("\n\n").strip();
    }

    /** At most so many characters, not cut within a surrogate pair. */
    static String cut(String text, int charsMax) {
        if (text.length() <= charsMax) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(charsMax - 1)) ? charsMax - 1 : charsMax;
        return text.substring(0, end);
    }

    private static String clean(String text) {
        String plain = INVISIBLE.matcher(text).replaceAll("");
        plain = LONE_SURROGATE.matcher(plain).replaceAll("\uFFFD");
        plain = Normalizer.normalize(plain, Normalizer.Form.NFC);
        return MANY_MARKS.matcher(plain).replaceAll("$1");
    }
}
