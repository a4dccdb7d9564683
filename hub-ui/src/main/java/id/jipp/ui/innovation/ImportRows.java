package id.jipp.ui.innovation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import id.jipp.core.innovation.ImportReport;
import id.jipp.core.innovation.RowFixes;
import id.jipp.core.outcome.Problem;
import id.jipp.ui.component.Standing;
import id.jipp.ui.component.Way;
import id.jipp.ui.text.Texts;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows of an import, those with problems first; a long list opens piece by piece. */
final class ImportRows extends Div {
    private static final int PIECE = 50;

    private final Texts texts;
    private final @Nullable Mending mending;

    /** Hears what a person writes over a cell, and that they want the rows judged again. */
    interface Mending {
        void write(int row, String field, String text);

        void judgeAgain();
    }

    /** @param mending null where the rows are in already */
    ImportRows(ImportReport report, Texts texts, @Nullable Mending mending) {
        this.texts = texts;
        this.mending = mending;
        addClassNames("card", "import-rows");
        group(report, ImportReport.State.PROBLEM, "import.problems", "bad", true);
        group(report, ImportReport.State.DUPLICATE, "import.duplicates", "wait", false);
        group(report, ImportReport.State.READY, mending == null ? "import.added" : "import.ready", "well", false);
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
        if (!row.tells().isEmpty()) {
            Paragraph tells = new Paragraph(String.join(" · ", row.tells()));
            tells.addClassNames("quiet", "small");
            words.add(tells);
        }
        Set<String> asked = new HashSet<>();
        for (Problem problem : row.problems()) {
            if (mending != null && row.came().containsKey(problem.field()) && asked.add(problem.field())) {
                words.add(field(row, problem, mending));
            } else {
                Paragraph wrong = new Paragraph(say(problem));
                wrong.addClassNames("small", "problem");
                words.add(wrong);
            }
        }
        if (mending != null && !asked.isEmpty()) {
            Button again = new Button(getTranslation("import.judge-again"), click -> mending.judgeAgain());
            again.setAriaLabel(getTranslation("import.judge-again.row", String.valueOf(row.row())));
            words.add(again);
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

    private TextField field(ImportReport.Row row, Problem problem, Mending hears) {
        TextField field = new TextField(getTranslation(label(problem)));
        field.setValue(row.came().getOrDefault(problem.field(), ""));
        field.setMaxLength(RowFixes.TEXT_CHARS_MAX);
        field.setManualValidation(true);
        field.setInvalid(true);
        field.setErrorMessage(texts.say(problem, getLocale()));
        field.addClassName("mend");
        field.addValueChangeListener(change -> {
            hears.write(row.row(), problem.field(), change.getValue());
            field.setInvalid(false);
        });
        return field;
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

    /** An area is asked for by its name; whoever knows its code may write that. */
    private static String label(Problem problem) {
        return "innovation.field." + (problem.field().equals("areaCode") ? "areaName" : problem.field());
    }

    private String say(Problem problem) {
        String sentence = texts.say(problem, getLocale());
        return ImportColumns.FIELDS.contains(problem.field())
                ? getTranslation("import.problem", getTranslation(label(problem)), sentence)
                : sentence;
    }
}
