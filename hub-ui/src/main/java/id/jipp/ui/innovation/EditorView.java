package id.jipp.ui.innovation;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.router.RouteParameters;
import id.jipp.core.area.AreaCode;
import id.jipp.core.area.Areas;
import id.jipp.core.innovation.Change;
import id.jipp.core.innovation.Changes;
import id.jipp.core.innovation.Innovation;
import id.jipp.core.innovation.InnovationFields;
import id.jipp.core.innovation.InnovationId;
import id.jipp.core.innovation.Innovations;
import id.jipp.core.innovation.Status;
import id.jipp.core.outcome.Outcome;
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
import java.util.Optional;

/**
 * Registers an innovation, or changes one. Whatever is typed is kept at the hub, right or wrong, and seen by nobody else
 * until somebody publishes it; only then it is checked. Records with nearly the same title are shown beside it.
 */
@Route(value = "inovasi/baru", layout = HubLayout.class)
@RouteAlias(value = "inovasi/:id/ubah", layout = HubLayout.class)
@StyleSheet("context://innovation.css")
@JsModule("context://js/form.js")
@PermitAll
class EditorView extends HubPage implements BeforeEnterObserver {
    private final Innovations innovations;
    private final Changes changes;
    private final InnovationWords words;
    private final HubSettings settings;
    private final HubNames hubs;
    private final CurrentPerson currentPerson;
    private final Receivers receivers;
    private final Moments moments;
    private final Texts texts;
    private final Areas areas;
    private final Div said = new Div();
    private final Div similar = new Div();
    private final InnovationForm form;
    private final EditorFoot foot = new EditorFoot(this::finish, this::discard);
    private Manuscript writing;
    private boolean different;

    EditorView(
            Innovations innovations,
            Changes changes,
            InnovationWords words,
            Areas areas,
            HubSettings settings,
            HubNames hubs,
            CurrentPerson currentPerson,
            Receivers receivers,
            Moments moments,
            Texts texts) {
        this.innovations = innovations;
        this.changes = changes;
        this.words = words;
        this.areas = areas;
        this.settings = settings;
        this.hubs = hubs;
        this.currentPerson = currentPerson;
        this.receivers = receivers;
        this.moments = moments;
        this.texts = texts;
        writing = new NewRecord(innovations, changes, null);
        form = new InnovationForm(texts, areas, this::typed);
        addClassName("editor");
        said.addClassName("said");
        similar.addClassName("said");
        add(said, form, foot);
        form.addComponentAtIndex(1, similar);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.getRouteParameters().get("id").ifPresentOrElse(this::open, this::begin);
    }

    /** Answers the browser once all it told before was taken in; {@code data-unkept} says whether it is kept. */
    @ClientCallable
    private void heard() {}

    private void begin() {
        show(new NewRecord(innovations, changes, null), InnovationForm.EMPTY);
        title(getTranslation("innovation.new"));
        above(new Way("inovasi", getTranslation("innovation.title")));
        if (!settings.area().equals(AreaCode.NATIONAL)) {
            form.startIn(settings.area());
        }
    }

    private void open(String asked) {
        Person person = currentPerson.require();
        Innovation innovation = InnovationId.parse(asked)
                .flatMap(known -> innovations.find(known, person))
                .filter(found -> hubs.isOwn(found.id().hub()) && found.status() != Status.WITHDRAWN)
                .orElseThrow(NotFoundException::new);
        boolean draft = innovation.status() == Status.DRAFT;
        Optional<Change> change = draft ? Optional.empty() : changes.of(innovation.id(), person);
        show(
                draft
                        ? new NewRecord(innovations, changes, innovation)
                        : new RecordChange(innovations, changes, innovation, change.orElse(null)),
                change.map(Change::fields).orElse(innovation.fields()));
        title(getTranslation(
                draft ? "innovation.continue" : "innovation.change", words.title(innovation.fields(), getLocale())));
        above(new Way("inovasi/" + innovation.id(), words.title(innovation.fields(), getLocale())));
        change.ifPresent(begun -> said.add(
                Said.needsYou(getTranslation("innovation.change.begun", moments.full(begun.keptAt(), getLocale())))));
    }

    private void show(Manuscript inHand, InnovationFields fields) {
        said.removeAll();
        similar.removeAll();
        form.clearMarks();
        form.fill(fields);
        different = false;
        goOn(inHand);
        about(getTranslation(inHand.isChange() ? "innovation.change.about" : "innovation.new.about"));
        if (!inHand.isChange() && !coordinates()) {
            said.add(Said.well(getTranslation("innovation.coordinator-publishes")));
        }
    }

    private void goOn(Manuscript inHand) {
        writing = inHand;
        kept(true);
        foot.say("");
        foot.offer(
                inHand.isChange()
                        ? "innovation.publish-change"
                        : coordinates() ? "innovation.publish" : "innovation.keep",
                inHand);
    }

    private void typed(String field) {
        if (field.equals("title") && !writing.isChange() && !different) {
            showSimilar();
        }
        keep(false);
    }

    /** Shows what is already known under nearly that name, before a twin of it is published. */
    private void showSimilar() {
        similar.removeAll();
        String title = form.read().title();
        List<Innovation> near = title.isBlank() ? List.of() : innovations.similarTo(title);
        if (!near.isEmpty()) {
            similar.add(new SimilarTitles(near, words, () -> {
                different = true;
                similar.removeAll();
            }));
        }
    }

    /** @param asked whether the person pressed for it; else neither the focus nor the page moves under their hands */
    private boolean keep(boolean asked) {
        boolean first = writing.id() == null;
        switch (writing.keep(form.read(), currentPerson.require())) {
            case Outcome.Done<?> done -> {
                kept(true);
                foot.say(getTranslation("innovation.saved-at", moments.time(moments.now(), getLocale())));
                foot.kept(writing);
                if (first) {
                    becomeDraft();
                }
                return true;
            }
            case Outcome.Refused<?> refused -> {
                kept(false);
                refused(refused, "innovation.not-kept", asked);
                return false;
            }
        }
    }

    /** From the first save on the address is the draft's, unless the person is on the way to another page already. */
    private void becomeDraft() {
        getElement()
                .executeJs(
                        "if (location.pathname.endsWith('/inovasi/baru')) history.replaceState(history.state, '', $0)",
                        "inovasi/" + writing.id() + "/ubah");
    }

    /** Lets the browser know, so that it asks before the page goes with words the hub would not keep. */
    private void kept(boolean kept) {
        getElement().setAttribute("data-unkept", !kept);
    }

    private void finish() {
        Person person = currentPerson.require();
        if (!keep(true)) {
            return;
        }
        if (!writing.isChange() && !coordinates()) {
            UI.getCurrentOrThrow().navigate("inovasi/" + writing.id());
            return;
        }
        switch (writing.publish(person)) {
            case Outcome.Done<Innovation> done ->
                UI.getCurrentOrThrow()
                        .navigate(
                                RecordView.class,
                                new RouteParameters("id", done.value().id().toString()))
                        .ifPresent(record -> record.say(receivers.published(getLocale())));
            case Outcome.Refused<Innovation> refused -> refused(refused, "innovation.not-published", true);
        }
    }

    private void discard() {
        switch (writing.discard(currentPerson.require())) {
            case Outcome.Done<?> done ->
                UI.getCurrentOrThrow().navigate(writing.isChange() ? "inovasi/" + writing.id() : "inovasi");
            case Outcome.Refused<?> refused -> refused(refused, "innovation.not-kept", true);
        }
    }

    private void refused(Outcome.Refused<?> refused, String key, boolean asked) {
        said.removeAll();
        Optional<InnovationFields> theirs =
                refused.why() == Outcome.Why.CONFLICT ? writing.theirs(currentPerson.require()) : Optional.empty();
        if (theirs.isPresent()) {
            said.add(conflict(theirs.get(), asked));
            foot.complain(getTranslation("innovation.conflict.above"));
        } else {
            InnovationForm.Marks marks = form.mark(refused.problems(), asked);
            foot.complain(getTranslation(key, marks.inOneLine()));
            if (!marks.rest().isEmpty()) {
                said.add(Said.wrong(marks.rest().stream()
                        .map(problem -> texts.say(problem, getLocale()))
                        .toArray(String[]::new)));
            }
        }
        if (asked && said.getChildren().findAny().isPresent()) {
            said.scrollIntoView();
        }
    }

    private ConflictCard conflict(InnovationFields theirs, boolean asked) {
        return new ConflictCard(
                Differences.between(theirs, form.read(), areas, texts, getLocale()),
                () -> {
                    said.removeAll();
                    goOn(writing.overTheirs(currentPerson.require()));
                    if (asked) {
                        finish();
                    } else {
                        keep(false);
                    }
                },
                () -> {
                    writing.giveWay(currentPerson.require());
                    open(String.valueOf(writing.id()));
                });
    }

    private boolean coordinates() {
        return currentPerson.require().is(Role.COORDINATOR);
    }
}
