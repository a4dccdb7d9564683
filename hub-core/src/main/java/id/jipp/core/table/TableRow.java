package id.jipp.core.table;

import java.util.List;

/**
 * One row of a table as text.
 *
 * @param number as a spreadsheet program counts rows, from 1
 */
public record TableRow(int number, List<String> cells) {
    /** The text of that column, from 0; empty beyond the last. */
    public String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }

    public boolean isBlank() {
        return cells.stream().allMatch(String::isBlank);
    }
}
