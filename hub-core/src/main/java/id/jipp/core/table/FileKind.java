package id.jipp.core.table;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What a file is, by its first bytes; its name and claimed type are not believed. */
enum FileKind {
    EMPTY,
    ZIP,
    /** Microsoft's old container: XLS, or an XLSX with a password. */
    OLE,
    PDF,
    HTML,
    BINARY,
    TEXT;

    private static final int LOOKED_AT = 4_096;

    static FileKind of(byte[] bytes) {
        if (bytes.length == 0) {
            return EMPTY;
        }
        if (startsWith(bytes, 'P', 'K', 3, 4) || startsWith(bytes, 'P', 'K', 5, 6)) {
            return ZIP;
        }
        if (startsWith(bytes, 0xD0, 0xCF, 0x11, 0xE0)) {
            return OLE;
        }
        if (startsWith(bytes, '%', 'P', 'D', 'F')) {
            return PDF;
        }
        String start = new String(bytes, 0, Math.min(bytes.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
        boolean hasMark = startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF);
        if (!hasMark && start.indexOf('\0') >= 0) {
            return BINARY;
        }
        return isMarkup(start) ? HTML : TEXT;
    }

    private static boolean isMarkup(String start) {
        String text =
                start.replaceFirst("^\u00EF\u00BB\u00BF", "").stripLeading().toLowerCase(Locale.ROOT);
        return text.startsWith("<!doctype")
                || text.startsWith("<html")
                || text.startsWith("<?xml")
                || text.startsWith("<table")
                || text.startsWith("<head")
                || text.startsWith("<meta");
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        if (bytes.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((bytes[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
