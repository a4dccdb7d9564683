package id.jipp.core.text;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Text as a person can have meant it: without control characters, without what turns the direction of the text around
 * it or cannot be seen, with at most three marks on a letter, in Unicode's composed form (NFC).
 */
public final class PlainText {
    private static final Pattern INVISIBLE = Pattern.compile(
            "[\\p{Cntrl}&&[^\\n\\t]]|[\\u00AD\\u061C\\u180E\\u200B\\u200E\\u200F\\u2028-\\u202E\\u2060-\\u206F\\uFEFF\\uFFF9-\\uFFFB]"
                    + "|[\\x{E0000}-\\x{E007F}]");
    private static final Pattern LONE_SURROGATE = Pattern.compile("\\p{Cs}");
    private static final Pattern MANY_MARKS = Pattern.compile("(\\p{M}{3})\\p{M}+");
    private static final Pattern SPACES = Pattern.compile("[\\p{Zs}\\t]+");
    private static final Pattern MANY_LINES = Pattern.compile("\\n(?:[ ]*\\n){2,}");

    private static final int LINE_ENDS_MAX = 2;

    private PlainText() {}

    /** One line; line ends become spaces. */
    public static String line(String text) {
        return isPlain(text, 0) ? text : madeLine(text);
    }

    static String madeLine(String text) {
        return SPACES.matcher(clean(text.replace("\r", "\n")).replace('\n', ' '))
                .replaceAll(" ")
                .strip();
    }

    /** Paragraphs; at most one empty line between two. */
    public static String lines(String text) {
        return isPlain(text, LINE_ENDS_MAX) ? text : madeLines(text);
    }

    static String madeLines(String text) {
        String plain = SPACES.matcher(clean(text.replace("\r\n", "\n").replace('\r', '\n')))
                .replaceAll(" ");
        return MANY_LINES.matcher(plain).replaceAll("\n\n").strip();
    }

    /** At most so many characters, not cut within a surrogate pair. */
    public static String cut(String text, int charsMax) {
        if (text.length() <= charsMax) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(charsMax - 1)) ? charsMax - 1 : charsMax;
        return text.substring(0, end);
    }

    /** Whether it is as it should be already, which nearly every text is; false where that is not seen at a glance. */
    private static boolean isPlain(String text, int lineEndsMax) {
        int lineEnds = 0;
        boolean gap = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isUsual(c)) {
                gap = false;
                lineEnds = 0;
            } else if (c == '\n' && ++lineEnds <= lineEndsMax && gap == (lineEnds > 1)) {
                gap = true;
            } else if (c == ' ' && !gap) {
                gap = true;
            } else {
                return false;
            }
        }
        return !gap || text.isEmpty();
    }

    /** A visible character that is no mark, stands for itself in NFC and has no direction of its own. */
    private static boolean isUsual(char c) {
        return (c > ' ' && c < '\u007F')
                || (c > '\u00A0' && c < '\u0300' && c != '\u00AD')
                || (c > '\u200F' && c < '\u2028');
    }

    private static String clean(String text) {
        String plain = INVISIBLE.matcher(text).replaceAll("");
        plain = LONE_SURROGATE.matcher(plain).replaceAll("\uFFFD");
        plain = Normalizer.normalize(plain, Normalizer.Form.NFC);
        return MANY_MARKS.matcher(plain).replaceAll("$1");
    }
}
