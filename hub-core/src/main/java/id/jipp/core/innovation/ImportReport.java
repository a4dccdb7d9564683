package id.jipp.core.innovation;

import id.jipp.core.outcome.Problem;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a file holds, row by row; the same whether it was tried or taken in.
 *
 * @param id of the import, for undo; null for a dry run
 * @param columns which column of the file was taken for which field, the others as {@code notes}; empty for a mere
 *     row number
 * @param added how many went in; in a dry run, how many would
 * @param skipped all the others
 */
public record ImportReport(@Nullable String id, Map<String, String> columns, List<Row> rows, int added, int skipped) {

    /**
     * @param row its number in the file as a spreadsheet program counts; 2 is the first under a header in row 1
     * @param title what it calls itself, for people to find it again
     * @param tells what else it is known by, as it was understood: agency, area, year; each only where there is one
     * @param came what stands in the cells of each field with a problem, so that it can be mended in place
     * @param duplicateOf the record it repeats; null otherwise, or when it repeats an earlier row of the file
     * @param innovationId what became of it; null in a dry run or where nothing did
     */
    public record Row(
            int row,
            State state,
            String title,
            List<String> tells,
            List<Problem> problems,
            Map<String, String> came,
            @Nullable InnovationId duplicateOf,
            @Nullable InnovationId innovationId) {}

    public enum State {
        READY,
        DUPLICATE,
        PROBLEM
    }
}
