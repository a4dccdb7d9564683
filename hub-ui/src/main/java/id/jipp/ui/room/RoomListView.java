package id.jipp.ui.room;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import id.jipp.core.person.Person;
import id.jipp.core.person.Role;
import id.jipp.core.room.Message;
import id.jipp.core.room.Room;
import id.jipp.core.room.Rooms;
import id.jipp.ui.component.Card;
import id.jipp.ui.component.EmptyState;
import id.jipp.ui.component.HubBadge;
import id.jipp.ui.component.HubNames;
import id.jipp.ui.component.HubPage;
import id.jipp.ui.component.Way;
import id.jipp.ui.live.Live;
import id.jipp.ui.security.CurrentPerson;
import id.jipp.ui.shell.HubLayout;
import id.jipp.ui.text.Moments;
import jakarta.annotation.security.PermitAll;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rooms one may enter, the liveliest first, with what was said last. */
@Route(value = "ruang", layout = HubLayout.class)
@StyleSheet("context://room.css")
@PermitAll
class RoomListView extends HubPage {
    private final Rooms rooms;
    private final HubNames names;
    private final Moments moments;
    private final Person person;
    private final Div list = new Div();

    RoomListView(Rooms rooms, HubNames names, Moments moments, CurrentPerson currentPerson, Live live) {
        this.rooms = rooms;
        this.names = names;
        this.moments = moments;
        this.person = currentPerson.require();
        title(getTranslation("room.list"));
        about(getTranslation("room.list.about"));
        add(list);
        live.follow(this, news -> rooms.onChange(change -> news.run()), this::show);
        live.follow(this, news -> rooms.onRead(reader -> news.run()), this::show);
        show();
    }

    private void show() {
        List<Room> all = rooms.all(person);
        boolean opens = person.is(Role.COORDINATOR);
        if (opens && !all.isEmpty()) {
            actions(Way.first("ruang/baru", getTranslation("room.open")));
        } else {
            actions();
        }
        list.removeAll();
        list.add(all.isEmpty() ? nothing(opens) : card(all));
    }

    private EmptyState nothing(boolean opens) {
        String title = getTranslation("room.empty");
        return opens
                ? new EmptyState(
                        title,
                        getTranslation("room.empty.coordinator"),
                        Way.first("ruang/baru", getTranslation("room.open")))
                : new EmptyState(title, getTranslation("room.empty.staff"));
    }

    private Card card(List<Room> all) {
        UnorderedList rows = new UnorderedList();
        rows.addClassName("room-list");
        all.forEach(room -> rows.add(new ListItem(row(room))));
        Card card = new Card();
        card.add(rows);
        return card;
    }

    private Way row(Room room) {
        Message last =
                rooms.before(room.id(), null, 1, person).stream().findFirst().orElse(null);
        Way way = new Way("ruang/" + room.id(), "");
        way.add(
                new H2(room.title()),
                text("when", moments.recent(last == null ? room.openedAt() : last.sentAt(), getLocale())));
        Paragraph purpose = new Paragraph(room.purpose());
        purpose.addClassName("purpose");
        way.add(purpose);
        int unread = rooms.unread(room.id(), person);
        if (unread > 0) {
            way.add(text("unread", getTranslation("room.unread", unread)));
        } else if (rooms.isInvitation(room.id(), person)) {
            way.add(text("unread", getTranslation("room.invited")));
        }
        way.add(said(last), part(room));
        return way;
    }

    private Component said(@Nullable Message last) {
        Span line = new Span();
        line.addClassName("last");
        if (last == null) {
            line.addClassName("quiet");
            line.setText(getTranslation("room.nothing-said"));
        } else {
            line.add(new Span(getTranslation("room.last", last.authorName(), last.text())));
        }
        return line;
    }

    private Span part(Room room) {
        Span part = new Span();
        part.addClassName("part");
        room.hubs().stream()
                .map(names::of)
                .sorted(Comparator.naturalOrder())
                .forEach(name -> part.add(new HubBadge(name)));
        return part;
    }

    private static Span text(String className, String text) {
        Span span = new Span(text);
        span.addClassName(className);
        return span;
    }
}
