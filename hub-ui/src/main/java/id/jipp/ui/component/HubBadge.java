package id.jipp.ui.component;

import com.vaadin.flow.component.html.Span;

/** The small mark of the hub something belongs to. */
public final class HubBadge extends Span {
    public HubBadge(String hubName) {
        super(hubName);
        addClassName("hub");
    }
}
