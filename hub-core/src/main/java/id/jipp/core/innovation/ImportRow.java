package id.jipp.core.innovation;

import id.jipp.core.area.Area;
import id.jipp.core.area.AreaCode;
import id.jipp.core.area.Areas;
import id.jipp.core.outcome.Problem;
import id.jipp.core.table.TableRow;
import id.jipp.core.text.PlainText;
import id.jipp.core.text.WebAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One row of a table read as an innovation. What cannot be read as what its column says is kept as a note. */
final class ImportRow {
    private final Areas areas;
    private final ImportHeader header;
    private final TableRow row;
    private final Map<ImportColumn, String> over;
    private final Map<String, String> notes = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    /** @param fixes what a person wrote over this row's cells, by field */
    ImportRow(Areas areas, ImportHeader header, TableRow row, Map<String, String> fixes) {
        this.areas = areas;
        this.header = header;
        this.row = row;
        this.over = fixes.isEmpty() ? Map.of() : over(fixes);
    }

    /** @param problems what could not be read; the rules come after */
    record Read(InnovationFields fields, List<Problem> problems) {}

    Read read() {
        header.notes().forEach((place, name) -> note(name, row.cell(place)));
        Integer year = year();
        Area area = area();
        InnovationFields fields = new InnovationFields(
                cell(ImportColumn.TITLE),
                cell(ImportColumn.LOCAL_NAME),
                cell(ImportColumn.AGENCY),
                area == null ? cell(ImportColumn.AREA_CODE) : area.code().value(),
                areaName(area),
                year,
                cell(ImportColumn.AWARD),
                cell(ImportColumn.CATEGORY),
                cell(ImportColumn.SUMMARY),
                cell(ImportColumn.PROBLEM),
                cell(ImportColumn.SOLUTION),
                cell(ImportColumn.RESULT),
                cell(ImportColumn.BENEFICIARIES),
                readable(ImportColumn.COST, ImportValues::cost),
                cell(ImportColumn.LEGAL_BASIS),
                goals(),
                readable(ImportColumn.DIGITAL, ImportValues::digital),
                readable(ImportColumn.PHASE, ImportValues::phase),
                link(),
                notes);
        return new Read(InnovationRules.plain(fields), problems);
    }

    private @Nullable Integer year() {
        String typed = cell(ImportColumn.YEAR);
        Optional<Integer> year = ImportValues.year(typed);
        if (year.isPresent()) {
            return year.get();
        }
        if (!typed.isEmpty()) {
            problems.add(Problem.of("year", "not-a-year", PlainText.cut(PlainText.line(typed), 40)));
            return null;
        }
        return ImportValues.year(cell(ImportColumn.AWARD)).orElse(null);
    }

    /** By code, else by name within its province, else the province; null where the agency or nobody tells. */
    private @Nullable Area area() {
        Optional<Area> byCode = AreaCodes.parse(cell(ImportColumn.AREA_CODE)).flatMap(areas::find);
        if (byCode.isPresent() || !cell(ImportColumn.AREA_CODE).isEmpty()) {
            return byCode.orElse(null);
        }
        String name = cell(ImportColumn.AREA);
        String provinceName = cell(ImportColumn.PROVINCE);
        Optional<Area> province = areas.named(provinceName);
        Optional<Area> area = province.isPresent()
                ? areas.named(name, province.get().code().province()).or(() -> areas.named(name))
                : areas.named(name);
        if (area.isPresent()
                && province.isPresent()
                && isWithin(province.get().code(), area.get().code())) {
            return province.get();
        }
        return area.or(() -> province).orElse(null);
    }

    /** Columns swapped: the regency stands under "province". */
    private static boolean isWithin(AreaCode inner, AreaCode outer) {
        return !outer.equals(AreaCode.NATIONAL) && !inner.equals(outer) && outer.contains(inner);
    }

    private String areaName(@Nullable Area area) {
        String typed = cell(ImportColumn.AREA);
        return typed.isEmpty() ? (area == null ? cell(ImportColumn.PROVINCE) : area.name()) : typed;
    }

    private List<Integer> goals() {
        String typed = cell(ImportColumn.SDG);
        List<Integer> goals = ImportValues.goals(typed);
        if (goals.isEmpty()) {
            note(header.nameOf(ImportColumn.SDG), typed);
        }
        return goals;
    }

    private String link() {
        String typed = cell(ImportColumn.SOURCE_URL);
        String link = ImportValues.link(typed);
        if (!WebAddress.is(link)) {
            note(header.nameOf(ImportColumn.SOURCE_URL), typed);
            return "";
        }
        if (!link.endsWith(typed)) {
            note(header.nameOf(ImportColumn.SOURCE_URL), typed);
        }
        return link;
    }

    private <T> @Nullable T readable(ImportColumn column, Function<String, Optional<T>> reading) {
        String typed = cell(column);
        Optional<T> value = typed.isEmpty() ? Optional.empty() : reading.apply(typed);
        if (value.isEmpty()) {
            note(header.nameOf(column), typed);
        }
        return value.orElse(null);
    }

    private void note(String name, String cell) {
        String text = ImportValues.filled(cell);
        if (!text.isEmpty()) {
            notes.putIfAbsent(name, text);
        }
    }

    /** What stands in the cells of a field; empty for a field no column has. */
    String typed(String field) {
        return Arrays.stream(ImportColumn.values())
                .filter(column -> column.key().equals(field))
                .map(this::cell)
                .filter(cell -> !cell.isEmpty())
                .findFirst()
                .orElse("");
    }

    private String cell(ImportColumn column) {
        return ImportValues.filled(over.getOrDefault(column, header.cell(row, column)));
    }

    /** What a person wrote, by column. An area stands for all its columns: a code if it is one, else a name. */
    private static Map<ImportColumn, String> over(Map<String, String> fixes) {
        Map<ImportColumn, String> over = new EnumMap<>(ImportColumn.class);
        for (ImportColumn column : ImportColumn.values()) {
            String fixed = fixes.get(column.key());
            if (fixed != null) {
                over.put(column, fixed);
            }
        }
        String area = over.getOrDefault(ImportColumn.AREA, over.get(ImportColumn.AREA_CODE));
        if (area != null) {
            boolean code = AreaCodes.parse(area).isPresent();
            over.put(ImportColumn.AREA_CODE, code ? area : "");
            over.put(ImportColumn.AREA, code ? "" : area);
            over.put(ImportColumn.PROVINCE, "");
        }
        return over;
    }
}
