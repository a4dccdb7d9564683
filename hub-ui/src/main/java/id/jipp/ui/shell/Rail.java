package id.jipp.ui.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import id.jipp.core.person.Person;
import id.jipp.ui.component.Icon;
import id.jipp.ui.component.Way;
import id.jipp.ui.live.Live;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The places one can go to, and how much waits at each. */
final class Rail extends Nav {
    private final Map<Noun, Way> ways = new EnumMap<>(Noun.class);
    private final Map<Noun, Span> counts = new EnumMap<>(Noun.class);
    private final @Nullable Person person;

    Rail(@Nullable Person person, List<RailCount> railCounts, Live live) {
        this.person = person;
        addClassName("rail");
        setAriaLabel(getTranslation("shell.rail"));
        add(brand(), list());
        for (RailCount count : railCounts) {
            live.follow(this, count::onChange, () -> show(count));
            show(count);
        }
    }

    /** Marks the place somebody is at. */
    void at(String location) {
        ways.forEach((noun, way) -> {
            if (noun.isAt(location)) {
                way.getElement().setAttribute("aria-current", location.equals(noun.path()) ? "page" : "true");
            } else {
                way.getElement().removeAttribute("aria-current");
            }
        });
    }

    private Way brand() {
        Way brand = new Way("", "");
        Div mark = new Div();
        mark.addClassName("mark");
        brand.add(mark, new Span("JIPP Hub"));
        brand.addClassName("brand");
        return brand;
    }

    private UnorderedList list() {
        UnorderedList list = new UnorderedList();
        for (Noun noun : Noun.withPage()) {
            Way way = new Way(noun.path(), "");
            Span count = new Span();
            count.addClassName("count");
            way.add(new Icon(noun.icon()), new Span(getTranslation(noun.key())), count);
            ways.put(noun, way);
            counts.put(noun, count);
            list.add(new ListItem(way));
        }
        return list;
    }

    private void show(RailCount railCount) {
        if (person == null) {
            return;
        }
        counts.forEach((noun, span) -> {
            if (noun.path().equals(railCount.path())) {
                int count = railCount.of(person);
                span.removeAll();
                if (count > 0) {
                    Span spoken = new Span(" " + getTranslation("shell.waiting"));
                    spoken.addClassName("visually-hidden");
                    span.add(new Span(String.valueOf(count)), spoken);
                }
            }
        });
    }
}
