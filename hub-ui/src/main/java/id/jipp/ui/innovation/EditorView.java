package id.jipp.ui.innovation;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import id.jipp.core.area.AreaCode;
import id.jipp.core.area.Areas;
import id.jipp.core.innovation.Innovation;
import id.jipp.core.innovation.InnovationFields;
import id.jipp.core.innovation.InnovationId;
import id.jipp.core.innovation.Innovations;
import id.jipp.core.innovation.Status;
import id.jipp.core.outcome.Outcome;
import id.jipp.core.outcome.Problem;
import id.jipp.core.person.Person;
import id.jipp.core.person.Role;
import id.jipp.core.settings.HubSettings;
import id.jipp.ui.component.HubNames;
import id.jipp.ui.component.HubPage;
import id.jipp.ui.component.InnovationWords;
import id.jipp.ui.component.Said;
import id.jipp.ui.component.Way;
import id.jipp.ui.security.CurrentPerson;
import id.jipp.ui.shell.HubLayout;
import id.jipp.ui.text.Moments;
import id.jipp.ui.text.Texts;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Registers an innovation, or changes one. A draft is kept at the hub while somebody types; a published record changes
 * only when they say so. Before the first save, records with nearly the same title are shown.
 */
@Route(value = "inovasi/baru", layout = HubLayout.class)
@RouteAlias(value = "inovasi/:id/ubah", layout = HubLayout.class)
@StyleSheet("context://innovation.css")
@PermitAll
class EditorView extends HubPage implements BeforeEnterObserver {
    private final Innovations innovations;
    private final InnovationWords words;
    private final HubSettings settings;
    private final HubNames hubs;
    private final CurrentPerson currentPerson;
    private final Moments moments;
    private final Texts texts;
    private final Areas areas;
    private final Span state = new Span();
    private final Div said = new Div();
    private final Div similar = new Div();
    private final InnovationForm form;
    private final Button main = new Button();
    private @Nullable InnovationId id;
    private @Nullable Integer revision;
    private boolean published;

    EditorView(
            Innovations innovations,
            InnovationWords words,
            Areas areas,
            HubSettings settings,
            HubNames hubs,
            CurrentPerson currentPerson,
            Moments moments,
            Texts texts) {
        this.innovations = innovations;
        this.words = words;
        this.areas = areas;
        this.settings = settings;
        this.hubs = hubs;
        this.currentPerson = currentPerson;
        this.moments = moments;
        this.texts = texts;
        form = new InnovationForm(texts, areas, this::typed);
        state.addClassNames("quiet", "small", "saved");
        state.getElement().setAttribute("role", "status");
        main.addThemeVariants(ButtonVariant.PRIMARY);
        main.setDisableOnClick(true);
        main.addClickListener(click -> {
            finish();
            main.setEnabled(true);
        });
        Div foot = new Div(main, state);
        foot.addClassNames("foot", "row");
        said.addClassName("said");
        similar.addClassName("said");
        add(said, form, foot);
        form.addComponentAtIndex(1, similar);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        said.removeAll();
        similar.removeAll();
        form.clearMarks();
        Optional<String> asked = event.getRouteParameters().get("id");
        if (asked.isEmpty()) {
            begin();
            return;
        }
        Innovation innovation = InnovationId.parse(asked.get())
                .flatMap(known -> innovations.find(known, currentPerson.require()))
                .filter(found -> hubs.isOwn(found.id().hub()))
                .orElseThrow(NotFoundException::new);
        open(innovation);
    }

    private void begin() {
        id = null;
        revision = null;
        published = false;
        form.fill(InnovationForm.EMPTY);
        state.setText("");
        title(getTranslation("innovation.new"));
        about(getTranslation("innovation.new.about"));
        above(new Way("inovasi", getTranslation("innovation.title")));
        if (!settings.area().equals(AreaCode.NATIONAL)) {
            form.startIn(settings.area());
        }
        offer();
    }

    private void open(Innovation innovation) {
        id = innovation.id();
        revision = innovation.revision();
        published = innovation.status() != Status.DRAFT;
        form.fill(innovation.fields());
        title(getTranslation(
                published ? "innovation.change" : "innovation.continue",
                innovation.fields().title()));
        about(getTranslation(published ? "innovation.change.about" : "innovation.new.about"));
        above(new Way("inovasi/" + id, innovation.fields().title()));
        offer();
    }

    private void offer() {
        boolean coordinates = currentPerson.require().is(Role.COORDINATOR);
        main.setText(
                getTranslation(published ? "innovation.save" : coordinates ? "innovation.publish" : "innovation.keep"));
        if (!published && !coordinates) {
            said.removeAll();
            said.add(Said.well(getTranslation("innovation.coordinator-publishes")));
        }
    }

    private void typed(String field) {
        if (published) {
            state.setText(getTranslation("innovation.unsaved"));
            return;
        }
        if (id == null && field.equals("title")) {
            showSimilar();
            if (similar.getChildren().findAny().isPresent()) {
                return;
            }
        }
        keep();
    }

    /** Shows what is already known under nearly that name; the first save waits until they read on or say so. */
    private void showSimilar() {
        similar.removeAll();
        String title = form.read().title();
        List<Innovation> near = title.isBlank() ? List.of() : innovations.similarTo(title);
        if (!near.isEmpty()) {
            similar.add(new SimilarTitles(near, words, () -> {
                similar.removeAll();
                keep();
            }));
        }
    }

    private boolean keep() {
        InnovationFields fields = form.read();
        if (id == null && fields.title().isBlank()) {
            state.setText(getTranslation("innovation.needs-title"));
            return false;
        }
        return switch (innovations.saveDraft(id, fields, revision, currentPerson.require())) {
            case Outcome.Done<Innovation> done -> {
                kept(done.value());
                yield true;
            }
            case Outcome.Refused<Innovation> refused -> {
                refused(refused, fields);
                yield false;
            }
        };
    }

    private void kept(Innovation draft) {
        if (id == null) {
            UI.getCurrentOrThrow().getPage().getHistory().replaceState(null, "inovasi/" + draft.id() + "/ubah");
        }
        id = draft.id();
        revision = draft.revision();
        said.removeAll();
        state.setText(getTranslation("innovation.saved-at", moments.time(moments.now(), getLocale())));
    }

    private void finish() {
        Person person = currentPerson.require();
        if (published) {
            revise(person);
        } else if (keep() && id != null) {
            if (person.is(Role.COORDINATOR)) {
                leave(innovations.publish(id, person));
            } else {
                UI.getCurrentOrThrow().navigate("inovasi/" + id);
            }
        }
    }

    private void revise(Person person) {
        InnovationFields fields = form.read();
        leave(innovations.revise(Objects.requireNonNull(id), fields, Objects.requireNonNull(revision), person));
    }

    private void leave(Outcome<Innovation> outcome) {
        switch (outcome) {
            case Outcome.Done<Innovation> done ->
                UI.getCurrentOrThrow().navigate("inovasi/" + done.value().id());
            case Outcome.Refused<Innovation> refused -> refused(refused, form.read());
        }
    }

    private void refused(Outcome.Refused<Innovation> refused, InnovationFields mine) {
        said.removeAll();
        if (refused.why() == Outcome.Why.CONFLICT && id != null) {
            Optional<Innovation> theirs = innovations.find(id, currentPerson.require());
            if (theirs.isPresent() && !Objects.equals(theirs.get().revision(), revision)) {
                said.add(conflict(theirs.get(), mine));
                return;
            }
        }
        state.setText(getTranslation("innovation.not-saved"));
        List<Problem> rest = form.mark(refused.problems());
        if (!rest.isEmpty()) {
            said.add(Said.wrong(rest.stream()
                    .map(problem -> texts.say(problem, getLocale()))
                    .toArray(String[]::new)));
        }
    }

    private ConflictCard conflict(Innovation theirs, InnovationFields mine) {
        state.setText(getTranslation("innovation.not-saved"));
        return new ConflictCard(
                Differences.between(theirs.fields(), mine, areas, texts, getLocale()),
                () -> {
                    revision = theirs.revision();
                    said.removeAll();
                    finishAgain();
                },
                () -> {
                    said.removeAll();
                    open(theirs);
                });
    }

    private void finishAgain() {
        if (published) {
            revise(currentPerson.require());
        } else {
            keep();
        }
    }
}
