package id.jipp.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A document before it has a form, read from a text with a head ({@code title}, {@code kicker}, {@code format},
 * {@code date}) and a small part of Markdown below.
 *
 * @param kicker the small line above the title: where it belongs
 * @param date when the text was written; the only date in the document, so that every build makes the same bytes
 */
record Manuscript(String title, String kicker, Format format, LocalDate date, List<Block> blocks) {
    enum Format {
        PDF,
        PPTX
    }

    /** The language of all of them. */
    static final String LANGUAGE = "id-ID";

    /** Who says so in each document's properties. */
    static final String AUTHOR = "JIPP Hub";

    static Manuscript of(Map<String, String> head, List<Block> blocks) {
        return new Manuscript(
                wanted(head, "title"),
                wanted(head, "kicker"),
                Format.valueOf(wanted(head, "format").toUpperCase(Locale.ROOT)),
                LocalDate.parse(wanted(head, "date")),
                List.copyOf(blocks));
    }

    private static String wanted(Map<String, String> head, String key) {
        String value = head.get(key);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("The head of a manuscript says its " + key);
        }
        return value;
    }
}
