package id.jipp.ui.component;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** A short notice in the page, read out by screen readers when it appears. */
public final class Said extends Div {
    private Said(String kind, String role, String... sentences) {
        addClassNames("notice", kind);
        getElement().setAttribute("role", role);
        for (String sentence : sentences) {
            add(new Paragraph(sentence));
        }
    }

    /** Something went well, or is simply so. */
    public static Said well(String... sentences) {
        return new Said("well", "status", sentences);
    }

    /** Something waits for this person. */
    public static Said needsYou(String... sentences) {
        return new Said("needs-you", "status", sentences);
    }

    /** What happened, what is safe, what to do. */
    public static Said wrong(String... sentences) {
        return new Said("wrong", "alert", sentences);
    }
}
