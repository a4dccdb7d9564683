package id.jipp.core.room;

import org.jspecify.annotations.Nullable;

/** Text from afar made safe to keep: no control characters but line breaks, no broken Unicode, bounded. */
final class Plain {
    private Plain() {}

    /** A text of several lines. */
    static String text(@Nullable String foreign, int charsMax) {
        return foreign == null ? "" : clean(foreign, charsMax, true);
    }

    /** A text of one line. */
    static String line(@Nullable String foreign, int charsMax) {
        return foreign == null ? "" : clean(foreign, charsMax, false);
    }

    private static String clean(String foreign, int charsMax, boolean lines) {
        StringBuilder kept = new StringBuilder(Math.min(foreign.length(), charsMax));
        foreign.replace("\r\n", "\n").codePoints().forEach(point -> {
            if (point == '\n' || point == '\t' || point == '\r') {
                kept.append(lines && point != '\r' ? (char) point : ' ');
            } else if (!Character.isISOControl(point) && Character.getType(point) != Character.SURROGATE) {
                kept.appendCodePoint(point);
            }
        });
        String stripped = kept.toString().strip();
        return stripped.length() <= charsMax ? stripped : stripped.substring(0, wholeChars(stripped, charsMax));
    }

    private static int wholeChars(String text, int charsMax) {
        return Character.isHighSurrogate(text.charAt(charsMax - 1)) ? charsMax - 1 : charsMax;
    }
}
