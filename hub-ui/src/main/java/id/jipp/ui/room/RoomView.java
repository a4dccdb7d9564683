package id.jipp.ui.room;

import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import id.jipp.core.person.Person;
import id.jipp.core.room.Room;
import id.jipp.core.room.RoomId;
import id.jipp.core.room.Rooms;
import id.jipp.ui.component.EmptyState;
import id.jipp.ui.component.Way;
import id.jipp.ui.security.CurrentPerson;
import id.jipp.ui.shell.HubLayout;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;

/**
 * One room: {@code /ruang/bali.k3v9…}, and with {@code ?pesan=bali.17} opened at that message. The page itself is the web
 * component {@code hub-room}, because it must go on working without a line.
 */
@Route(value = "ruang/:room", layout = HubLayout.class)
@JsModule("context://js/hub-room.js")
@StyleSheet("context://room.css")
@PermitAll
class RoomView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final Rooms rooms;
    private final RoomConfig config;
    private final Person person;
    private String title = "";

    RoomView(Rooms rooms, RoomConfig config, CurrentPerson currentPerson) {
        this.rooms = rooms;
        this.config = config;
        this.person = currentPerson.require();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        getElement().removeAllChildren();
        Optional<Room> room =
                event.getRouteParameters().get("room").flatMap(RoomId::parse).flatMap(id -> rooms.find(id, person));
        setClassName("room-page", room.isPresent());
        setClassName("page", room.isEmpty());
        if (room.isEmpty()) {
            title = getTranslation("room.missing");
            add(new H1(title), missing());
            return;
        }
        title = room.get().title();
        String at = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("pesan")
                .orElse("");
        Element page = new Element("hub-room");
        page.setPropertyJson("config", config.of(room.get(), person, at, getLocale()));
        getElement().appendChild(page);
    }

    @Override
    public String getPageTitle() {
        return title + " · JIPP Hub";
    }

    private EmptyState missing() {
        return new EmptyState(
                title, getTranslation("room.missing.what"), Way.first("ruang", getTranslation("room.missing.back")));
    }
}
