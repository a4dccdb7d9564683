package id.jipp.ui.innovation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import id.jipp.core.innovation.Changes;
import id.jipp.core.innovation.Innovation;
import id.jipp.core.innovation.InnovationId;
import id.jipp.core.innovation.Innovations;
import id.jipp.core.innovation.Status;
import id.jipp.core.log.ErasureReason;
import id.jipp.core.outcome.Outcome;
import id.jipp.core.person.Person;
import id.jipp.core.person.Role;
import id.jipp.ui.component.ErasureForm;
import id.jipp.ui.component.HubBadge;
import id.jipp.ui.component.HubNames;
import id.jipp.ui.component.HubPage;
import id.jipp.ui.component.InnovationWords;
import id.jipp.ui.component.Refusal;
import id.jipp.ui.component.Said;
import id.jipp.ui.component.Standing;
import id.jipp.ui.component.Way;
import id.jipp.ui.live.Live;
import id.jipp.ui.security.CurrentPerson;
import id.jipp.ui.shell.HubLayout;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One innovation, to be read alone, and what its own hub may do with it. */
@Route(value = "inovasi/:id", layout = HubLayout.class)
@StyleSheet("context://innovation.css")
@PermitAll
class RecordView extends HubPage implements BeforeEnterObserver {
    private final Innovations innovations;
    private final Changes changes;
    private final Receivers receivers;
    private final InnovationWords words;
    private final HubNames hubs;
    private final CurrentPerson currentPerson;
    private final Refusal refusal;
    private final RecordText text;
    private final Div said = new Div();
    private final Div ending = new Div();
    private final Div body = new Div();
    private @Nullable InnovationId id;
    private @Nullable Innovation shown;

    RecordView(
            Innovations innovations,
            Changes changes,
            Receivers receivers,
            InnovationWords words,
            RecordText text,
            HubNames hubs,
            CurrentPerson currentPerson,
            Refusal refusal,
            Live live) {
        this.innovations = innovations;
        this.changes = changes;
        this.receivers = receivers;
        this.words = words;
        this.text = text;
        this.hubs = hubs;
        this.currentPerson = currentPerson;
        this.refusal = refusal;
        Way back = new Way("inovasi", getTranslation("innovation.title"));
        above(back);
        body.addClassName("two");
        said.addClassName("said");
        add(said, ending, body);
        live.follow(
                this,
                news -> innovations.onChange(ids -> {
                    if (id != null && ids.contains(id)) {
                        news.run();
                    }
                }),
                this::refresh);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = event.getRouteParameters().get("id").flatMap(InnovationId::parse).orElseThrow(NotFoundException::new);
        said.removeAll();
        ending.removeAll();
        Innovation found = find();
        if (found == null) {
            throw new NotFoundException();
        }
        show(found);
    }

    private @Nullable Innovation find() {
        return innovations
                .find(Objects.requireNonNull(id), currentPerson.find().orElse(null))
                .orElse(null);
    }

    private void refresh() {
        Innovation found = find();
        if (found != null && !found.equals(shown)) {
            show(found);
        } else if (found == null) {
            showGone();
        }
    }

    /** Its hub has erased it while it was shown. */
    private void showGone() {
        shown = null;
        body.removeAll();
        ending.removeAll();
        actions();
        title(getTranslation("trust.erase.gone"));
        about(getTranslation("trust.erase.gone.what"));
    }

    /** Says what happened on the way here. */
    void say(String sentence) {
        said.removeAll();
        said.add(Said.well(sentence));
    }

    private void show(Innovation innovation) {
        shown = innovation;
        body.removeAll();
        if (innovation.status() == Status.WITHDRAWN) {
            title(getTranslation("open.withdrawn"));
            about(getTranslation("open.withdrawn-why"));
            if (mayChange(innovation)) {
                actions(erasing());
            } else {
                actions();
            }
            return;
        }
        String localName = innovation.fields().localName().strip();
        String named = words.title(innovation.fields(), getLocale());
        title(localName.isEmpty() ? named : getTranslation("innovation.titled", named, localName));
        Div row = new Div(
                new Span(words.place(innovation, getLocale())),
                new HubBadge(words.hub(innovation)),
                new Standing(words.standing(innovation, getLocale()), words.dot(innovation)));
        row.addClassName("row");
        about(row);
        boolean mine = mayChange(innovation);
        List<Component> offers = new ArrayList<>(sharing(innovation));
        if (mine) {
            offers.addAll(writing(innovation));
        }
        actions(offers.toArray(Component[]::new));
        body.add(
                text.told(innovation, getLocale(), mine),
                text.facts(innovation, getLocale(), mine ? standing(innovation) : List.of()));
    }

    private boolean mayChange(Innovation innovation) {
        Person person = currentPerson.find().orElse(null);
        return person != null
                && hubs.isOwn(innovation.id().hub())
                && (person.is(Role.COORDINATOR) || innovation.status() == Status.DRAFT);
    }

    private static boolean runs(Innovation innovation) {
        return innovation.status() == Status.ACTIVE || innovation.status() == Status.UNCONFIRMED;
    }

    /** What anybody may do with what is published: pass it on, and whoever may open a room, talk about it. */
    private List<Component> sharing(Innovation innovation) {
        if (innovation.status() == Status.DRAFT) {
            return List.of();
        }
        Button copy = new Button(getTranslation("innovation.copy-link"));
        copy.addClassName("btn");
        copy.addClickListener(click -> copyLink(innovation.id()));
        return currentPerson.is(Role.COORDINATOR)
                ? List.of(
                        copy, Way.button("ruang/baru?inovasi=" + innovation.id(), getTranslation("innovation.discuss")))
                : List.of(copy);
    }

    private List<Component> writing(Innovation innovation) {
        List<Component> offers = new ArrayList<>();
        if (innovation.status() != Status.RETIRED) {
            boolean begun = changes.of(innovation.id(), currentPerson.require()).isPresent();
            offers.add(Way.button(
                    "inovasi/" + innovation.id() + "/ubah",
                    getTranslation(begun ? "innovation.change.continue" : "innovation.edit")));
        }
        if (innovation.status() == Status.DRAFT && currentPerson.is(Role.COORDINATOR)) {
            Button publish = ask("innovation.publish", Innovations::publish, () -> receivers.published(getLocale()));
            publish.addThemeVariants(ButtonVariant.PRIMARY);
            offers.add(publish);
        }
        return offers;
    }

    /** What its coordinator may say about how it stands. */
    private List<Component> standing(Innovation innovation) {
        if (innovation.status() == Status.RETIRED) {
            return List.of(
                    ask("innovation.resume", Innovations::resume, () -> getTranslation("innovation.resumed")),
                    erasing());
        }
        if (!runs(innovation)) {
            return List.of();
        }
        Button confirm = ask("innovation.confirm", Innovations::confirm, () -> getTranslation("innovation.confirmed"));
        if (innovation.status() == Status.UNCONFIRMED) {
            confirm.addThemeVariants(ButtonVariant.PRIMARY);
        }
        Button end = new Button(getTranslation("innovation.retire"), click -> askWhy());
        end.addClassName("btn");
        return List.of(confirm, end, erasing());
    }

    private Button erasing() {
        Button erase = new Button(getTranslation("trust.erase"), click -> {
            ending.removeAll();
            ending.add(
                    new ErasureForm(getTranslation("trust.erase.record.consequence"), this::erase, ending::removeAll));
        });
        erase.addClassName("btn");
        return erase;
    }

    private void erase(ErasureReason reason) {
        said.removeAll();
        switch (innovations.erase(Objects.requireNonNull(id), reason, currentPerson.require())) {
            case Outcome.Done<Boolean> done -> {
                showGone();
                say(getTranslation("trust.erase.done"));
                said.add(new Way("jaringan/penghapusan", getTranslation("trust.erase.follow")));
            }
            case Outcome.Refused<Boolean> refused -> said.add(refusal.said(refused, getLocale()));
        }
    }

    /** A browser without a secure line has no clipboard; then the link is shown to be copied by hand. */
    private void copyLink(InnovationId id) {
        getElement()
                .executeJs(
                        "const link = location.origin + $0; return (navigator.clipboard"
                                + " ? navigator.clipboard.writeText(link).then(() => '', () => link) : link)",
                        "/inovasi/" + id)
                .then(
                        String.class,
                        left -> say(
                                left.isEmpty()
                                        ? getTranslation("innovation.link-copied")
                                        : getTranslation("innovation.link-to-copy", left)));
    }

    private Button ask(String key, Command command, Supplier<String> done) {
        Button button = new Button(getTranslation(key));
        button.addClassName("btn");
        button.setDisableOnClick(true);
        button.addClickListener(click -> {
            answer(command.on(innovations, Objects.requireNonNull(id), currentPerson.require()), done);
            button.setEnabled(true);
        });
        return button;
    }

    private void askWhy() {
        ending.removeAll();
        ending.add(new RetireForm(
                reason -> {
                    Outcome<Innovation> outcome =
                            innovations.retire(Objects.requireNonNull(id), reason, currentPerson.require());
                    if (outcome instanceof Outcome.Done<Innovation>) {
                        ending.removeAll();
                    }
                    answer(outcome, () -> getTranslation("innovation.retired"));
                },
                ending::removeAll));
    }

    private void answer(Outcome<Innovation> outcome, Supplier<String> told) {
        said.removeAll();
        switch (outcome) {
            case Outcome.Done<Innovation> done -> {
                show(done.value());
                say(told.get());
            }
            case Outcome.Refused<Innovation> refused -> said.add(refusal.said(refused, getLocale()));
        }
    }

    /** A command on a record that needs nothing but the person. */
    private interface Command {
        Outcome<Innovation> on(Innovations innovations, InnovationId id, Person by);
    }
}
