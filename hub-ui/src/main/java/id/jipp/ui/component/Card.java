package id.jipp.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Section;

/** A white surface with a hairline around it. */
public final class Card extends Section {
    public Card(Component... content) {
        addClassName("card");
        add(content);
    }

    /** One with room around what it holds. */
    public static Card padded(Component... content) {
        Card card = new Card(content);
        card.addClassName("pad");
        return card;
    }
}
