package id.jipp.ui.open;

import id.jipp.core.innovation.Innovation;
import id.jipp.core.innovation.InnovationFields;
import id.jipp.core.innovation.Phase;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An innovation in the public list.
 *
 * @param says one sentence, of the result where there is one
 * @param phase the name outside; null if not said
 */
record Card(
        String id,
        String title,
        String localName,
        String agency,
        String area,
        String hub,
        String says,
        @Nullable String phase,
        String status) {
    private static final int SAYS_LENGTH_MAX = 220;

    static Card of(Innovation innovation, String area, String hub) {
        InnovationFields fields = innovation.fields();
        Phase phase = fields.phase();
        return new Card(
                innovation.id().toString(),
                fields.title(),
                fields.localName().equalsIgnoreCase(fields.title()) ? "" : fields.localName(),
                fields.agency(),
                fields.agency().toLowerCase(Locale.ROOT).contains(area.toLowerCase(Locale.ROOT)) ? "" : area,
                hub,
                sentence(fields),
                phase == null ? null : phase.code(),
                innovation.status().code());
    }

    static String sentence(InnovationFields fields) {
        String text = fields.result().isBlank()
                ? fields.summary().isBlank() ? fields.solution() : fields.summary()
                : fields.result();
        return text.length() <= SAYS_LENGTH_MAX
                ? text
                : text.substring(0, SAYS_LENGTH_MAX).strip() + "…";
    }
}
