package id.jipp.ui.seminar;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import id.jipp.core.material.Material;
import id.jipp.core.material.MaterialFields;
import id.jipp.core.material.MaterialKind;
import id.jipp.core.material.Share;
import id.jipp.core.material.Upload;
import id.jipp.core.outcome.Outcome;
import id.jipp.ui.component.Card;
import id.jipp.ui.component.MaterialWords;
import id.jipp.ui.text.Texts;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A file that is whole at the hub and belongs to nothing yet: what it is, and the button that gives it to its seminar. */
final class ArrivedFile extends Div {
    private final MaterialForm form;

    ArrivedFile(
            Texts texts,
            Upload upload,
            Function<MaterialFields, Outcome<Material>> attach,
            Supplier<Outcome<Boolean>> throwAway,
            Consumer<Material> attached,
            Runnable thrownAway) {
        this.form = new MaterialForm(texts)
                .fill(new MaterialFields(stem(upload.name()), kind(upload.type()), "", false, Share.NETWORK));
        Button add = new Button(getTranslation("upload.attach"), click -> {
            switch (attach.apply(form.read())) {
                case Outcome.Done<Material> done -> attached.accept(done.value());
                case Outcome.Refused<Material> refused -> form.mark(refused.problems());
            }
        });
        add.addThemeVariants(ButtonVariant.PRIMARY);
        Button away = new Button(getTranslation("upload.throw-away"), click -> {
            switch (throwAway.get()) {
                case Outcome.Done<Boolean> done -> thrownAway.run();
                case Outcome.Refused<Boolean> refused -> form.mark(refused.problems());
            }
        });
        away.addClassName("btn");
        Div row = new Div(add, away);
        row.addClassName("row");
        Paragraph what = new Paragraph(
                getTranslation("upload.whole", upload.name(), MaterialWords.size(upload.bytes(), getLocale())));
        what.addClassNames("quiet", "small");
        Card card = Card.padded(new H2(getTranslation("upload.what-is-it", stem(upload.name()))), what, form, row);
        card.addClassNames("stack", "arrived");
        add(card);
    }

    private static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return (dot > 0 ? name.substring(0, dot) : name).replace('_', ' ').replace('-', ' ');
    }

    private static MaterialKind kind(@Nullable String type) {
        if (type == null) {
            return MaterialKind.OTHER;
        }
        if (type.contains("presentation")) {
            return MaterialKind.SLIDES;
        }
        if (type.contains("spreadsheet") || type.equals("text/csv")) {
            return MaterialKind.DATA;
        }
        return switch (type.substring(0, Math.max(0, type.indexOf('/')))) {
            case "video" -> MaterialKind.VIDEO;
            case "audio" -> MaterialKind.AUDIO;
            case "image" -> MaterialKind.IMAGE;
            default -> type.equals("application/zip") ? MaterialKind.OTHER : MaterialKind.PAPER;
        };
    }
}
