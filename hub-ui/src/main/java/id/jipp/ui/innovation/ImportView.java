package id.jipp.ui.innovation;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.UploadHandler;
import id.jipp.core.innovation.ImportReport;
import id.jipp.core.innovation.ImportUndo;
import id.jipp.core.innovation.Imports;
import id.jipp.core.innovation.RowFixes;
import id.jipp.core.outcome.Outcome;
import id.jipp.core.person.Role;
import id.jipp.ui.component.Card;
import id.jipp.ui.component.HubPage;
import id.jipp.ui.component.Refusal;
import id.jipp.ui.component.Said;
import id.jipp.ui.component.Way;
import id.jipp.ui.security.CurrentPerson;
import id.jipp.ui.shell.HubLayout;
import id.jipp.ui.text.Moments;
import id.jipp.ui.text.Texts;
import jakarta.annotation.security.PermitAll;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Takes in a sheet of innovations: choose a file, see every row judged, import, and take back within a day. */
@Route(value = "inovasi/impor", layout = HubLayout.class)
@StyleSheet("context://innovation.css")
@PermitAll
class ImportView extends HubPage implements BeforeEnterObserver {

    private final Imports imports;
    private final CurrentPerson currentPerson;
    private final Refusal refusal;
    private final Texts texts;
    private final Div said = new Div();
    private final Div step = new Div();
    private final ImportUndoing undoing;
    private @Nullable Path file;
    private String fileName = "";
    private RowFixes fixes = RowFixes.NONE;

    ImportView(Imports imports, CurrentPerson currentPerson, Refusal refusal, Texts texts, Moments moments) {
        this.imports = imports;
        this.currentPerson = currentPerson;
        this.refusal = refusal;
        this.texts = texts;
        this.undoing = new ImportUndoing(imports, moments, currentPerson, this::taken);
        title(getTranslation("import.title"));
        above(new Way("inovasi", getTranslation("innovation.title")));
        said.addClassName("said");
        step.addClassName("stack");
        add(said, step, undoing);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!currentPerson.is(Role.COORDINATOR)) {
            event.rerouteToError(AccessDeniedException.class);
            return;
        }
        said.removeAll();
        choose();
        undoing.show();
    }

    @Override
    protected void onDetach(DetachEvent detach) {
        forgetFile();
    }

    private void choose() {
        step.removeAll();
        about(getTranslation("import.about"));
        fixes = RowFixes.NONE;
        forgetFile();
        Upload upload = new Upload(UploadHandler.toTempFile((metadata, uploaded) -> {
            forgetFile();
            file = uploaded.toPath();
            fileName = metadata.fileName();
            preview();
        }));
        Button pick = new Button(getTranslation("import.pick"));
        pick.addThemeVariants(ButtonVariant.PRIMARY);
        upload.setUploadButton(pick);
        upload.setDropLabel(new Paragraph(getTranslation("import.drop")));
        upload.setAcceptedFileTypes(".csv", ".xlsx", ".txt", ".tsv");
        upload.setMaxFileSize(Imports.FILE_BYTES_MAX);
        upload.setMaxFiles(1);
        upload.addFileRejectedListener(rejected -> {
            said.removeAll();
            said.add(Said.wrong(getTranslation("import.rejected", Imports.FILE_BYTES_MAX >> 20)));
        });
        Paragraph columns = new Paragraph(getTranslation("import.columns"));
        columns.addClassNames("quiet", "small", "measure");
        Card card = Card.padded(upload, columns);
        card.addClassName("stack");
        step.add(card);
    }

    private void preview() {
        said.removeAll();
        switch (judged(false)) {
            case Outcome.Done<ImportReport> done -> showPreview(done.value());
            case Outcome.Refused<ImportReport> refused -> {
                said.add(refusal.said(refused, getLocale()));
                choose();
            }
        }
    }

    private void showPreview(ImportReport report) {
        step.removeAll();
        long ready = ImportRows.count(report, ImportReport.State.READY);
        Button run = new Button(getTranslation("import.run", ready));
        run.addThemeVariants(ButtonVariant.PRIMARY);
        run.setDisableOnClick(true);
        run.setEnabled(ready > 0);
        run.addClickListener(click -> run());
        Button other = new Button(getTranslation("import.other"), click -> {
            said.removeAll();
            choose();
        });
        Div row = new Div(run, other);
        row.addClassName("row");
        Paragraph consequence = new Paragraph(getTranslation("import.consequence"));
        consequence.addClassNames("quiet", "small");
        step.add(
                new H2(getTranslation("import.preview", fileName)),
                new ImportColumns(report.columns()),
                new ImportRows(report, texts, mending()),
                row,
                consequence);
    }

    private ImportRows.Mending mending() {
        return new ImportRows.Mending() {
            @Override
            public void write(int row, String field, String text) {
                if (fixes.takes(row)) {
                    fixes = fixes.with(row, field, text);
                } else {
                    said.removeAll();
                    said.add(Said.wrong(getTranslation("import.too-many-fixes", RowFixes.ROWS_MAX)));
                }
            }

            @Override
            public void judgeAgain() {
                preview();
            }
        };
    }

    private void run() {
        said.removeAll();
        switch (judged(true)) {
            case Outcome.Done<ImportReport> done -> showResult(done.value());
            case Outcome.Refused<ImportReport> refused -> {
                said.add(refusal.said(refused, getLocale()));
                preview();
            }
        }
    }

    private void showResult(ImportReport report) {
        step.removeAll();
        said.add(Said.well(getTranslation("import.done", report.added(), report.skipped())));
        Div row = new Div(Way.first("inovasi", getTranslation("import.see")));
        row.add(new Button(getTranslation("import.another"), click -> {
            said.removeAll();
            choose();
        }));
        row.addClassName("row");
        if (ImportRows.count(report, ImportReport.State.PROBLEM) > 0) {
            row.addComponentAtIndex(1, new Button(getTranslation("import.mend-rest"), click -> preview()));
        }
        about(getTranslation("import.about.done"));
        step.add(new ImportRows(report, texts, null), row);
        undoing.show();
    }

    /** An import was taken back: a file that lies open here is judged again, for its rows may be new once more. */
    private void taken(Outcome<ImportUndo> outcome) {
        if (file == null) {
            choose();
        } else {
            preview();
        }
        said.removeAll();
        switch (outcome) {
            case Outcome.Done<ImportUndo> done -> said.add(Said.well(say(done.value())));
            case Outcome.Refused<ImportUndo> refused -> said.add(refusal.said(refused, getLocale()));
        }
    }

    private String say(ImportUndo undo) {
        return undo.kept() == 0
                ? getTranslation("import.undone", undo.withdrawn())
                : getTranslation("import.undone.some", undo.withdrawn(), undo.kept());
    }

    private Outcome<ImportReport> judged(boolean real) {
        if (file == null) {
            return Outcome.refused(Outcome.Why.NOT_FOUND, "file", "file-gone");
        }
        try (InputStream bytes = Files.newInputStream(file)) {
            return real
                    ? imports.run(fileName, bytes, fixes, currentPerson.require())
                    : imports.preview(fileName, bytes, fixes, currentPerson.require());
        } catch (IOException gone) {
            return Outcome.refused(Outcome.Why.NOT_FOUND, "file", "file-gone");
        }
    }

    private void forgetFile() {
        if (file != null) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException leftToTheSystem) {
                file.toFile().deleteOnExit();
            }
            file = null;
        }
    }
}
