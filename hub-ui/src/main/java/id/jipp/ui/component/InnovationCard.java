package id.jipp.ui.component;

import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import id.jipp.core.innovation.Innovation;

/** An innovation in a list: title and local name, one sentence, then agency, hub, standing and award in quiet words. */
public final class InnovationCard extends Article {
    public InnovationCard(Innovation innovation, InnovationWords words) {
        addClassName("inno");
        H3 title =
                new H3(new Way("inovasi/" + innovation.id(), innovation.fields().title()));
        String localName = innovation.fields().localName();
        if (!localName.isBlank()) {
            Span local = new Span(" " + localName);
            local.addClassName("local");
            title.add(local);
        }
        add(title);
        String sentence = words.sentence(innovation);
        if (!sentence.isEmpty()) {
            add(new Paragraph(sentence));
        }
        Div row = new Div(tag(words.place(innovation, getLocale())), new HubBadge(words.hub(innovation)));
        row.addClassName("row");
        row.add(new Standing(words.standing(innovation, getLocale()), words.dot(innovation)));
        String award = words.award(innovation, getLocale());
        if (!award.isEmpty()) {
            row.add(tag(award));
        }
        add(row);
    }

    private static Span tag(String text) {
        Span tag = new Span(text);
        tag.addClassName("tag");
        return tag;
    }
}
