package id.jipp.ui.innovation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import id.jipp.core.area.Areas;
import id.jipp.core.innovation.Innovation;
import id.jipp.core.innovation.InnovationFields;
import id.jipp.core.innovation.Status;
import id.jipp.ui.component.Card;
import id.jipp.ui.component.InnovationWords;
import id.jipp.ui.component.Origins;
import id.jipp.ui.text.Moments;
import id.jipp.ui.text.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A record's text, as one reads it: what it is about, and the facts beside it. What nobody filled in is not shown. */
@org.springframework.stereotype.Component
class RecordText {
    private final Texts texts;
    private final Moments moments;
    private final InnovationWords words;
    private final Areas areas;
    private final Origins origins;

    RecordText(Texts texts, Moments moments, InnovationWords words, Areas areas, Origins origins) {
        this.origins = origins;
        this.texts = texts;
        this.moments = moments;
        this.words = words;
        this.areas = areas;
    }

    /** @param forItsAuthors whether to name what is still missing */
    Component told(Innovation innovation, Locale locale, boolean forItsAuthors) {
        if (innovation.reference()) {
            return referredTo(innovation, locale);
        }
        InnovationFields fields = innovation.fields();
        Card card = Card.padded();
        card.addClassName("told");
        List<String> missing = new ArrayList<>();
        tell(card, "summary", fields.summary(), locale);
        ask(card, missing, "problem", fields.problem(), locale);
        ask(card, missing, "solution", fields.solution(), locale);
        ask(card, missing, "result", fields.result(), locale);
        tell(card, "beneficiaries", fields.beneficiaries(), locale);
        if (card.getChildren().findAny().isEmpty()) {
            card.add(new Paragraph(say("innovation.only-title", locale)));
        }
        if (forItsAuthors && !missing.isEmpty() && innovation.status() != Status.RETIRED) {
            Paragraph lacks = new Paragraph(say("innovation.missing", locale, String.join(", ", missing)));
            lacks.addClassNames("quiet", "small");
            card.add(lacks);
        }
        return card;
    }

    private Component referredTo(Innovation innovation, Locale locale) {
        Paragraph why = new Paragraph(say("innovation.reference", locale, words.hub(innovation)));
        why.addClassName("measure");
        Card card = Card.padded(why);
        card.addClassName("told");
        origins.of(innovation)
                .ifPresentOrElse(
                        origin -> card.add(new Paragraph(outside(origin, say("innovation.reference.read", locale)))),
                        () -> card.add(new Paragraph(say("innovation.reference.nowhere", locale))));
        return card;
    }

    /** @param may what the reader may do about how it stands */
    Component facts(Innovation innovation, Locale locale, List<Component> may) {
        InnovationFields fields = innovation.fields();
        DescriptionList list = new DescriptionList();
        fact(list, "area", areas.nameOf(innovation.area()), locale);
        fact(list, "phase", fields.phase() == null ? "" : words.phase(fields.phase(), locale), locale);
        fact(list, "year", fields.year() == null ? "" : fields.year().toString(), locale);
        fact(list, "award", fields.award(), locale);
        fact(list, "category", fields.category(), locale);
        fact(
                list,
                "costClass",
                fields.costClass() == null
                        ? ""
                        : say("words.cost." + fields.costClass().code(), locale),
                locale);
        fact(list, "legalBasis", fields.legalBasis(), locale);
        fact(
                list,
                "digital",
                fields.digital() == null ? "" : say(fields.digital() ? "words.yes" : "words.no", locale),
                locale);
        fact(
                list,
                "sdg",
                fields.sdg().stream()
                        .map(goal -> say("words.sdg." + goal, locale))
                        .collect(Collectors.joining("; ")),
                locale);
        fields.notes().forEach((column, note) -> {
            if (!note.isBlank()) {
                pair(list, column, new DescriptionList.Description(note));
            }
        });
        if (fields.sourceUrl().startsWith("https://") || fields.sourceUrl().startsWith("http://")) {
            pair(
                    list,
                    say("innovation.field.sourceUrl", locale),
                    new DescriptionList.Description(source(fields.sourceUrl())));
        }
        Card standing = Card.padded(since(innovation, locale));
        if (!may.isEmpty()) {
            Div row = new Div(may.toArray(Component[]::new));
            row.addClassNames("row", "may");
            standing.add(row);
        }
        Aside aside = new Aside(
                new H2(say("innovation.standing", locale)),
                standing,
                new H2(say("innovation.facts", locale)),
                Card.padded(list));
        aside.addClassName("facts");
        return aside;
    }

    private Div since(Innovation innovation, Locale locale) {
        Div sentences = new Div();
        if (innovation.status() == Status.DRAFT) {
            sentence(sentences, say("innovation.is-draft", locale));
        }
        moment(sentences, "innovation.published-at", innovation.publishedAt(), locale);
        confirmed(sentences, innovation, locale);
        if (innovation.changedAt() != null && !innovation.changedAt().equals(innovation.publishedAt())) {
            moment(sentences, "innovation.changed-at", innovation.changedAt(), locale);
        }
        if (innovation.status() == Status.UNCONFIRMED) {
            sentence(sentences, say("innovation.stale", locale));
        }
        if (innovation.retiredReason() != null && !innovation.retiredReason().isBlank()) {
            sentence(sentences, say("innovation.ended-because", locale, innovation.retiredReason()));
        }
        Span id = new Span(say("innovation.number", locale, innovation.id().toString(), innovation.revision()));
        id.addClassName("quiet");
        Paragraph number = new Paragraph(id);
        number.addClassName("say");
        sentences.add(number);
        return sentences;
    }

    /** Publishing and rewriting count as confirming, but nobody said in so many words that it still runs. */
    private void confirmed(Div into, Innovation innovation, Locale locale) {
        Instant confirmed = innovation.confirmedAt();
        if (confirmed == null || confirmed.equals(innovation.changedAt()) && innovation.revision() > 1) {
            return;
        }
        if (!confirmed.equals(innovation.publishedAt())) {
            moment(into, "innovation.confirmed-at", confirmed, locale);
        } else if (innovation.status() != Status.RETIRED) {
            sentence(into, say("innovation.unconfirmed", locale));
        }
    }

    private void moment(Div into, String key, @Nullable Instant instant, Locale locale) {
        if (instant != null) {
            sentence(into, say(key, locale, moments.full(instant, locale)));
        }
    }

    private static void sentence(Div into, String text) {
        Paragraph sentence = new Paragraph(text);
        sentence.addClassName("say");
        into.add(sentence);
    }

    /** As {@link #tell}, and notes what a reader looks for and does not find. */
    private void ask(Card card, List<String> missing, String field, String text, Locale locale) {
        if (text.isBlank()) {
            missing.add(say("innovation.field." + field, locale).toLowerCase(locale));
        }
        tell(card, field, text, locale);
    }

    private void tell(Card card, String field, String text, Locale locale) {
        if (text.isBlank()) {
            return;
        }
        Section section = new Section(new H2(say("innovation.field." + field, locale)));
        for (String paragraph : text.strip().split("\\R{2,}")) {
            Paragraph told = new Paragraph(paragraph);
            told.addClassName("measure");
            section.add(told);
        }
        card.add(section);
    }

    private void fact(DescriptionList list, String field, String value, Locale locale) {
        if (!value.isBlank()) {
            pair(list, say("innovation.field." + field, locale), new DescriptionList.Description(value));
        }
    }

    private static void pair(DescriptionList list, String term, DescriptionList.Description description) {
        list.add(new Div(new DescriptionList.Term(term), description));
    }

    private static Anchor source(String url) {
        String shown = url.replaceFirst("^https?://(www\\.)?", "").replaceFirst("/.*$", "");
        return outside(url, shown);
    }

    private static Anchor outside(String url, String shown) {
        Anchor anchor = new Anchor(url, shown);
        anchor.setRouterIgnore(true);
        anchor.setTarget("_blank");
        anchor.getElement().setAttribute("rel", "noopener noreferrer nofollow");
        return anchor;
    }

    private String say(String key, Locale locale, Object... args) {
        return texts.getTranslation(key, locale, args);
    }
}
