package id.jipp.ui.room;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import id.jipp.core.innovation.Innovation;
import id.jipp.core.innovation.InnovationId;
import id.jipp.core.innovation.Innovations;
import id.jipp.core.innovation.Status;
import id.jipp.core.log.HubId;
import id.jipp.core.outcome.Outcome;
import id.jipp.core.outcome.Problem;
import id.jipp.core.peer.Peer;
import id.jipp.core.peer.Peers;
import id.jipp.core.person.Person;
import id.jipp.core.room.Room;
import id.jipp.core.room.RoomLimits;
import id.jipp.core.room.Rooms;
import id.jipp.core.seminar.Seminar;
import id.jipp.core.seminar.SeminarId;
import id.jipp.core.seminar.Seminars;
import id.jipp.core.seminar.Session;
import id.jipp.core.settings.HubSettings;
import id.jipp.ui.component.HubNames;
import id.jipp.ui.component.HubPage;
import id.jipp.ui.component.Said;
import id.jipp.ui.component.Way;
import id.jipp.ui.security.CurrentPerson;
import id.jipp.ui.shell.HubLayout;
import id.jipp.ui.text.Texts;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Opens a room and chooses who takes part. With {@code ?inovasi=bali.k3v9…} it is about that innovation: its hub is
 * invited, and the way to the record stands in the purpose; with {@code ?seminar=} the same for a seminar, whose sessions
 * are the topics.
 */
@Route(value = "ruang/baru", layout = HubLayout.class)
@StyleSheet("context://room.css")
@RolesAllowed("COORDINATOR")
class RoomOpenView extends HubPage implements BeforeEnterObserver {
    private final Rooms rooms;
    private final Innovations innovations;
    private final Seminars seminars;
    private final HubSettings settings;
    private final Texts texts;
    private final Person person;
    private final Div said = new Div();
    private final TextField title = new TextField();
    private final TextArea purpose = new TextArea();
    private final TextArea topics = new TextArea();
    private final Button open = new Button();
    private final CheckboxGroup<HubId> hubs = new CheckboxGroup<>();

    RoomOpenView(
            Rooms rooms,
            Innovations innovations,
            Seminars seminars,
            Peers peers,
            HubSettings settings,
            HubNames names,
            Texts texts,
            CurrentPerson currentPerson) {
        this.rooms = rooms;
        this.innovations = innovations;
        this.seminars = seminars;
        this.settings = settings;
        this.texts = texts;
        this.person = currentPerson.require();
        title(getTranslation("room.new"));
        about(getTranslation("room.new.about"));
        title.setLabel(getTranslation("room.new.title"));
        title.setRequiredIndicatorVisible(true);
        title.setMaxLength(RoomLimits.TITLE_CHARS_MAX);
        title.focus();
        purpose.setLabel(getTranslation("room.new.purpose"));
        purpose.setHelperText(getTranslation("room.new.purpose.help"));
        purpose.setMaxLength(RoomLimits.PURPOSE_CHARS_MAX);
        topics.setLabel(getTranslation("room.new.topics"));
        topics.setHelperText(getTranslation("room.new.topics.help"));
        open.setText(getTranslation("room.new.open"));
        open.addClickListener(pressed -> open());
        open.addThemeVariants(ButtonVariant.PRIMARY);
        open.setDisableOnClick(true);
        Div ways = new Div(open, Way.button("ruang", getTranslation("room.new.cancel")));
        ways.addClassName("ways");
        Div form = new Div(said, title, purpose, topics, invited(peers, names), ways);
        form.addClassName("room-form");
        add(form);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.getLocation()
                .getQueryParameters()
                .getSingleParameter("seminar")
                .flatMap(SeminarId::parse)
                .flatMap(seminars::find)
                .ifPresent(this::about);
        event.getLocation()
                .getQueryParameters()
                .getSingleParameter("inovasi")
                .flatMap(InnovationId::parse)
                .flatMap(id -> innovations.find(id, null))
                .filter(innovation -> innovation.status() != Status.WITHDRAWN)
                .ifPresent(this::about);
    }

    private void about(Seminar seminar) {
        named(seminar.fields().title());
        purpose.setValue(
                getTranslation("room.new.about-seminar", settings.publicUrl().resolve("/seminar/" + seminar.id())));
        topics.setValue(seminar.fields().sessions().stream()
                .map(Session::title)
                .filter(part -> part.length() <= RoomLimits.TOPIC_CHARS_MAX)
                .limit(RoomLimits.TOPICS_MAX)
                .collect(Collectors.joining("\n")));
        HubId hub = seminar.id().hub();
        if (hubs.getListDataView().contains(hub)) {
            hubs.select(hub);
        }
    }

    private void named(String title) {
        this.title.setValue(title.substring(0, Math.min(title.length(), RoomLimits.TITLE_CHARS_MAX)));
    }

    private void about(Innovation innovation) {
        named(innovation.fields().title());
        purpose.setValue(getTranslation(
                "room.new.about-innovation", settings.publicUrl().resolve("/inovasi/" + innovation.id())));
        HubId hub = innovation.id().hub();
        if (hubs.getListDataView().contains(hub)) {
            hubs.select(hub);
        }
    }

    private Component invited(Peers peers, HubNames names) {
        List<HubId> linked =
                peers.all().stream().filter(Peer::isLinked).map(Peer::hub).toList();
        if (linked.isEmpty()) {
            Paragraph alone = new Paragraph(getTranslation("room.new.hubs.none"));
            alone.addClassName("quiet");
            return alone;
        }
        hubs.setLabel(getTranslation("room.new.hubs"));
        hubs.setHelperText(getTranslation("room.new.hubs.help"));
        hubs.setItems(linked);
        hubs.setItemLabelGenerator(names::of);
        return hubs;
    }

    private void open() {
        Outcome<Room> outcome = rooms.open(
                title.getValue(), purpose.getValue(), topics.getValue().lines().toList(), hubs.getValue(), person);
        switch (outcome) {
            case Outcome.Done<Room> done ->
                getUI().ifPresent(ui -> ui.navigate("ruang/" + done.value().id()));
            case Outcome.Refused<Room> refused -> show(refused.problems());
        }
    }

    private void show(List<Problem> problems) {
        open.setEnabled(true);
        said.removeAll();
        Map<String, HasValidation> fields = Map.of("title", title, "purpose", purpose, "topics", topics, "hubs", hubs);
        fields.values().forEach(field -> field.setInvalid(false));
        for (Problem problem : problems) {
            String sentence = texts.say(problem, getLocale());
            HasValidation field = fields.get(problem.field());
            if (field == null) {
                said.add(Said.wrong(sentence));
            } else {
                field.setErrorMessage(sentence);
                field.setInvalid(true);
            }
        }
    }
}
