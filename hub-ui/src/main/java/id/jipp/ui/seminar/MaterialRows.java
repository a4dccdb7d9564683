package id.jipp.ui.seminar;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import id.jipp.core.material.Material;
import id.jipp.core.material.Materials;
import id.jipp.core.material.Share;
import id.jipp.core.person.Person;
import id.jipp.core.seminar.Seminar;
import id.jipp.ui.component.Card;
import id.jipp.ui.component.MaterialWords;
import id.jipp.ui.component.Standing;
import id.jipp.ui.component.Way;
import id.jipp.ui.text.Texts;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The materials of a seminar as a list: what each is, under which licence, and where its bytes are now. */
@Component
class MaterialRows {
    private final Materials materials;
    private final MaterialWords words;
    private final Texts texts;

    MaterialRows(Materials materials, MaterialWords words, Texts texts) {
        this.materials = materials;
        this.words = words;
        this.texts = texts;
    }

    /** @param mine whether who looks may change the seminar */
    Card card(Seminar seminar, boolean mine, Person person, Locale locale) {
        List<Material> all = materials.of(seminar.id(), person);
        Card card = new Card(new H2(texts.getTranslation("material.list", locale)));
        card.addClassName("materials");
        if (all.isEmpty()) {
            Paragraph none = new Paragraph(texts.getTranslation(mine ? "material.none.mine" : "material.none", locale));
            none.addClassName("quiet");
            card.add(none);
            return card;
        }
        UnorderedList list = new UnorderedList();
        all.forEach(material -> list.add(row(material, mine, locale)));
        card.add(list);
        return card;
    }

    private ListItem row(Material material, boolean mine, Locale locale) {
        Way way = new Way(MaterialView.path(material.id()), material.fields().title());
        way.addClassName("title");
        Div facts = new Div(
                new Span(words.what(material, locale)),
                new Span(words.licence(material, locale)),
                new Standing(words.state(material, locale), words.dot(material)));
        facts.addClassNames("row", "quiet", "small");
        if (mine && material.fields().share() == Share.HUB) {
            Span own = new Span(texts.getTranslation("material.share.hub.short", locale));
            own.addClassName("own");
            facts.add(own);
        }
        Div said = new Div(way, facts);
        said.addClassName("words");
        ListItem item = new ListItem(said);
        if (words.isHere(material)) {
            item.add(download(material, locale));
        }
        return item;
    }

    private Anchor download(Material material, Locale locale) {
        Anchor save = new Anchor(MaterialWords.address(material), texts.getTranslation("material.download", locale));
        save.getElement().setAttribute("download", material.name());
        save.addClassName("btn");
        save.setAriaLabel(texts.getTranslation(
                "material.download.what", locale, material.fields().title()));
        save.setRouterIgnore(true);
        return save;
    }
}
