package id.jipp.ui.component;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** What is asked before something that cannot be undone: its consequence, and the button that does it. */
public final class AskedFirst extends Div {
    /** @param asks shows and hides the question */
    public AskedFirst(Button asks, String consequence, Button does) {
        super(new Paragraph(consequence), does);
        addClassNames("notice", "wrong");
        setVisible(false);
        asks.addClickListener(click -> setVisible(!isVisible()));
    }
}
