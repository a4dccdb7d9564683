package id.jipp.ui.room;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import id.jipp.core.log.HubId;
import id.jipp.core.outcome.Outcome;
import id.jipp.core.peer.Peer;
import id.jipp.core.peer.Peers;
import id.jipp.core.person.Person;
import id.jipp.core.room.Room;
import id.jipp.core.room.RoomId;
import id.jipp.core.room.Rooms;
import id.jipp.ui.component.HubNames;
import id.jipp.ui.component.HubPage;
import id.jipp.ui.component.Said;
import id.jipp.ui.component.Way;
import id.jipp.ui.security.CurrentPerson;
import id.jipp.ui.shell.HubLayout;
import id.jipp.ui.text.Texts;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;

/** Lets another hub take part in a room; the consequence stands above the button. */
@Route(value = "ruang/:room/undang", layout = HubLayout.class)
@StyleSheet("context://room.css")
@RolesAllowed("COORDINATOR")
class RoomInviteView extends HubPage implements BeforeEnterObserver {
    private final Rooms rooms;
    private final Peers peers;
    private final HubNames names;
    private final Texts texts;
    private final Person person;
    private final Div form = new Div();

    RoomInviteView(Rooms rooms, Peers peers, HubNames names, Texts texts, CurrentPerson currentPerson) {
        this.rooms = rooms;
        this.peers = peers;
        this.names = names;
        this.texts = texts;
        this.person = currentPerson.require();
        form.addClassName("room-form");
        add(form);
        title(getTranslation("room.invite"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<Room> room =
                event.getRouteParameters().get("room").flatMap(RoomId::parse).flatMap(id -> rooms.find(id, person));
        if (room.isEmpty()) {
            event.rerouteTo("ruang");
        } else {
            show(room.get());
        }
    }

    private void show(Room room) {
        above(new Way("ruang/" + room.id(), room.title()));
        about(getTranslation("room.invite.about"));
        Way back = Way.button("ruang/" + room.id(), getTranslation("room.invite.back"));
        List<HubId> others = peers.all().stream()
                .filter(Peer::isLinked)
                .map(Peer::hub)
                .filter(hub -> !room.hubs().contains(hub))
                .toList();
        form.removeAll();
        if (others.isEmpty()) {
            form.add(new Paragraph(getTranslation("room.invite.none")), new Div(back));
            return;
        }
        RadioButtonGroup<HubId> hub = new RadioButtonGroup<>();
        hub.setLabel(getTranslation("room.invite.hubs"));
        hub.setItems(others);
        hub.setItemLabelGenerator(names::of);
        hub.setValue(others.getFirst());
        Button send = new Button(getTranslation("room.invite.send"), pressed -> invite(room, hub.getValue()));
        send.addThemeVariants(ButtonVariant.PRIMARY);
        Div ways = new Div(send, back);
        ways.addClassName("ways");
        form.add(hub, ways);
    }

    private void invite(Room room, HubId hub) {
        switch (rooms.invite(room.id(), hub, person)) {
            case Outcome.Done<Room> done ->
                getUI().ifPresent(ui -> ui.navigate("ruang/" + done.value().id()));
            case Outcome.Refused<Room> refused ->
                form.addComponentAsFirst(Said.wrong(texts.say(refused.problems().getFirst(), getLocale())));
        }
    }
}
