package id.jipp.ui.innovation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import id.jipp.core.innovation.ImportReceipt;
import id.jipp.core.innovation.ImportUndo;
import id.jipp.core.innovation.Imports;
import id.jipp.core.outcome.Outcome;
import id.jipp.ui.component.AskedFirst;
import id.jipp.ui.component.Card;
import id.jipp.ui.security.CurrentPerson;
import id.jipp.ui.text.Moments;
import java.util.List;
import java.util.function.Consumer;

/** The imports of the last day, each of which can be taken back; that asks once more, with what it does. */
final class ImportUndoing extends Div {
    private final Imports imports;
    private final Moments moments;
    private final CurrentPerson currentPerson;
    private final Consumer<Outcome<ImportUndo>> told;

    /** @param told hears what became of it */
    ImportUndoing(Imports imports, Moments moments, CurrentPerson currentPerson, Consumer<Outcome<ImportUndo>> told) {
        this.imports = imports;
        this.moments = moments;
        this.currentPerson = currentPerson;
        this.told = told;
        addClassName("undoable");
    }

    void show() {
        removeAll();
        List<ImportReceipt> receipts = imports.undoable(currentPerson.require());
        if (!receipts.isEmpty()) {
            Card card = new Card();
            receipts.forEach(receipt -> card.add(line(receipt)));
            add(new H2(getTranslation("import.undoable")), card);
        }
    }

    private Div line(ImportReceipt receipt) {
        Button undo = new Button(getTranslation("import.undo"));
        Paragraph at = new Paragraph(getTranslation("import.receipt.at", moments.full(receipt.at(), getLocale())));
        at.addClassNames("quiet", "small");
        Div line = new Div(
                new Div(new Paragraph(getTranslation("import.receipt", receipt.fileName(), receipt.added())), at),
                undo);
        line.addClassName("line");
        return new Div(line, new AskedFirst(undo, getTranslation("import.undo.consequence"), really(receipt)));
    }

    private Button really(ImportReceipt receipt) {
        Button really = new Button(getTranslation("import.undo.really", receipt.added()));
        really.setDisableOnClick(true);
        really.addClickListener(click -> {
            Outcome<ImportUndo> outcome = imports.undo(receipt.id(), currentPerson.require());
            show();
            told.accept(outcome);
        });
        return really;
    }
}
