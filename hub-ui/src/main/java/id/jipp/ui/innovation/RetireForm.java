package id.jipp.ui.innovation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import id.jipp.ui.component.Card;
import java.util.function.Consumer;

/** Asks why an innovation ends, with the consequence beside the question. */
final class RetireForm extends Div {
    private static final int REASON_CHARS_MAX = 500;

    RetireForm(Consumer<String> retire, Runnable leave) {
        TextArea reason = new TextArea(getTranslation("innovation.retire.why"));
        reason.setMaxLength(REASON_CHARS_MAX);
        reason.setRequiredIndicatorVisible(true);
        reason.setHelperText(getTranslation("innovation.retire.examples"));
        reason.setWidthFull();
        Button end = new Button(getTranslation("innovation.retire"), click -> {
            if (reason.getValue().isBlank()) {
                reason.setInvalid(true);
                reason.setErrorMessage(getTranslation("problem.required"));
                reason.focus();
            } else {
                retire.accept(reason.getValue().strip());
            }
        });
        end.addThemeVariants(ButtonVariant.PRIMARY);
        Div row = new Div(end, new Button(getTranslation("words.cancel"), click -> leave.run()));
        row.addClassName("row");
        Paragraph consequence = new Paragraph(getTranslation("innovation.retire.consequence"));
        consequence.addClassNames("quiet", "measure");
        Card card = Card.padded(new H2(getTranslation("innovation.retire.title")), consequence, reason, row);
        card.addClassNames("stack", "ending");
        add(card);
        reason.focus();
    }
}
