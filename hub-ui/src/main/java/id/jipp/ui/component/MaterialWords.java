package id.jipp.ui.component;

import id.jipp.core.material.FileState;
import id.jipp.core.material.Material;
import id.jipp.ui.text.Texts;
import java.text.NumberFormat;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What to say of a file. Thread-safe. */
@Component
public final class MaterialWords {
    private static final double KILO = 1024;

    private final Texts texts;

    MaterialWords(Texts texts) {
        this.texts = texts;
    }

    /** {@code Slide, PPTX, 1,2 MB}. */
    public String what(Material material, Locale locale) {
        return texts.getTranslation(
                "material.what",
                locale,
                texts.getTranslation("material.kind." + material.fields().kind().code(), locale),
                ending(material.name()),
                size(material.bytes(), locale));
    }

    /** Whether one can open it, and if not, what it waits for. */
    public String state(Material material, Locale locale) {
        return switch (material.state()) {
            case FileState.Here here -> texts.getTranslation("material.here", locale);
            case FileState.Arriving(int percent) -> texts.getTranslation("material.arriving", locale, percent);
            case FileState.Waiting(FileState.Why why) -> texts.getTranslation("material.waiting." + why.code(), locale);
        };
    }

    /** The class of the dot beside that. */
    public String dot(Material material) {
        return switch (material.state()) {
            case FileState.Here here -> "well";
            case FileState.Arriving arriving -> "wait";
            case FileState.Waiting(FileState.Why why) -> why == FileState.Why.STAYS_AWAY ? "off" : "wait";
        };
    }

    public boolean isHere(Material material) {
        return material.state() instanceof FileState.Here;
    }

    /** The licence as it was said, or that none was. */
    public String licence(Material material, Locale locale) {
        String said = material.fields().licence();
        return said.isEmpty() ? texts.getTranslation("material.licence.none", locale) : said;
    }

    /** Where its bytes are. */
    public static String address(Material material) {
        return "/api/v1/materials/" + material.id().file();
    }

    /** {@code 1,2 MB}: in steps of 1,024, one digit after the comma below ten. */
    public static String size(long bytes, Locale locale) {
        String[] units = {"B", "KB", "MB", "GB"};
        double value = bytes;
        int unit = 0;
        while (value >= KILO && unit < units.length - 1) {
            value /= KILO;
            unit++;
        }
        NumberFormat number = NumberFormat.getNumberInstance(Texts.supported(locale));
        number.setMaximumFractionDigits(unit > 0 && value < 10 ? 1 : 0);
        return number.format(value) + " " + units[unit];
    }

    private static String ending(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toUpperCase(Locale.ROOT);
    }
}
