package id.jipp.ui.room;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import id.jipp.core.log.ErasureReason;
import id.jipp.core.outcome.Outcome;
import id.jipp.core.person.Person;
import id.jipp.core.room.Message;
import id.jipp.core.room.Room;
import id.jipp.core.room.RoomId;
import id.jipp.core.room.Rooms;
import id.jipp.ui.component.ErasureForm;
import id.jipp.ui.component.HubPage;
import id.jipp.ui.component.Refusal;
import id.jipp.ui.component.Way;
import id.jipp.ui.security.CurrentPerson;
import id.jipp.ui.shell.HubLayout;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;

/** Erases one message of this hub for good; what that means stands above the button. */
@Route(value = "ruang/:room/hapus/:message", layout = HubLayout.class)
@StyleSheet("context://room.css")
@RolesAllowed("COORDINATOR")
class RoomEraseView extends HubPage implements BeforeEnterObserver {
    private final Rooms rooms;
    private final Refusal refusal;
    private final Person person;
    private final Div said = new Div();
    private final Div form = new Div();

    RoomEraseView(Rooms rooms, Refusal refusal, CurrentPerson currentPerson) {
        this.rooms = rooms;
        this.refusal = refusal;
        this.person = currentPerson.require();
        said.addClassName("said");
        form.addClassName("stack");
        add(said, form);
        title(getTranslation("trust.erase.message"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<Room> room =
                event.getRouteParameters().get("room").flatMap(RoomId::parse).flatMap(id -> rooms.find(id, person));
        Optional<Message> message = room.flatMap(found -> event.getRouteParameters()
                .get("message")
                .flatMap(HeardReader::message)
                .flatMap(id -> rooms.find(found.id(), id, person)));
        if (room.isEmpty() || message.isEmpty()) {
            event.rerouteTo(room.map(found -> "ruang/" + found.id()).orElse("ruang"));
        } else {
            show(room.get(), message.get());
        }
    }

    private void show(Room room, Message message) {
        above(new Way("ruang/" + room.id(), room.title()));
        about(message.authorName());
        Paragraph words = new Paragraph(message.text());
        words.addClassName("measure");
        form.removeAll();
        form.add(
                words,
                new ErasureForm(
                        getTranslation("trust.erase.message.consequence"),
                        reason -> erase(room, message, reason),
                        () -> leave(room)));
    }

    private void erase(Room room, Message message, ErasureReason reason) {
        said.removeAll();
        switch (rooms.erase(room.id(), message.id(), reason, person)) {
            case Outcome.Done<Boolean> done -> leave(room);
            case Outcome.Refused<Boolean> refused -> said.add(refusal.said(refused, getLocale()));
        }
    }

    private void leave(Room room) {
        getUI().ifPresent(ui -> ui.navigate("ruang/" + room.id()));
    }
}
