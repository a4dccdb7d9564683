package id.jipp.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;

/** A page inside the frame: one {@code h1}, what it is about in a line, what one may do, and its content. */
public abstract class HubPage extends Div implements HasDynamicTitle {
    private final H1 title = new H1();
    private final Paragraph about = new Paragraph();
    private final Div actions = new Div();
    private final Div words = new Div(title, about);
    private final Div heading = new Div(words, actions);

    protected HubPage() {
        addClassName("page");
        heading.addClassName("heading");
        words.addClassName("words");
        actions.addClassName("actions");
        about.addClassName("quiet");
        about.setVisible(false);
        actions.setVisible(false);
        add(heading);
    }

    /** Sets the {@code h1}; it is the window's title too. */
    protected final void title(String text) {
        title.setText(text);
        getUI().ifPresent(ui -> ui.getPage().setTitle(getPageTitle()));
    }

    /** Sets the line under the title; an empty text takes it away. */
    protected final void about(String text) {
        about.setText(text);
        about.setVisible(!text.isEmpty());
    }

    /** Puts a component of its own under the title, in place of the line. */
    protected final void about(Component component) {
        about.removeAll();
        about.add(component);
        about.setVisible(true);
    }

    /** Puts something above the title, such as the way back. */
    protected final void above(Component component) {
        words.getChildren()
                .filter(child -> child != title && child != about)
                .toList()
                .forEach(words::remove);
        words.addComponentAsFirst(component);
    }

    /** What one may do here, the main thing last. */
    protected final void actions(Component... components) {
        actions.removeAll();
        actions.add(components);
        actions.setVisible(components.length > 0);
    }

    @Override
    public String getPageTitle() {
        return title.getText() + " · JIPP Hub";
    }
}
