package id.jipp.core.innovation;

import id.jipp.core.table.TableRow;
import id.jipp.core.text.PlainText;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The row that names the columns, wherever it stands among the first, alone or with a row of groups above it.
 *
 * @param lastRow the number of the last row that belongs to it
 * @param known the place of each column we know
 * @param names what the table calls them
 * @param notes the places and names of those we do not
 * @param columns every named column, and the field it was taken for
 * @param score how sure it is: the more columns known by their exact name, the higher
 */
record ImportHeader(
        int lastRow,
        Map<ImportColumn, Integer> known,
        Map<ImportColumn, String> names,
        Map<Integer, String> notes,
        Map<String, String> columns,
        int score) {
    static final int ROWS_LOOKED_AT = 15;

    private static final int NAMED = 4;
    private static final int GUESSED = 1;
    private static final String AS_NOTE = "notes";

    /** The likeliest header among the first rows; empty if none names a title. */
    static Optional<ImportHeader> among(List<TableRow> first) {
        ImportHeader best = null;
        for (int i = 0; i < first.size(); i++) {
            best = better(best, of(first.get(i).number(), names(first.get(i))));
            if (i + 1 < first.size() && namesMore(first.get(i + 1))) {
                best = better(best, of(first.get(i + 1).number(), joined(first.get(i), first.get(i + 1))));
            }
        }
        return Optional.ofNullable(best);
    }

    String cell(TableRow row, ImportColumn column) {
        Integer place = known.get(column);
        return place == null ? "" : row.cell(place);
    }

    /** What the table itself calls that column. */
    String nameOf(ImportColumn column) {
        return names.getOrDefault(column, column.key());
    }

    private static @Nullable ImportHeader better(@Nullable ImportHeader best, ImportHeader other) {
        boolean usable = other.known.containsKey(ImportColumn.TITLE);
        return usable && (best == null || other.score > best.score) ? other : best;
    }

    private static List<String> names(TableRow row) {
        return row.cells().stream().map(PlainText::line).toList();
    }

    /** The lower row's names, the upper one's where the lower has none: cells merged over two rows. */
    private static List<String> joined(TableRow upper, TableRow lower) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < Math.max(upper.cells().size(), lower.cells().size()); i++) {
            names.add(PlainText.line(lower.cell(i).isBlank() ? upper.cell(i) : lower.cell(i)));
        }
        return names;
    }

    /** Whether a row can be the lower half of a header: everything in it is a name we know. */
    private static boolean namesMore(TableRow row) {
        List<String> filled =
                names(row).stream().filter(name -> !name.isEmpty()).toList();
        return !filled.isEmpty()
                && filled.stream().allMatch(name -> ImportColumn.named(name).isPresent());
    }

    private static ImportHeader of(int row, List<String> names) {
        Map<ImportColumn, Integer> known = new EnumMap<>(ImportColumn.class);
        Map<Integer, ImportColumn> byPlace = new HashMap<>();
        int score = 0;
        for (int i = 0; i < names.size(); i++) {
            Optional<ImportColumn> column = ImportColumn.named(names.get(i));
            if (column.isPresent() && known.putIfAbsent(column.get(), i) == null) {
                byPlace.put(i, column.get());
                score += NAMED;
            }
        }
        for (int i = 0; i < names.size(); i++) {
            Optional<ImportColumn> column = ImportColumn.guessed(names.get(i));
            if (!byPlace.containsKey(i) && column.isPresent() && known.putIfAbsent(column.get(), i) == null) {
                byPlace.put(i, column.get());
                score += GUESSED;
            }
        }
        return named(row, names, known, byPlace, score);
    }

    private static ImportHeader named(
            int row,
            List<String> names,
            Map<ImportColumn, Integer> known,
            Map<Integer, ImportColumn> byPlace,
            int score) {
        Map<Integer, String> notes = new LinkedHashMap<>();
        Map<ImportColumn, String> ownNames = new EnumMap<>(ImportColumn.class);
        Map<String, String> columns = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            String plain = names.get(i).isEmpty() ? "Kolom " + (i + 1) : names.get(i);
            String name = PlainText.cut(plain, InnovationRules.NOTE_NAME_CHARS_MAX - 5);
            String own = columns.containsKey(name) ? name + " (" + (i + 1) + ")" : name;
            ImportColumn column = byPlace.get(i);
            if (column == null) {
                notes.put(i, own);
            } else {
                ownNames.put(column, own);
            }
            if (!names.get(i).isEmpty()) {
                columns.put(own, column == null ? AS_NOTE : column.key());
            }
        }
        return new ImportHeader(row, known, ownNames, notes, columns, score);
    }
}
