package id.jipp.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;

/** The one search for everything. {@code /} goes to it, Enter searches. */
final class Finder extends Div {
    private static final int QUERY_CHARS_MAX = 200;

    private final Input field = new Input();

    Finder() {
        addClassName("find");
        getElement().setAttribute("role", "search");
        field.setType("search");
        field.setPlaceholder(getTranslation("shell.search"));
        field.getElement()
                .setAttribute("aria-label", getTranslation("shell.search"))
                .setAttribute("maxlength", String.valueOf(QUERY_CHARS_MAX))
                .setAttribute("enterkeyhint", "search");
        field.getElement()
                .addEventListener(
                        "keydown",
                        key -> search(key.getEventData().get("element.value").asString("")))
                .setFilter("event.key === 'Enter'")
                .addEventData("element.value");
        add(field, key());
    }

    /** Shows what the page at that location was searched for. */
    void at(Location location) {
        List<String> words = location.getPath().equals("inovasi")
                ? location.getQueryParameters().getParameters("q")
                : List.of();
        field.setValue(words.isEmpty() ? "" : words.getFirst());
    }

    void search(String words) {
        String asked = words.strip();
        UI.getCurrent()
                .navigate(
                        "inovasi",
                        asked.isEmpty()
                                ? QueryParameters.empty()
                                : QueryParameters.of(
                                        "q", asked.substring(0, Math.min(asked.length(), QUERY_CHARS_MAX))));
    }

    private static Span key() {
        Span key = new Span();
        Element kbd = new Element("kbd");
        kbd.setText("/");
        key.getElement().appendChild(kbd).setAttribute("aria-hidden", "true");
        return key;
    }
}
