package id.jipp.ui.innovation;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Map;

/** Which column of the file was taken for which field. */
final class ImportColumns extends NativeDetails {
    static final List<String> FIELDS = List.of(
            "title",
            "localName",
            "agency",
            "areaCode",
            "areaName",
            "year",
            "award",
            "category",
            "summary",
            "problem",
            "solution",
            "result",
            "beneficiaries",
            "costClass",
            "legalBasis",
            "sdg",
            "digital",
            "phase",
            "sourceUrl");

    ImportColumns(Map<String, String> columns) {
        addClassName("columns");
        long known = columns.values().stream().filter(FIELDS::contains).count();
        setSummaryText(getTranslation("import.columns.read", known, columns.size() - known));
        UnorderedList list = new UnorderedList();
        columns.forEach((column, field) -> list.add(new ListItem(
                FIELDS.contains(field)
                        ? getTranslation("import.column", column, getTranslation("innovation.field." + field))
                        : getTranslation("import.column.note", column))));
        setContent(list);
    }
}
