package id.jipp.ui.seminar;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import id.jipp.core.seminar.Seminar;
import id.jipp.core.seminar.SeminarFields;
import id.jipp.core.seminar.Session;
import id.jipp.core.seminar.Speaker;
import id.jipp.ui.component.Card;
import id.jipp.ui.component.HubNames;
import id.jipp.ui.component.WhenWords;
import id.jipp.ui.text.Texts;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What a seminar says of itself, laid out for reading. */
@Component
class SeminarText {
    private final Texts texts;
    private final HubNames hubs;

    SeminarText(Texts texts, HubNames hubs) {
        this.texts = texts;
        this.hubs = hubs;
    }

    /** Its topic, sessions and speakers; whatever it says nothing of is not shown. */
    Card told(Seminar seminar, Locale locale) {
        SeminarFields fields = seminar.fields();
        Card card = Card.padded();
        card.addClassName("stack");
        if (!fields.topic().isEmpty()) {
            Paragraph topic = new Paragraph(fields.topic());
            topic.addClassNames("topic", "measure");
            card.add(part("seminar.topic", topic, locale));
        }
        if (!fields.sessions().isEmpty()) {
            OrderedList sessions = new OrderedList();
            sessions.addClassName("sessions");
            fields.sessions().forEach(session -> sessions.add(session(session, locale)));
            card.add(part("seminar.sessions", sessions, locale));
        }
        if (!fields.speakers().isEmpty()) {
            UnorderedList speakers = new UnorderedList();
            speakers.addClassName("speakers");
            fields.speakers().forEach(speaker -> speakers.add(speaker(speaker)));
            card.add(part("seminar.speakers", speakers, locale));
        }
        card.setVisible(card.getComponentCount() > 0);
        return card;
    }

    private Section part(String key, com.vaadin.flow.component.Component content, Locale locale) {
        return new Section(new H2(texts.getTranslation(key, locale)), content);
    }

    private ListItem session(Session session, Locale locale) {
        ListItem item = new ListItem();
        String hours = WhenWords.hours(session.start(), session.end(), locale);
        if (!hours.isEmpty()) {
            Span when = new Span(hours);
            when.addClassName("quiet");
            item.add(when);
        }
        item.add(new H3(session.title()));
        if (!session.speakers().isEmpty()) {
            Span who = new Span(String.join(", ", session.speakers()));
            who.addClassNames("quiet", "small");
            item.add(who);
        }
        return item;
    }

    private static ListItem speaker(Speaker speaker) {
        Span name = new Span(speaker.name());
        name.addClassName("name");
        Span post = new Span(Stream.of(speaker.post(), speaker.agency())
                .filter(said -> !said.isEmpty())
                .collect(Collectors.joining(", ")));
        post.addClassNames("quiet", "small");
        post.setVisible(!post.getText().isEmpty());
        return new ListItem(name, post);
    }

    /** Where, by whom, told by which hub, and where that is from. */
    Aside facts(Seminar seminar, Locale locale) {
        SeminarFields fields = seminar.fields();
        DescriptionList list = new DescriptionList();
        fact(list, "seminar.when", new Span(WhenWords.of(seminar.start(), fields.end(), locale)), locale);
        if (!fields.place().isEmpty()) {
            fact(list, "seminar.place", new Span(fields.place()), locale);
        }
        if (!fields.organiser().isEmpty()) {
            fact(list, "seminar.organiser", new Span(fields.organiser()), locale);
        }
        fact(list, "words.facet.hub", new Span(hubs.of(seminar.id().hub())), locale);
        if (!fields.sourceUrl().isEmpty()) {
            Anchor source = new Anchor(fields.sourceUrl(), fields.sourceUrl());
            source.getElement().setAttribute("rel", "noopener nofollow");
            fact(list, "seminar.source", source, locale);
        }
        Aside aside = new Aside(Card.padded(new H2(texts.getTranslation("seminar.facts", locale)), list));
        aside.addClassName("facts");
        return aside;
    }

    private void fact(DescriptionList list, String key, com.vaadin.flow.component.Component value, Locale locale) {
        list.add(new DescriptionList.Term(texts.getTranslation(key, locale)), new DescriptionList.Description(value));
    }
}
