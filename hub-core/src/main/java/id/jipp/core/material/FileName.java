package id.jipp.core.material;

import id.jipp.core.text.PlainText;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name of a file, safe to show and to save under on any system: one line of visible text without a path, without
 * what turns the direction of the text, 1 to {@link #CHARS_MAX} characters, its extension kept. Nothing here is stored
 * under it.
 */
record FileName(String value) {
    static final int CHARS_MAX = 200;
    private static final int EXTENSION_CHARS_MAX = 10;
    private static final String NAMELESS = "berkas";
    private static final Pattern PATH = Pattern.compile("[/\\\\]");
    private static final Pattern NOT_IN_NAMES = Pattern.compile("[<>:\"|?*]");

    /** Windows opens devices by these names, whatever the extension. */
    private static final Pattern DEVICE =
            Pattern.compile("(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?", Pattern.CASE_INSENSITIVE);

    /** What is left of a name from outside. */
    static FileName of(String fromOutside) {
        String[] parts = PATH.split(fromOutside);
        String last = parts.length == 0 ? "" : parts[parts.length - 1];
        String plain =
                NOT_IN_NAMES.matcher(PlainText.line(last)).replaceAll("_").replaceAll("^[. ]+|[. ]+$", "");
        if (plain.isEmpty()) {
            return new FileName(NAMELESS);
        }
        return new FileName(shortened(DEVICE.matcher(plain).matches() ? "_" + plain : plain));
    }

    /** In lower case, without its dot; empty if there is none. */
    String extension() {
        return extensionOf(value).toLowerCase(Locale.ROOT);
    }

    /** The name before its extension. */
    String stem() {
        String extension = extensionOf(value);
        return extension.isEmpty() ? value : value.substring(0, value.length() - extension.length() - 1);
    }

    private static String shortened(String name) {
        if (name.length() <= CHARS_MAX) {
            return name;
        }
        String extension = extensionOf(name);
        String end = extension.isEmpty() ? "" : "." + extension;
        return PlainText.cut(name, CHARS_MAX - end.length()).strip() + end;
    }

    private static String extensionOf(String name) {
        int dot = name.lastIndexOf('.');
        int chars = name.length() - dot - 1;
        return dot > 0 && chars >= 1 && chars <= EXTENSION_CHARS_MAX ? name.substring(dot + 1) : "";
    }

    @Override
    public String toString() {
        return value;
    }
}
