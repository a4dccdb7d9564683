package id.jipp.ui.component;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import id.jipp.core.log.ErasureReason;
import java.util.function.Consumer;

/** Asks why something is to be erased for good, with the consequence beside the question. */
public final class ErasureForm extends Div {
    public ErasureForm(String consequence, Consumer<ErasureReason> erase, Runnable leave) {
        RadioButtonGroup<ErasureReason> reason = new RadioButtonGroup<>(getTranslation("trust.erase.why"));
        reason.setItems(ErasureReason.values());
        reason.setItemLabelGenerator(each -> getTranslation("trust.erase.why." + each.code()));
        reason.setValue(ErasureReason.PERSON);
        Button really = new Button(getTranslation("trust.erase.really"), click -> erase.accept(reason.getValue()));
        really.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
        really.setDisableOnClick(true);
        Div row = new Div(really, new Button(getTranslation("words.cancel"), click -> leave.run()));
        row.addClassName("row");
        Paragraph told = new Paragraph(consequence);
        told.addClassName("measure");
        Card card = Card.padded(new H2(getTranslation("trust.erase.title")), told, reason, row);
        card.addClassNames("stack", "ending");
        add(card);
    }
}
