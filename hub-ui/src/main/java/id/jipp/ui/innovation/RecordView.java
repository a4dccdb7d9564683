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
import id.jipp.core.innovation.Innovation;
import id.jipp.core.innovation.InnovationId;
import id.jipp.core.innovation.Innovations;
import id.jipp.core.innovation.Status;
import id.jipp.core.outcome.Outcome;
import id.jipp.core.person.Person;
import id.jipp.core.person.Role;
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
import org.jspecify.annotations.Nullable;

/** One innovation, to be read alone, and what its own hub may do with it. */
@Route(value = "inovasi/:id", layout = HubLayout.class)
@StyleSheet("context://innovation.css")
@PermitAll
class RecordView extends HubPage implements BeforeEnterObserver {
    private final Innovations innovations;
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
            InnovationWords words,
            RecordText text,
            HubNames hubs,
            CurrentPerson currentPerson,
            Refusal refusal,
            Live live) {
        this.innovations = innovations;
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
        }
    }

    private void show(Innovation innovation) {
        shown = innovation;
        String localName = innovation.fields().localName().strip();
        String named = innovation.fields().title();
        title(localName.isEmpty() ? named : getTranslation("innovation.titled", named, localName));
        Div row = new Div(
                new Span(words.place(innovation, getLocale())),
                new HubBadge(words.hub(innovation)),
                new Standing(words.standing(innovation, getLocale()), words.dot(innovation)));
        row.addClassName("row");
        about(row);
        actions(offers(innovation).toArray(Component[]::new));
        body.removeAll();
        body.add(text.told(innovation, getLocale(), mayChange(innovation)), text.facts(innovation, getLocale()));
    }

    private boolean mayChange(Innovation innovation) {
        Person person = currentPerson.find().orElse(null);
        return person != null
                && hubs.isOwn(innovation.id().hub())
                && (person.is(Role.COORDINATOR) || innovation.status() == Status.DRAFT);
    }

    private List<Component> offers(Innovation innovation) {
        List<Component> offers = new ArrayList<>();
        Person person = currentPerson.find().orElse(null);
        if (person == null || !mayChange(innovation)) {
            return offers;
        }
        boolean coordinates = person.is(Role.COORDINATOR);
        Status status = innovation.status();
        if (status == Status.ACTIVE || status == Status.UNCONFIRMED) {
            Button end = new Button(getTranslation("innovation.retire"), click -> askWhy());
            offers.add(end);
        }
        if (status != Status.RETIRED) {
            offers.add(Way.button("inovasi/" + innovation.id() + "/ubah", getTranslation("innovation.edit")));
        }
        if (status == Status.ACTIVE || status == Status.UNCONFIRMED) {
            Button confirm = ask("innovation.confirm", Innovations::confirm, "innovation.confirmed");
            if (status == Status.UNCONFIRMED) {
                confirm.addThemeVariants(ButtonVariant.PRIMARY);
            }
            offers.add(confirm);
        }
        if (status == Status.DRAFT && coordinates) {
            Button publish = ask("innovation.publish", Innovations::publish, "innovation.published");
            publish.addThemeVariants(ButtonVariant.PRIMARY);
            offers.add(publish);
        }
        return offers;
    }

    private Button ask(String key, Command command, String doneKey) {
        Button button = new Button(getTranslation(key));
        button.setDisableOnClick(true);
        button.addClickListener(click -> {
            answer(command.on(innovations, Objects.requireNonNull(id), currentPerson.require()), doneKey);
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
                    answer(outcome, "innovation.retired");
                },
                ending::removeAll));
    }

    private void answer(Outcome<Innovation> outcome, String doneKey) {
        said.removeAll();
        switch (outcome) {
            case Outcome.Done<Innovation> done -> {
                show(done.value());
                said.add(Said.well(getTranslation(doneKey)));
            }
            case Outcome.Refused<Innovation> refused -> said.add(refusal.said(refused, getLocale()));
        }
    }

    /** A command on a record that needs nothing but the person. */
    private interface Command {
        Outcome<Innovation> on(Innovations innovations, InnovationId id, Person by);
    }
}
