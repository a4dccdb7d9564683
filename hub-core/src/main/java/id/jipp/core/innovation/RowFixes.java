package id.jipp.core.innovation;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a person wrote over cells of a table before taking it in, so that a row with a problem need not wait for another
 * file. The file itself stays as it is.
 *
 * @param rows by the row's number as a spreadsheet program counts, then by field as in {@code Problem}; at most {@link
 *     #ROWS_MAX} rows and {@link #TEXT_CHARS_MAX} characters a text
 */
public record RowFixes(Map<Integer, Map<String, String>> rows) {
    public static final int ROWS_MAX = 1_000;
    public static final int TEXT_CHARS_MAX = 4_000;
    public static final RowFixes NONE = new RowFixes(Map.of());

    public RowFixes {
        if (rows.size() > ROWS_MAX) {
            throw new IllegalArgumentException("at most " + ROWS_MAX + " rows; came: " + rows.size());
        }
        Map<Integer, Map<String, String>> copy = new HashMap<>();
        rows.forEach((row, texts) -> copy.put(row, Map.copyOf(texts)));
        rows = Map.copyOf(copy);
    }

    /** Whether something of that row can still be written over. */
    public boolean takes(int row) {
        return rows.containsKey(row) || rows.size() < ROWS_MAX;
    }

    /** These, and that text in place of the cell. */
    public RowFixes with(int row, String field, String text) {
        if (text.length() > TEXT_CHARS_MAX) {
            throw new IllegalArgumentException(
                    "at most " + TEXT_CHARS_MAX + " characters; came: " + text.length() + " for " + field);
        }
        Map<Integer, Map<String, String>> more = new HashMap<>(rows);
        Map<String, String> texts = new LinkedHashMap<>(of(row));
        texts.put(field, text);
        more.put(row, texts);
        return new RowFixes(more);
    }

    Map<String, String> of(int row) {
        return rows.getOrDefault(row, Map.of());
    }
}
