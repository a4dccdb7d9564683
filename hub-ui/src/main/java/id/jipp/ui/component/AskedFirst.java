package id.jipp.ui.component;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;

/** What is asked before something that cannot be undone: its consequence, and the button that does it. */
public final class AskedFirst extends Div {
    /** @param asks shows and hides the question */
    public AskedFirst(Button asks, String consequence, Button does) {
        this(asks, List.of(consequence), does);
    }

    /** As the other, with several sentences each to itself: what stays, what ends. */
    public AskedFirst(Button asks, List<String> consequences, Button does) {
        consequences.forEach(consequence -> add(new Paragraph(consequence)));
        add(does);
        addClassNames("notice", "wrong");
        setVisible(false);
        asks.addClickListener(click -> setVisible(!isVisible()));
    }
}
