package id.jipp.ui.seminar;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;

/** Who speaks, a row each. */
final class SpeakerRows extends Div {
    private final Runnable changed;
    private final Div rows = new Div();
    private final List<Row> all = new ArrayList<>();

    /** @param changed told whenever something in it is another */
    SpeakerRows(Runnable changed) {
        this.changed = changed;
        rows.addClassName("rows");
        Button more = new Button(
                getTranslation("seminar.form.speaker.more"),
                click -> add(new SeminarDraft.SpokenBy("", "", "")).name.focus());
        more.addClassName("btn");
        add(rows, more);
    }

    private final class Row extends Div {
        final TextField name = field("seminar.form.speaker.name");
        final TextField post = field("seminar.form.speaker.post");
        final TextField agency = field("seminar.form.speaker.agency");

        Row(SeminarDraft.SpokenBy one) {
            addClassNames("row-of-fields", "speaker");
            name.setValue(one.name());
            post.setValue(one.post());
            agency.setValue(one.agency());
            Button away = new Button(getTranslation("seminar.form.remove"), click -> remove(this));
            away.addClassName("btn");
            away.setAriaLabel(getTranslation("seminar.form.speaker.remove", name.getValue()));
            name.addValueChangeListener(
                    typed -> away.setAriaLabel(getTranslation("seminar.form.speaker.remove", typed.getValue())));
            add(name, post, agency, away);
            List.of(name, post, agency).forEach(field -> field.addValueChangeListener(typed -> changed.run()));
        }

        private TextField field(String key) {
            return new TextField(SpeakerRows.this.getTranslation(key));
        }
    }

    void fill(List<SeminarDraft.SpokenBy> speakers) {
        rows.removeAll();
        all.clear();
        speakers.forEach(this::add);
    }

    private Row add(SeminarDraft.SpokenBy one) {
        Row row = new Row(one);
        all.add(row);
        rows.add(row);
        return row;
    }

    private void remove(Row row) {
        all.remove(row);
        rows.remove(row);
        changed.run();
    }

    List<SeminarDraft.SpokenBy> read() {
        return all.stream()
                .map(row -> new SeminarDraft.SpokenBy(row.name.getValue(), row.post.getValue(), row.agency.getValue()))
                .toList();
    }

    /** The names that stand there. */
    List<String> names() {
        return all.stream()
                .map(row -> row.name.getValue().strip())
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }
}
