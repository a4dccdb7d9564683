package id.jipp.ui.health;

import org.springframework.context.ApplicationEvent;

/** The hub should be closed and started again: it had to let go of its files, and can open them anew. */
public final class StartAgainWanted extends ApplicationEvent {
    public StartAgainWanted(Object source) {
        super(source);
    }
}
