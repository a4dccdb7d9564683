package id.jipp.ui.seminar;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.router.RouteParameters;
import id.jipp.core.outcome.Outcome;
import id.jipp.core.outcome.Problem;
import id.jipp.core.person.Person;
import id.jipp.core.seminar.Seminar;
import id.jipp.core.seminar.SeminarId;
import id.jipp.core.seminar.Seminars;
import id.jipp.core.settings.HubSettings;
import id.jipp.ui.component.HubPage;
import id.jipp.ui.component.Said;
import id.jipp.ui.component.Way;
import id.jipp.ui.security.CurrentPerson;
import id.jipp.ui.shell.HubLayout;
import id.jipp.ui.text.Moments;
import id.jipp.ui.text.Texts;
import jakarta.annotation.security.RolesAllowed;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sets a seminar up, or changes one; a title and a day are enough. What is typed is kept on the device until it is saved
 * or thrown away, so that a broken line or a closed window loses nothing.
 */
@Route(value = "seminar/baru", layout = HubLayout.class)
@RouteAlias(value = "seminar/:id/ubah", layout = HubLayout.class)
@StyleSheet("context://innovation.css")
@StyleSheet("context://seminar.css")
@JsModule("context://js/form.js")
@RolesAllowed({"COORDINATOR", "ADMIN"})
class SeminarFormView extends HubPage implements BeforeEnterObserver {
    private final Seminars seminars;
    private final HubSettings settings;
    private final Moments moments;
    private final Texts texts;
    private final Person person;
    private final Div said = new Div();
    private final SeminarForm form;
    private final Button save = new Button();
    private final Div ways = new Div();
    private final Span state = new Span();
    private SeminarDraft start;
    private SeminarId id;
    private @Nullable Seminar changing;

    SeminarFormView(
            Seminars seminars, HubSettings settings, Moments moments, Texts texts, CurrentPerson currentPerson) {
        this.seminars = seminars;
        this.settings = settings;
        this.moments = moments;
        this.texts = texts;
        this.person = currentPerson.require();
        this.id = seminars.newId();
        this.start = SeminarDraft.empty(settings.name(), usualZone());
        this.form = new SeminarForm(texts, this::keep);
        addClassName("editor");
        said.addClassName("said");
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.setDisableOnClick(true);
        save.addClickListener(click -> save());
        add(said, form, foot());
    }

    private Div foot() {
        state.addClassName("saved");
        state.getElement().setAttribute("role", "status");
        Span saving = new Span(getTranslation("seminar.form.keeping"));
        saving.addClassName("saving");
        Span unsaved = new Span(getTranslation("seminar.form.unkept"));
        unsaved.addClassName("unsaved");
        Span states = new Span(state, saving, unsaved);
        states.addClassNames("state", "quiet", "small");
        ways.addClassName("row");
        Div row = new Div(save, ways, states);
        row.addClassName("row");
        Div foot = new Div(row);
        foot.addClassName("foot");
        return foot;
    }

    private ZoneOffset usualZone() {
        return moments.zone().getRules().getOffset(moments.now());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        said.removeAll();
        state.setText("");
        event.getRouteParameters().get("id").ifPresentOrElse(this::open, this::begin);
        form.fill(start);
        recall();
    }

    private void begin() {
        changing = null;
        id = seminars.newId();
        start = SeminarDraft.empty(settings.name(), usualZone());
        title(getTranslation("seminar.new"));
        about(getTranslation("seminar.form.about"));
        above(new Way("seminar", getTranslation("seminar.list")));
        save.setText(getTranslation("seminar.form.publish"));
        ways("seminar");
    }

    private void open(String asked) {
        Seminar seminar = SeminarId.parse(asked)
                .filter(known -> seminars.mayChange(known, person))
                .flatMap(seminars::find)
                .orElseThrow(NotFoundException::new);
        changing = seminar;
        id = seminar.id();
        start = SeminarDraft.of(seminar.fields(), usualZone());
        title(getTranslation("seminar.form.change", seminar.fields().title()));
        about(getTranslation("seminar.form.change.about"));
        above(new Way("seminar/" + id, seminar.fields().title()));
        save.setText(getTranslation("seminar.form.save"));
        ways("seminar/" + id);
    }

    private void ways(String back) {
        Button discard = new Button(getTranslation("seminar.form.discard"), click -> {
            forget();
            UI.getCurrentOrThrow().navigate(back);
        });
        discard.addClassName("btn");
        ways.removeAll();
        ways.add(discard);
    }

    /** Answers the browser once all it told before was taken in. */
    @ClientCallable
    private void heard() {}

    private String key() {
        return "jipp.seminar." + person.id() + "."
                + (changing == null ? "baru" : changing.id() + "." + changing.revision());
    }

    private void keep() {
        getElement()
                .executeJs(
                        "try { localStorage.setItem($0, $1); return true } catch (full) { return false }",
                        key(),
                        form.read().toJson())
                .then(
                        Boolean.class,
                        kept -> state.setText(
                                kept
                                        ? getTranslation("seminar.form.kept", moments.time(moments.now(), getLocale()))
                                        : ""));
    }

    private void forget() {
        getElement().executeJs("try { localStorage.removeItem($0) } catch (none) {}", key());
    }

    /** Goes on where this device was left. */
    private void recall() {
        String asked = key();
        getElement()
                .executeJs("try { return localStorage.getItem($0) ?? '' } catch (none) { return '' }", asked)
                .then(
                        String.class,
                        kept -> SeminarDraft.parse(kept).ifPresent(draft -> {
                            if (asked.equals(key()) && !draft.equals(start)) {
                                form.fill(draft);
                                said.add(Said.needsYou(getTranslation("seminar.form.recalled")));
                            }
                        }));
    }

    private void save() {
        said.removeAll();
        Seminar before = changing;
        Outcome<Seminar> outcome = before == null
                ? seminars.create(id, form.read().toFields(), person)
                : seminars.change(id, form.read().toFields(), before.revision(), person);
        save.setEnabled(true);
        switch (outcome) {
            case Outcome.Done<Seminar> done -> {
                forget();
                UI.getCurrentOrThrow()
                        .navigate(
                                SeminarView.class,
                                new RouteParameters("id", done.value().id().toString()))
                        .ifPresent(page -> page.say(
                                getTranslation(before == null ? "seminar.form.published" : "seminar.form.saved")));
            }
            case Outcome.Refused<Seminar> refused ->
                say(form.mark(refused.problems()), refused.problems().size());
        }
    }

    private void say(List<Problem> rest, int problems) {
        state.setText(getTranslation("seminar.form.problems", problems));
        if (!rest.isEmpty()) {
            said.add(Said.wrong(rest.stream()
                    .map(problem -> texts.say(problem, getLocale()))
                    .toArray(String[]::new)));
            said.scrollIntoView();
        }
    }
}
