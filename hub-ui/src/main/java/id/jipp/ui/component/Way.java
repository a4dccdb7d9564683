package id.jipp.ui.component;

import com.vaadin.flow.component.html.Anchor;

/** A link to a page of this program, followed without loading everything anew. */
public final class Way extends Anchor {
    public Way(String path, String text) {
        super(path, text);
        setRouterIgnore(false);
        getElement().setAttribute("router-link", true);
    }

    /** A link that looks like a button. */
    public static Way button(String path, String text) {
        Way way = new Way(path, text);
        way.addClassName("btn");
        return way;
    }

    /** The page's main thing to do. */
    public static Way first(String path, String text) {
        Way way = button(path, text);
        way.addClassName("first");
        return way;
    }
}
