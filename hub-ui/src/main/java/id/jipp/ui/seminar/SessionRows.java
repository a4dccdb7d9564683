package id.jipp.ui.seminar;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parts of a seminar, a row each; who speaks in one is chosen from the seminar's speakers. */
final class SessionRows extends Div {
    private final Runnable changed;
    private final Div rows = new Div();
    private final List<Row> all = new ArrayList<>();
    private List<String> names = List.of();

    /** @param changed told whenever something in it is another */
    SessionRows(Runnable changed) {
        this.changed = changed;
        rows.addClassName("rows");
        Button more = new Button(
                getTranslation("seminar.form.session.more"),
                click -> add(new SeminarDraft.Part("", "", "", "", List.of()))
                        .title
                        .focus());
        more.addClassName("btn");
        add(rows, more);
    }

    private final class Row extends Div {
        final TextField title = new TextField(SessionRows.this.getTranslation("seminar.form.session.title"));
        final TimePicker from = new TimePicker(SessionRows.this.getTranslation("seminar.form.from"));
        final TimePicker until = new TimePicker(SessionRows.this.getTranslation("seminar.form.until"));
        final MultiSelectComboBox<String> speakers =
                new MultiSelectComboBox<>(SessionRows.this.getTranslation("seminar.speakers"));
        final String day;

        Row(SeminarDraft.Part part) {
            addClassNames("row-of-fields", "session");
            day = part.day();
            title.setValue(part.title());
            from.setValue(time(part.from()));
            until.setValue(time(part.until()));
            offer(part.speakers());
            Button away = new Button(SessionRows.this.getTranslation("seminar.form.remove"), click -> remove(this));
            away.addClassName("btn");
            away.setAriaLabel(SessionRows.this.getTranslation("seminar.form.session.remove", part.title()));
            title.addValueChangeListener(typed -> {
                away.setAriaLabel(SessionRows.this.getTranslation("seminar.form.session.remove", typed.getValue()));
                changed.run();
            });
            from.addValueChangeListener(chosen -> changed.run());
            until.addValueChangeListener(chosen -> changed.run());
            speakers.addValueChangeListener(chosen -> changed.run());
            add(title, from, until, speakers, away);
        }

        /** Offers the speakers there are, and keeps those of the chosen who still are. */
        void offer(List<String> chosen) {
            Set<String> items = new LinkedHashSet<>(names);
            speakers.setItems(items);
            speakers.setValue(chosen.stream().filter(items::contains).toList());
        }
    }

    /** Those who may speak in a session from now on. */
    void offer(List<String> names) {
        if (this.names.equals(names)) {
            return;
        }
        this.names = names;
        all.forEach(row -> row.offer(List.copyOf(row.speakers.getValue())));
    }

    void fill(List<SeminarDraft.Part> sessions) {
        rows.removeAll();
        all.clear();
        sessions.forEach(this::add);
    }

    private Row add(SeminarDraft.Part part) {
        Row row = new Row(part);
        all.add(row);
        rows.add(row);
        return row;
    }

    private void remove(Row row) {
        all.remove(row);
        rows.remove(row);
        changed.run();
    }

    List<SeminarDraft.Part> read() {
        return all.stream()
                .map(row -> new SeminarDraft.Part(
                        row.title.getValue(),
                        row.day,
                        text(row.from.getValue()),
                        text(row.until.getValue()),
                        row.speakers.getValue().stream().sorted().toList()))
                .toList();
    }

    static @Nullable LocalTime time(String text) {
        return text.isEmpty() ? null : LocalTime.parse(text);
    }

    static String text(@Nullable LocalTime time) {
        return time == null
                ? ""
                : LocalTime.of(time.getHour(), time.getMinute()).toString();
    }
}
