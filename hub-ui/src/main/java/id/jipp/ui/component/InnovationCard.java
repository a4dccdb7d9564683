package id.jipp.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import id.jipp.core.innovation.Innovation;

/** An innovation in a list: title and local name; agency, area and hub; what it is; then standing and award, quietly. */
public final class InnovationCard extends Article {
    public InnovationCard(Innovation innovation, InnovationWords words) {
        addClassName("inno");
        H3 title =
                new H3(new Way("inovasi/" + innovation.id(), innovation.fields().title()));
        String localName = words.localName(innovation);
        if (!localName.isEmpty()) {
            Span local = new Span(" " + localName);
            local.addClassName("local");
            title.add(local);
        }
        add(title);
        add(row(tag(words.place(innovation, getLocale())), new HubBadge(words.hub(innovation))));
        String says = words.says(innovation);
        if (!says.isEmpty()) {
            add(new Paragraph(says));
        }
        Div standing = row(new Standing(words.standing(innovation, getLocale()), words.dot(innovation)));
        String award = words.award(innovation, getLocale());
        if (!award.isEmpty()) {
            standing.add(tag(award));
        }
        add(standing);
    }

    private static Div row(Component... parts) {
        Div row = new Div(parts);
        row.addClassName("row");
        return row;
    }

    private static Span tag(String text) {
        Span tag = new Span(text);
        tag.addClassName("tag");
        return tag;
    }
}
