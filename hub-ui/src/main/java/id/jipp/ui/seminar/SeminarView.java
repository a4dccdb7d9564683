package id.jipp.ui.seminar;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import id.jipp.core.material.Materials;
import id.jipp.core.person.Person;
import id.jipp.core.seminar.Seminar;
import id.jipp.core.seminar.SeminarId;
import id.jipp.core.seminar.Seminars;
import id.jipp.ui.component.HubBadge;
import id.jipp.ui.component.HubNames;
import id.jipp.ui.component.HubPage;
import id.jipp.ui.component.Said;
import id.jipp.ui.component.Way;
import id.jipp.ui.component.WhenWords;
import id.jipp.ui.live.Live;
import id.jipp.ui.security.CurrentPerson;
import id.jipp.ui.shell.HubLayout;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One seminar: when and where, what it is about, its sessions and speakers, its room, and its materials. */
@Route(value = "seminar/:id", layout = HubLayout.class)
@StyleSheet("context://seminar.css")
@PermitAll
class SeminarView extends HubPage implements BeforeEnterObserver {
    private final Seminars seminars;
    private final SeminarText text;
    private final SeminarRooms rooms;
    private final MaterialRows rows;
    private final HubNames hubs;
    private final Person person;
    private final Div said = new Div();
    private final Div body = new Div();
    private @Nullable SeminarId id;

    SeminarView(
            Seminars seminars,
            Materials materials,
            SeminarText text,
            SeminarRooms rooms,
            MaterialRows rows,
            HubNames hubs,
            CurrentPerson currentPerson,
            Live live) {
        this.seminars = seminars;
        this.text = text;
        this.rooms = rooms;
        this.rows = rows;
        this.hubs = hubs;
        this.person = currentPerson.require();
        above(new Way("seminar", getTranslation("seminar.list")));
        said.addClassName("said");
        body.addClassNames("two", "seminar");
        add(said, body);
        live.follow(this, news -> seminars.onChange(ids -> ifMine(ids.contains(id), news)), this::refresh);
        live.follow(this, news -> materials.onChange(ids -> ifMine(ids.contains(id), news)), this::refresh);
    }

    private static void ifMine(boolean mine, Runnable news) {
        if (mine) {
            news.run();
        }
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        SeminarId asked = event.getRouteParameters()
                .get("id")
                .flatMap(SeminarId::parse)
                .filter(parsed -> seminars.find(parsed).isPresent())
                .orElseThrow(NotFoundException::new);
        id = asked;
        said.removeAll();
        refresh();
    }

    /** Says what happened on the way here. */
    void say(String sentence) {
        said.removeAll();
        said.add(Said.well(sentence));
    }

    private void refresh() {
        if (id != null) {
            seminars.find(id).ifPresent(this::show);
        }
    }

    private void show(Seminar seminar) {
        title(seminar.fields().title());
        Div row = new Div(
                new Span(WhenWords.of(seminar.start(), seminar.fields().end(), getLocale())),
                new HubBadge(hubs.of(seminar.id().hub())));
        row.addClassName("row");
        about(row);
        boolean mine = seminars.mayChange(seminar.id(), person);
        actions(offers(seminar, mine).toArray(Component[]::new));
        Aside facts = text.facts(seminar, getLocale());
        Div main = new Div(rows.card(seminar, mine, person, getLocale()), text.told(seminar, getLocale()));
        main.addClassName("stack");
        body.removeAll();
        body.add(main, facts);
    }

    private List<Component> offers(Seminar seminar, boolean mine) {
        List<Component> offers = new ArrayList<>();
        rooms.of(seminar.id(), person)
                .ifPresentOrElse(
                        room -> offers.add(Way.button("ruang/" + room.id(), getTranslation("seminar.room"))), () -> {
                            if (mine) {
                                offers.add(Way.button(
                                        "ruang/baru?seminar=" + seminar.id(), getTranslation("seminar.room.open")));
                            }
                        });
        if (mine) {
            offers.add(Way.button("seminar/" + seminar.id() + "/ubah", getTranslation("seminar.edit")));
            offers.add(Way.first("seminar/" + seminar.id() + "/unggah", getTranslation("seminar.add-files")));
        }
        return offers;
    }
}
