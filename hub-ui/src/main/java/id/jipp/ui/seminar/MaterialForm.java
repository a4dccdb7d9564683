package id.jipp.ui.seminar;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import id.jipp.core.material.MaterialFields;
import id.jipp.core.material.MaterialKind;
import id.jipp.core.material.Share;
import id.jipp.core.outcome.Problem;
import id.jipp.ui.component.Said;
import id.jipp.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is said of a file: its title, what it is, under which licence, whether its speaker agreed, and who may have it. */
final class MaterialForm extends Div {
    private static final List<String> LICENCES = List.of("CC BY 4.0", "CC BY-SA 4.0", "CC0 1.0");

    private final Texts texts;
    private final TextField title = new TextField();
    private final Select<MaterialKind> kind = new Select<>();
    private final ComboBox<String> licence = new ComboBox<>();
    private final RadioButtonGroup<Share> share = new RadioButtonGroup<>();
    private final Checkbox consent = new Checkbox();
    private final Div said = new Div();

    MaterialForm(Texts texts) {
        this.texts = texts;
        addClassName("material-form");
        title.setLabel(getTranslation("material.title"));
        kind.setLabel(getTranslation("material.kind"));
        kind.setItems(MaterialKind.values());
        kind.setItemLabelGenerator(one -> getTranslation("material.kind." + one.code()));
        licence.setLabel(getTranslation("material.licence"));
        licence.setHelperText(getTranslation("material.licence.help"));
        licence.setAllowCustomValue(true);
        licence.setItems(licences());
        licence.addCustomValueSetListener(typed -> licence.setValue(typed.getDetail()));
        licence.setClearButtonVisible(true);
        share.setLabel(getTranslation("material.share"));
        share.setItems(Share.NETWORK, Share.HUB);
        share.setItemLabelGenerator(one -> getTranslation("material.share." + one.code()));
        consent.setLabel(getTranslation("material.consent"));
        add(said, title, kind, licence, consent, share);
    }

    /** The usual ones; what they are called is part of what is told, so it is the same in every language. */
    private List<String> licences() {
        List<String> all = new ArrayList<>(LICENCES);
        all.add(texts.getTranslation("material.licence.network-only", Texts.INDONESIAN));
        all.add(texts.getTranslation("material.licence.reserved", Texts.INDONESIAN));
        return all;
    }

    MaterialForm fill(MaterialFields fields) {
        title.setValue(fields.title());
        kind.setValue(fields.kind());
        String said = fields.licence();
        if (!said.isEmpty()) {
            licence.setValue(said);
        }
        consent.setValue(fields.consent());
        share.setValue(fields.share());
        return this;
    }

    MaterialFields read() {
        String chosen = licence.getValue();
        return new MaterialFields(
                title.getValue(), kind.getValue(), chosen == null ? "" : chosen, consent.getValue(), share.getValue());
    }

    /** Puts each problem at its field, the rest above. */
    void mark(List<Problem> problems) {
        Map<String, HasValidation> fields = Map.of("title", title, "licence", licence, "consent", consent);
        clear();
        for (Problem problem : problems) {
            String sentence = texts.say(problem, getLocale());
            HasValidation field = fields.get(problem.field());
            if (field == null) {
                said.add(Said.wrong(sentence));
            } else {
                field.setErrorMessage(sentence);
                field.setInvalid(true);
            }
        }
    }

    void clear() {
        said.removeAll();
        title.setInvalid(false);
        licence.setInvalid(false);
        consent.setInvalid(false);
    }
}
