package id.jipp.ui.component;

import com.vaadin.flow.component.html.Span;

/** A drawing beside a word; silent to screen readers because the word says it all. */
public final class Icon extends Span {
    /** @param name as in {@code styles.css}: {@code icon-<name>} */
    public Icon(String name) {
        addClassNames("icon", "icon-" + name);
        getElement().setAttribute("aria-hidden", "true");
    }
}
