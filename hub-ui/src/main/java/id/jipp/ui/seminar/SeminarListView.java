package id.jipp.ui.seminar;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import id.jipp.core.log.HubId;
import id.jipp.core.material.Materials;
import id.jipp.core.person.Person;
import id.jipp.core.seminar.Seminar;
import id.jipp.core.seminar.SeminarPage;
import id.jipp.core.seminar.Seminars;
import id.jipp.ui.component.Card;
import id.jipp.ui.component.EmptyState;
import id.jipp.ui.component.HubBadge;
import id.jipp.ui.component.HubNames;
import id.jipp.ui.component.HubPage;
import id.jipp.ui.component.SeminarAddress;
import id.jipp.ui.component.Way;
import id.jipp.ui.component.WhenWords;
import id.jipp.ui.live.Live;
import id.jipp.ui.security.CurrentPerson;
import id.jipp.ui.shell.HubLayout;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The seminars of all hubs, the latest first; words, year and hub are in the address. */
@Route(value = "seminar", layout = HubLayout.class)
@StyleSheet("context://seminar.css")
@PermitAll
class SeminarListView extends HubPage implements BeforeEnterObserver {
    private final Seminars seminars;
    private final Materials materials;
    private final HubNames hubs;
    private final Person person;
    private final TextField words = new TextField();
    private final ComboBox<Integer> year = new ComboBox<>();
    private final ComboBox<HubId> hub = new ComboBox<>();
    private final Card results = new Card();
    private final Nav pager = new Nav();
    private SeminarAddress address = SeminarAddress.of(name -> Optional.empty());
    private boolean showing;

    SeminarListView(Seminars seminars, Materials materials, HubNames hubs, CurrentPerson currentPerson, Live live) {
        this.seminars = seminars;
        this.materials = materials;
        this.hubs = hubs;
        this.person = currentPerson.require();
        title(getTranslation("seminar.list"));
        if (seminars.mayCreate(person)) {
            actions(Way.first("seminar/baru", getTranslation("seminar.new")));
        }
        Div narrow = new Div(words, year, hub);
        narrow.addClassName("seminar-narrow");
        narrow.getElement().setAttribute("role", "search");
        narrow.getElement().setAttribute("aria-label", getTranslation("seminar.narrow"));
        fields();
        results.addClassName("results");
        pager.addClassName("pager");
        pager.setAriaLabel(getTranslation("seminar.pages"));
        add(narrow, results, pager);
        live.follow(this, news -> seminars.onChange(ids -> news.run()), this::show);
        live.follow(this, news -> materials.onChange(ids -> news.run()), this::show);
    }

    private void fields() {
        words.setLabel(getTranslation("seminar.words"));
        words.setMaxLength(SeminarAddress.WORDS_CHARS_MAX);
        words.setClearButtonVisible(true);
        words.setValueChangeMode(ValueChangeMode.LAZY);
        words.addValueChangeListener(typed -> go(address.searched(typed.getValue())));
        year.setLabel(getTranslation("words.facet.year"));
        year.setClearButtonVisible(true);
        year.setItemLabelGenerator(String::valueOf);
        year.addValueChangeListener(chosen -> go(address.in(chosen.getValue())));
        hub.setLabel(getTranslation("words.facet.hub"));
        hub.setClearButtonVisible(true);
        hub.setItemLabelGenerator(hubs::of);
        hub.addValueChangeListener(chosen -> go(address.at(chosen.getValue())));
    }

    private void go(SeminarAddress to) {
        if (!showing) {
            UI.getCurrentOrThrow().navigate(to.path());
        }
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        address = SeminarAddress.of(event.getLocation().getQueryParameters()::getSingleParameter);
        show();
    }

    private void show() {
        SeminarPage page = seminars.list(address.query());
        showing = true;
        try {
            offer(page);
        } finally {
            showing = false;
        }
        about(
                address.words().isEmpty()
                        ? getTranslation("seminar.count", page.total())
                        : getTranslation("seminar.matches", page.total(), address.words()));
        results.removeAll();
        results.add(page.items().isEmpty() ? nothing(page) : rows(page));
        showPager(page);
    }

    /** What may still be chosen, and what is. */
    private void offer(SeminarPage page) {
        if (!words.getValue().strip().equals(address.words())) {
            words.setValue(address.words());
        }
        year.setItems(with(page.years().keySet().stream().toList(), address.year()));
        year.setValue(address.year());
        hub.setItems(with(page.hubs().keySet().stream().toList(), address.hub()));
        hub.setValue(address.hub());
    }

    private static <T> List<T> with(List<T> found, @Nullable T chosen) {
        if (chosen == null || found.contains(chosen)) {
            return found;
        }
        List<T> all = new ArrayList<>(found);
        all.add(chosen);
        return all;
    }

    private UnorderedList rows(SeminarPage page) {
        UnorderedList rows = new UnorderedList();
        rows.addClassName("seminar-list");
        page.items().forEach(seminar -> rows.add(new ListItem(row(seminar))));
        return rows;
    }

    private Way row(Seminar seminar) {
        Way way = new Way("seminar/" + seminar.id(), "");
        Span when = new Span(WhenWords.of(seminar.start(), seminar.fields().end(), getLocale()));
        when.addClassName("when");
        Paragraph topic = new Paragraph(seminar.fields().topic());
        topic.addClassName("topic");
        Div row = new Div(
                new Span(where(seminar)), new HubBadge(hubs.of(seminar.id().hub())));
        row.addClassName("row");
        int files = materials.of(seminar.id(), person).size();
        if (files > 0) {
            Span count = new Span(getTranslation("seminar.files", files));
            count.addClassName("files");
            row.add(count);
        }
        way.add(when, new H2(seminar.fields().title()), topic, row);
        topic.setVisible(!seminar.fields().topic().isEmpty());
        return way;
    }

    private static String where(Seminar seminar) {
        return String.join(
                " · ",
                Stream.of(seminar.fields().place(), seminar.fields().organiser())
                        .filter(words -> !words.isEmpty())
                        .toList());
    }

    private EmptyState nothing(SeminarPage page) {
        if (page.total() > 0) {
            return new EmptyState(
                    getTranslation("seminar.past-end"),
                    getTranslation("seminar.past-end.try"),
                    Way.button(address.page(1).path(), getTranslation("seminar.first-page")));
        }
        if (!address.words().isEmpty() || address.isFiltered()) {
            return new EmptyState(
                    getTranslation("seminar.none"),
                    getTranslation("seminar.none.try"),
                    Way.button("seminar", getTranslation("seminar.all")));
        }
        return seminars.mayCreate(person)
                ? new EmptyState(
                        getTranslation("seminar.empty"),
                        getTranslation("seminar.empty.coordinator"),
                        Way.first("seminar/baru", getTranslation("seminar.new")))
                : new EmptyState(getTranslation("seminar.empty"), getTranslation("seminar.empty.staff"));
    }

    private void showPager(SeminarPage page) {
        pager.removeAll();
        long pages = SeminarAddress.pages(page.total());
        pager.setVisible(pages > 1 && !page.items().isEmpty());
        Span which = new Span(getTranslation("seminar.page", address.page(), pages));
        which.addClassName("quiet");
        pager.add(which);
        if (address.page() > 1) {
            pager.add(Way.button(address.page(address.page() - 1).path(), getTranslation("seminar.previous")));
        }
        if (address.page() < pages) {
            pager.add(Way.button(address.page(address.page() + 1).path(), getTranslation("seminar.next")));
        }
    }
}
