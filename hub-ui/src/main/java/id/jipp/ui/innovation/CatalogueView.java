package id.jipp.ui.innovation;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import id.jipp.core.innovation.InnovationPage;
import id.jipp.core.innovation.Innovations;
import id.jipp.core.person.Person;
import id.jipp.core.person.Role;
import id.jipp.ui.component.Card;
import id.jipp.ui.component.CatalogueAddress;
import id.jipp.ui.component.CatalogueFacets;
import id.jipp.ui.component.EmptyState;
import id.jipp.ui.component.HubPage;
import id.jipp.ui.component.InnovationCard;
import id.jipp.ui.component.InnovationWords;
import id.jipp.ui.component.Way;
import id.jipp.ui.live.Live;
import id.jipp.ui.security.CurrentPerson;
import id.jipp.ui.shell.HubLayout;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;

/** The innovations of all hubs: search, filters with counts, and pages; the address is the state. */
@Route(value = "inovasi", layout = HubLayout.class)
@StyleSheet("context://innovation.css")
@PermitAll
class CatalogueView extends HubPage implements BeforeEnterObserver {
    private final Innovations innovations;
    private final InnovationWords words;
    private final CatalogueFacets spread;
    private final Facets facets = new Facets();
    private final Optional<Person> person;
    private final Nav orders = new Nav();
    private final Div mine = new Div();
    private final Aside side = new Aside();
    private final NativeButton narrow = new NativeButton();
    private final Div chosen = new Div();
    private final Card results = new Card();
    private final Nav pager = new Nav();
    private CatalogueAddress address = CatalogueAddress.of(name -> Optional.empty());

    CatalogueView(
            Innovations innovations,
            InnovationWords words,
            CatalogueFacets spread,
            CurrentPerson currentPerson,
            Live live) {
        this.innovations = innovations;
        this.words = words;
        this.spread = spread;
        this.person = currentPerson.find();
        title(getTranslation("innovation.title"));
        offer();
        orders.addClassName("orders");
        orders.setAriaLabel(getTranslation("innovation.order"));
        mine.addClassName("mine");
        results.addClassName("results");
        chosen.addClassNames("row", "chosen");
        pager.addClassName("pager");
        pager.setAriaLabel(getTranslation("innovation.pages"));
        narrow.addClassNames("btn", "narrow");
        narrow.addClickListener(click -> open(!side.hasClassName("open")));
        side.add(facets);
        side.getElement().setAttribute("aria-label", getTranslation("innovation.narrow"));
        Section list = new Section(mine, chosen, orders, results, pager);
        list.setAriaLabel(getTranslation("innovation.results"));
        list.addClassName("stack");
        Div catalogue = new Div(narrow, side, list);
        catalogue.addClassName("catalogue");
        add(catalogue);
        live.follow(this, news -> innovations.onChange(ids -> news.run()), this::show);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        int before = address.page();
        address = CatalogueAddress.of(event.getLocation().getQueryParameters()::getSingleParameter);
        if (address.page() != before) {
            getElement().executeJs("window.jippArrive && window.jippArrive()");
        }
        open(false);
        show();
    }

    private void offer() {
        person.ifPresent(who -> {
            Way register = Way.first("inovasi/baru", getTranslation("innovation.register"));
            if (who.is(Role.COORDINATOR)) {
                actions(Way.button("inovasi/impor", getTranslation("innovation.import")), register);
            } else {
                actions(register);
            }
        });
    }

    private void show() {
        InnovationPage page = innovations.list(address.query());
        about(say(page));
        facets.show(spread.of(address, page, getLocale()));
        showMine();
        showChosen();
        showOrders(page);
        results.removeAll();
        page.items().forEach(innovation -> results.add(new InnovationCard(innovation, words)));
        if (page.items().isEmpty()) {
            results.add(page.total() > 0 ? pastTheEnd() : nothing());
        }
        showPager(page);
    }

    private String say(InnovationPage page) {
        if (!address.words().isEmpty()) {
            return getTranslation(
                    page.byAnyWord() ? "innovation.matches.some" : "innovation.matches", page.total(), address.words());
        }
        return getTranslation(address.isFiltered() ? "innovation.filtered" : "innovation.count", page.total());
    }

    /** Drafts are in no list of what is published; whoever looks for one here is shown the way. */
    private void showMine() {
        int drafts = person.map(who -> innovations.drafts(who).size()).orElse(0);
        mine.removeAll();
        mine.setVisible(drafts > 0);
        if (drafts > 0) {
            mine.add(new Way("", getTranslation("innovation.drafts", drafts)));
        }
    }

    private void showOrders(InnovationPage page) {
        orders.removeAll();
        orders.setVisible(page.total() > 1);
        orders.add(new Span(getTranslation("innovation.order")));
        for (CatalogueAddress.Order order : address.orders()) {
            Way way = new Way(address.by(order), getTranslation("words.order." + order.code()));
            if (order == address.order()) {
                way.getElement().setAttribute("aria-current", "true");
            }
            orders.add(way);
        }
    }

    private EmptyState nothing() {
        if (address.words().isEmpty() && !address.isFiltered()) {
            return new EmptyState(
                    getTranslation("innovation.empty"),
                    getTranslation("innovation.empty.first"),
                    Way.first("inovasi/baru", getTranslation("innovation.register")));
        }
        return new EmptyState(
                getTranslation("innovation.none"),
                getTranslation("innovation.none.try"),
                address.isFiltered()
                        ? Way.button(address.withoutFilters(), getTranslation("innovation.unfilter"))
                        : Way.button("inovasi", getTranslation("innovation.see-all")));
    }

    private EmptyState pastTheEnd() {
        return new EmptyState(
                getTranslation("innovation.past-end"),
                getTranslation("innovation.past-end.try"),
                Way.button(address.without(CatalogueAddress.PAGE), getTranslation("innovation.first-page")));
    }

    private void showChosen() {
        chosen.removeAll();
        int filters = 0;
        for (String filter : CatalogueAddress.FILTERS) {
            String value = address.values().get(filter);
            if (value != null) {
                filters++;
                String name = spread.name(filter, value, getLocale());
                Way remove = new Way(address.without(filter), name);
                remove.addClassName("filter");
                remove.setAriaLabel(getTranslation("innovation.remove-filter", name));
                chosen.add(remove);
            }
        }
        if (filters > 1) {
            chosen.add(new Way(address.withoutFilters(), getTranslation("innovation.unfilter")));
        }
        chosen.setVisible(filters > 0);
        narrow.setText(
                filters == 0 ? getTranslation("innovation.narrow") : getTranslation("innovation.narrow.some", filters));
    }

    private void showPager(InnovationPage page) {
        pager.removeAll();
        long pages = CatalogueAddress.pages(page.total());
        pager.setVisible(pages > 1 && !page.items().isEmpty());
        if (!pager.isVisible()) {
            return;
        }
        long from = (address.page() - 1L) * CatalogueAddress.PAGE_SIZE + 1;
        Span range = new Span(
                getTranslation("innovation.range", from, from + page.items().size() - 1, page.total()));
        range.addClassName("quiet");
        pager.add(range);
        if (address.page() > 1) {
            pager.add(Way.button(address.at(address.page() - 1), getTranslation("innovation.previous")));
        }
        if (address.page() < pages) {
            pager.add(Way.button(address.at(address.page() + 1), getTranslation("innovation.next")));
        }
    }

    private void open(boolean open) {
        side.setClassName("open", open);
        narrow.getElement().setAttribute("aria-expanded", String.valueOf(open));
    }
}
