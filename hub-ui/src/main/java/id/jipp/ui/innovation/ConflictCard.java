package id.jipp.ui.innovation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** Somebody saved in between: shows both texts side by side and lets the person choose. Nothing is lost until then. */
final class ConflictCard extends Div {
    ConflictCard(List<Differences.Difference> differences, Runnable keepMine, Runnable takeTheirs) {
        addClassNames("notice", "needs-you", "conflict");
        getElement().setAttribute("role", "alert");
        add(new H2(getTranslation("innovation.conflict")), new Paragraph(getTranslation("innovation.conflict.what")));
        for (Differences.Difference difference : differences) {
            Div both = new Div(
                    side("innovation.conflict.theirs", difference.theirs()),
                    side("innovation.conflict.mine", difference.mine()));
            both.addClassName("both");
            add(new Section(new H3(difference.field()), both));
        }
        Button mine = new Button(getTranslation("innovation.conflict.keep-mine"), click -> keepMine.run());
        mine.addThemeVariants(ButtonVariant.PRIMARY);
        Button theirs = new Button(getTranslation("innovation.conflict.take-theirs"), click -> takeTheirs.run());
        Div row = new Div(mine, theirs);
        row.addClassName("row");
        add(row);
    }

    private Div side(String key, String text) {
        Span whose = new Span(getTranslation(key));
        whose.addClassNames("quiet", "small");
        return new Div(
                new Paragraph(whose),
                new Paragraph(text.isBlank() ? getTranslation("innovation.conflict.empty") : text));
    }
}
