package id.jipp.ui.innovation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import id.jipp.core.innovation.ImportReport;
import id.jipp.core.outcome.Problem;
import id.jipp.ui.component.Standing;
import id.jipp.ui.component.Way;
import id.jipp.ui.text.Texts;
import java.util.List;

/** The rows of an import, those with problems first; a long list opens piece by piece. */
final class ImportRows extends Div {
    private static final int PIECE = 50;

    private final Texts texts;

    /** @param taken whether the rows are in already, or only judged */
    ImportRows(ImportReport report, Texts texts, boolean taken) {
        this.texts = texts;
        addClassNames("card", "import-rows");
        group(report, ImportReport.State.PROBLEM, "import.problems", "bad", true);
        group(report, ImportReport.State.DUPLICATE, "import.duplicates", "wait", false);
        group(report, ImportReport.State.READY, taken ? "import.added" : "import.ready", "well", false);
    }

    static long count(ImportReport report, ImportReport.State state) {
        return report.rows().stream().filter(row -> row.state() == state).count();
    }

    private void group(ImportReport report, ImportReport.State state, String key, String dot, boolean open) {
        List<ImportReport.Row> rows =
                report.rows().stream().filter(row -> row.state() == state).toList();
        if (rows.isEmpty()) {
            return;
        }
        Div content = new Div();
        show(content, rows, 0);
        NativeDetails details = new NativeDetails(new Standing(getTranslation(key, rows.size()), dot), content);
        details.setOpen(open);
        add(details);
    }

    private void show(Div content, List<ImportReport.Row> rows, int from) {
        int to = Math.min(rows.size(), from + PIECE);
        rows.subList(from, to).forEach(row -> content.add(line(row)));
        if (to < rows.size()) {
            Button more = new Button(getTranslation("words.more", Math.min(PIECE, rows.size() - to)));
            more.addClickListener(click -> {
                content.remove(more);
                show(content, rows, to);
            });
            content.add(more);
        }
    }

    private Div line(ImportReport.Row row) {
        Span number = new Span(getTranslation("import.row", String.valueOf(row.row())));
        number.addClassNames("quiet", "small");
        Div words = new Div(new Paragraph(row.title().isBlank() ? getTranslation("import.untitled") : row.title()));
        for (Problem problem : row.problems()) {
            Paragraph wrong = new Paragraph(say(problem));
            wrong.addClassNames("small", "problem");
            words.add(wrong);
        }
        if (row.state() == ImportReport.State.DUPLICATE) {
            words.add(duplicate(row));
        } else if (row.innovationId() != null) {
            words.add(new Way("inovasi/" + row.innovationId(), getTranslation("import.open")));
        }
        Div line = new Div(number, words);
        line.addClassName("import-row");
        return line;
    }

    private Paragraph duplicate(ImportReport.Row row) {
        Paragraph said = new Paragraph();
        said.addClassNames("quiet", "small");
        if (row.duplicateOf() == null) {
            said.setText(getTranslation("import.duplicate.row"));
        } else {
            said.add(
                    new Span(getTranslation("import.duplicate.known") + " "),
                    new Way("inovasi/" + row.duplicateOf(), getTranslation("import.open")));
        }
        return said;
    }

    private String say(Problem problem) {
        String sentence = texts.say(problem, getLocale());
        return ImportColumns.FIELDS.contains(problem.field())
                ? getTranslation("import.problem", getTranslation("innovation.field." + problem.field()), sentence)
                : sentence;
    }
}
