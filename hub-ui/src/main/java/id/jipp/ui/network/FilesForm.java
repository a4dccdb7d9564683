package id.jipp.ui.network;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import id.jipp.core.peer.FilePolicy;
import java.util.Locale;
import java.util.Objects;

/** Which files come from one hub by themselves, when and how fast, and whether ours may be fetched. */
final class FilesForm extends Div {
    private final RadioButtonGroup<FilePolicy.Take> take = new RadioButtonGroup<>();
    private final IntegerField megabytes = number("network.files.megabytes", FilePolicy.MEGABYTES_MAX);
    private final IntegerField speed = number("network.files.speed", FilePolicy.KILOBYTES_PER_SECOND_MAX);
    private final Checkbox overnight = new Checkbox(getTranslation("network.files.overnight"));
    private final Checkbox gives = new Checkbox(getTranslation("network.files.gives"));

    FilesForm(FilePolicy files) {
        addClassName("files");
        take.setLabel(getTranslation("network.policy.files"));
        take.setHelperText(getTranslation("network.policy.files.what"));
        take.setItems(FilePolicy.Take.ALL, FilePolicy.Take.UNDER, FilePolicy.Take.ON_REQUEST, FilePolicy.Take.NONE);
        take.setItemLabelGenerator(
                each -> getTranslation("network.files." + each.name().toLowerCase(Locale.ROOT)));
        take.addValueChangeListener(change -> fit());
        megabytes.setValue(files.megabytesMax());
        speed.setValue(files.kilobytesPerSecondMax());
        speed.setHelperText(getTranslation("network.files.zero"));
        megabytes.setHelperText(getTranslation("network.files.zero"));
        overnight.setValue(files.overnight());
        gives.setValue(files.gives());
        take.setValue(files.take());
        add(take, megabytes, speed, overnight, gives);
        fit();
    }

    /** As it stands; a number that makes no sense counts as the nearest that does. */
    FilePolicy read() {
        return new FilePolicy(
                gives.getValue(),
                take.getValue(),
                within(megabytes, FilePolicy.MEGABYTES_MAX),
                overnight.getValue(),
                within(speed, FilePolicy.KILOBYTES_PER_SECOND_MAX));
    }

    private void fit() {
        FilePolicy.Take chosen = take.getValue();
        boolean comes = chosen == FilePolicy.Take.UNDER || chosen == FilePolicy.Take.ALL;
        megabytes.setVisible(chosen == FilePolicy.Take.UNDER);
        overnight.setVisible(comes);
        speed.setVisible(chosen != FilePolicy.Take.NONE);
    }

    private static int within(IntegerField field, int most) {
        return Math.clamp(Objects.requireNonNullElse(field.getValue(), 0), 0, most);
    }

    private IntegerField number(String key, int most) {
        IntegerField field = new IntegerField(getTranslation(key));
        field.setMin(0);
        field.setMax(most);
        return field;
    }
}
