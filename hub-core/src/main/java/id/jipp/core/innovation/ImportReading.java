package id.jipp.core.innovation;

import id.jipp.core.area.AreaCode;
import id.jipp.core.outcome.Problem;
import id.jipp.core.table.TableFile;
import id.jipp.core.table.TableRefused;
import id.jipp.core.table.TableRow;
import id.jipp.core.text.PlainText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a table row by row and judges each; a dry run and a real one both end here. */
final class ImportReading {
    static final int ROWS_MAX = 50_000;

    private static final int HEADER_NAMES_SHOWN = 12;
    private static final int TELLS_CHARS_MAX = 120;

    private final InnovationRules rules;
    private final int yearNow;
    private final Function<String, Optional<InnovationId>> known;
    private final RowFixes fixes;
    private final Set<String> seen = new HashSet<>();
    private final List<Judged> judged = new ArrayList<>();

    /** @param fields only where the row is ready, and then with its area */
    record Judged(
            ImportReport.Row row,
            @Nullable InnovationFields fields,
            @Nullable AreaCode area) {}

    /** A whole file: its header and every row that is not blank. */
    record Whole(ImportHeader header, List<Judged> rows) {}

    /** @param known the record that already has that title, agency and area, here or at any synced hub */
    ImportReading(InnovationRules rules, int yearNow, Function<String, Optional<InnovationId>> known, RowFixes fixes) {
        this.fixes = fixes;
        this.rules = rules;
        this.yearNow = yearNow;
        this.known = known;
    }

    Whole read(TableFile file) throws TableRefused {
        int best = -1;
        ImportHeader header = null;
        List<String> firstNames = List.of();
        for (int way = 0; way < file.ways(); way++) {
            List<TableRow> first = firstRows(file, way);
            Optional<ImportHeader> candidate = ImportHeader.among(first);
            if (candidate.isPresent() && (header == null || candidate.get().score() > header.score())) {
                header = candidate.get();
                best = way;
            }
            firstNames = firstNames.isEmpty() ? namesIn(first) : firstNames;
        }
        if (header == null) {
            throw new TableRefused("no-title-column", String.join(", ", firstNames));
        }
        ImportHeader found = header;
        boolean[] tooMany = {false};
        file.read(best, row -> {
            if (row.number() > found.lastRow() && !row.isBlank()) {
                tooMany[0] = judged.size() >= ROWS_MAX;
                if (!tooMany[0]) {
                    judged.add(judge(found, row));
                }
            }
            return !tooMany[0];
        });
        if (tooMany[0]) {
            throw new TableRefused("too-many-rows", String.valueOf(ROWS_MAX));
        }
        return new Whole(header, judged);
    }

    private Judged judge(ImportHeader header, TableRow row) {
        ImportRow typed = new ImportRow(rules.areas(), header, row, fixes.of(row.number()));
        ImportRow.Read read = typed.read();
        InnovationFields fields = read.fields();
        List<Problem> problems = new ArrayList<>(read.problems());
        problems.addAll(rules.ofPublishing(fields, yearNow));
        if (!problems.isEmpty()) {
            return new Judged(
                    row(row, ImportReport.State.PROBLEM, fields, problems, came(typed, problems), null), null, null);
        }
        AreaCode area = rules.areaOf(fields).orElseThrow();
        String same = InnovationSearch.same(fields, area);
        Optional<InnovationId> before = known.apply(same);
        if (before.isPresent() || !seen.add(same)) {
            return new Judged(
                    row(row, ImportReport.State.DUPLICATE, fields, List.of(), Map.of(), before.orElse(null)),
                    null,
                    null);
        }
        return new Judged(row(row, ImportReport.State.READY, fields, List.of(), Map.of(), null), fields, area);
    }

    private ImportReport.Row row(
            TableRow row,
            ImportReport.State state,
            InnovationFields fields,
            List<Problem> problems,
            Map<String, String> came,
            @Nullable InnovationId duplicateOf) {
        String title = PlainText.cut(fields.title(), TextField.TITLE.charsMax());
        return new ImportReport.Row(row.number(), state, title, tells(fields), problems, came, duplicateOf, null);
    }

    private List<String> tells(InnovationFields fields) {
        String area = rules.areaOf(fields).map(rules.areas()::nameOf).orElse(fields.areaName());
        String year = fields.year() == null ? "" : fields.year().toString();
        return Stream.of(fields.agency(), area, year)
                .filter(text -> !text.isBlank())
                .map(text -> PlainText.cut(text, TELLS_CHARS_MAX))
                .toList();
    }

    private static Map<String, String> came(ImportRow row, List<Problem> problems) {
        Map<String, String> came = new LinkedHashMap<>();
        for (Problem problem : problems) {
            if (ImportColumn.isField(problem.field())) {
                came.put(problem.field(), PlainText.cut(row.typed(problem.field()), RowFixes.TEXT_CHARS_MAX));
            }
        }
        return came;
    }

    private static List<TableRow> firstRows(TableFile file, int way) throws TableRefused {
        List<TableRow> first = new ArrayList<>();
        file.read(way, row -> {
            first.add(row);
            return first.size() < ImportHeader.ROWS_LOOKED_AT;
        });
        return first;
    }

    private static List<String> namesIn(List<TableRow> first) {
        return first.stream()
                .filter(row -> !row.isBlank())
                .findFirst()
                .map(row -> row.cells().stream()
                        .map(cell -> PlainText.cut(PlainText.line(cell), 30))
                        .filter(cell -> !cell.isEmpty())
                        .limit(HEADER_NAMES_SHOWN)
                        .toList())
                .orElse(List.of());
    }
}
