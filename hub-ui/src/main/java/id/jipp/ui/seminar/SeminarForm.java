package id.jipp.ui.seminar;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import id.jipp.core.outcome.Problem;
import id.jipp.ui.component.Said;
import id.jipp.ui.component.WhenWords;
import id.jipp.ui.text.Texts;
import java.text.DateFormatSymbols;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a seminar in the order one plans it; problems stand beside their fields. */
final class SeminarForm extends Div {
    private static final List<ZoneOffset> ZONES =
            List.of(ZoneOffset.ofHours(7), ZoneOffset.ofHours(8), ZoneOffset.ofHours(9));

    private final Texts texts;
    private final Runnable changed;
    private final TextField title = new TextField();
    private final DatePicker day = new DatePicker();
    private final TimePicker from = new TimePicker();
    private final DatePicker lastDay = new DatePicker();
    private final TimePicker until = new TimePicker();
    private final Select<ZoneOffset> zone = new Select<>();
    private final TextField place = new TextField();
    private final TextField organiser = new TextField();
    private final TextArea topic = new TextArea();
    private final TextField sourceUrl = new TextField();
    private final SpeakerRows speakers = new SpeakerRows(this::speakersChanged);
    private final SessionRows sessions = new SessionRows(this::changed);
    private final Map<String, HasValidation> fields = new LinkedHashMap<>();
    private final Div ofSpeakers = new Div();
    private final Div ofSessions = new Div();
    private final Map<String, Div> groups = Map.of("speakers", ofSpeakers, "sessions", ofSessions);
    private String year = "";
    private boolean filling;

    /** @param changed told whenever somebody changed something */
    SeminarForm(Texts texts, Runnable changed) {
        this.texts = texts;
        this.changed = changed;
        addClassNames("form", "seminar-form");
        title.setRequiredIndicatorVisible(true);
        day.setRequiredIndicatorVisible(true);
        field("title", title).setLabel(getTranslation("seminar.form.title"));
        field("start", day).setLabel(getTranslation("seminar.form.day"));
        from.setLabel(getTranslation("seminar.form.from"));
        field("end", lastDay).setLabel(getTranslation("seminar.form.last-day"));
        lastDay.setHelperText(getTranslation("seminar.form.last-day.help"));
        until.setLabel(getTranslation("seminar.form.until"));
        zone.setLabel(getTranslation("seminar.form.zone"));
        zone.setItems(ZONES);
        zone.setItemLabelGenerator(WhenWords::zone);
        field("place", place).setLabel(getTranslation("seminar.place"));
        place.setHelperText(getTranslation("seminar.form.place.help"));
        field("organiser", organiser).setLabel(getTranslation("seminar.organiser"));
        field("topic", topic).setLabel(getTranslation("seminar.topic"));
        field("sourceUrl", sourceUrl).setLabel(getTranslation("seminar.form.source"));
        Div when = new Div(day, from, until, zone, lastDay);
        when.addClassNames("row-of-fields", "when-fields");
        List.of(day, lastDay).forEach(this::speak);
        add(
                group("seminar.form.what", title, when, place, organiser, topic),
                group("seminar.speakers", ofSpeakers, speakers),
                group("seminar.sessions", ofSessions, sessions),
                group("seminar.form.more", sourceUrl));
        for (HasValue<?, ?> value :
                List.<HasValue<?, ?>>of(title, day, from, lastDay, until, zone, place, organiser, topic, sourceUrl)) {
            value.addValueChangeListener(typed -> changed());
        }
    }

    private <T extends HasValidation> T field(String name, T field) {
        fields.put(name, field);
        return field;
    }

    private Section group(String key, Component... content) {
        Section section = new Section(new H2(getTranslation(key)));
        section.add(content);
        return section;
    }

    /** The names of months and days in the language of the page. */
    private void speak(DatePicker picker) {
        DateFormatSymbols names = DateFormatSymbols.getInstance(Texts.supported(getLocale()));
        picker.setLocale(Texts.supported(getLocale()));
        picker.setI18n(new DatePicker.DatePickerI18n()
                .setMonthNames(List.of(names.getMonths()).subList(0, 12))
                .setWeekdays(List.of(names.getWeekdays()).subList(1, 8))
                .setWeekdaysShort(List.of(names.getShortWeekdays()).subList(1, 8))
                .setFirstDayOfWeek(1)
                .setToday(getTranslation("seminar.form.today"))
                .setCancel(getTranslation("words.cancel")));
    }

    private void speakersChanged() {
        sessions.offer(speakers.names());
        changed();
    }

    private void changed() {
        if (!filling) {
            changed.run();
        }
    }

    void fill(SeminarDraft draft) {
        filling = true;
        title.setValue(draft.title());
        day.setValue(date(draft.day()));
        from.setValue(SessionRows.time(draft.from()));
        lastDay.setValue(date(draft.lastDay()));
        until.setValue(SessionRows.time(draft.until()));
        year = draft.year();
        day.setHelperText(year.isEmpty() ? null : getTranslation("seminar.form.year-only", year));
        ZoneOffset in = ZoneOffset.of(draft.zone());
        if (!ZONES.contains(in)) {
            zone.setItems(ZONES.get(0), ZONES.get(1), ZONES.get(2), in);
        }
        zone.setValue(in);
        place.setValue(draft.place());
        organiser.setValue(draft.organiser());
        topic.setValue(draft.topic());
        sourceUrl.setValue(draft.sourceUrl());
        speakers.fill(draft.speakers());
        sessions.offer(speakers.names());
        sessions.fill(draft.sessions());
        filling = false;
    }

    SeminarDraft read() {
        return new SeminarDraft(
                title.getValue(),
                text(day.getValue()),
                SessionRows.text(from.getValue()),
                text(lastDay.getValue()),
                SessionRows.text(until.getValue()),
                year,
                zone.getValue().getId(),
                place.getValue(),
                organiser.getValue(),
                topic.getValue(),
                sourceUrl.getValue(),
                speakers.read(),
                sessions.read());
    }

    /** Puts each problem at its field and goes to the first. @return those that belong to no field */
    List<Problem> mark(List<Problem> problems) {
        clear();
        for (Problem problem : problems.reversed()) {
            String sentence = texts.say(problem, getLocale());
            HasValidation field = fields.get(problem.field());
            Div group = groups.get(problem.field());
            if (field != null) {
                field.setErrorMessage(sentence);
                field.setInvalid(true);
                if (field instanceof Focusable<?> focusable) {
                    focusable.focus();
                }
            } else if (group != null) {
                group.add(Said.wrong(sentence));
            }
        }
        return problems.stream()
                .filter(problem -> !fields.containsKey(problem.field()) && !groups.containsKey(problem.field()))
                .toList();
    }

    private void clear() {
        fields.values().forEach(field -> field.setInvalid(false));
        groups.values().forEach(Div::removeAll);
    }

    private static @Nullable LocalDate date(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }

    private static String text(@Nullable LocalDate date) {
        return date == null ? "" : date.toString();
    }
}
