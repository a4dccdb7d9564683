package id.jipp.ui.innovation;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import id.jipp.ui.component.CatalogueFacets.Facet;
import id.jipp.ui.component.CatalogueFacets.Option;
import id.jipp.ui.component.Way;
import java.text.NumberFormat;
import java.util.List;

/** How what matches is spread; each value is a link to the same list with only that. */
final class Facets extends Div {
    Facets() {
        addClassName("facets");
    }

    void show(List<Facet> facets) {
        removeAll();
        facets.forEach(facet -> add(group(facet)));
    }

    private Div group(Facet facet) {
        Div group = new Div(new H2(facet.title()), list(facet.first()));
        if (!facet.rest().isEmpty()) {
            NativeDetails rest =
                    new NativeDetails(getTranslation("innovation.facet.all", facet.size()), list(facet.rest()));
            rest.setOpen(facet.unfolded());
            group.add(rest);
        }
        return group;
    }

    private UnorderedList list(List<Option> options) {
        UnorderedList list = new UnorderedList();
        NumberFormat numbers = NumberFormat.getIntegerInstance(getLocale());
        for (Option option : options) {
            Way way = new Way(option.address(), "");
            Span count = new Span(numbers.format(option.count()));
            count.addClassName("quiet");
            way.add(new Span(option.name()), count);
            if (option.chosen()) {
                way.getElement().setAttribute("aria-current", "true");
            }
            list.add(new ListItem(way));
        }
        return list;
    }
}
