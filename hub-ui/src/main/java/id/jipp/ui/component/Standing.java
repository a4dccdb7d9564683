package id.jipp.ui.component;

import com.vaadin.flow.component.html.Span;

/** How something stands: a dot and words; never the colour alone. */
public final class Standing extends Span {
    /** @param dot {@code well}, {@code wait}, {@code off} or {@code bad} */
    public Standing(String words, String dot) {
        addClassName("tag");
        Span mark = new Span();
        mark.addClassNames("dot", dot);
        mark.getElement().setAttribute("aria-hidden", "true");
        add(mark, new Span(words));
    }
}
