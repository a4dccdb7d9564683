package id.jipp.ui.seminar;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;

/** Shows a file in the page with what the browser has for its type; nothing of the file runs in our page. */
final class Viewer extends Div {
    Viewer(String source, String type, String title) {
        addClassName("viewer");
        Element element = switch (kind(type)) {
            case "image" -> new Element("img").setAttribute("alt", title);
            case "video" -> new Element("video").setAttribute("controls", true).setAttribute("preload", "metadata");
            case "audio" -> new Element("audio").setAttribute("controls", true).setAttribute("preload", "metadata");
            default -> new Element("iframe").setAttribute("loading", "lazy");
        };
        element.setAttribute("src", source).setAttribute("title", title);
        getElement().appendChild(element);
        addClassName(kind(type));
    }

    private static String kind(String type) {
        int slash = type.indexOf('/');
        return slash < 0 ? type : type.substring(0, slash);
    }
}
