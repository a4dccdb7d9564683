package id.jipp.ui.component;

import id.jipp.core.area.Areas;
import id.jipp.core.innovation.Innovation;
import id.jipp.core.innovation.InnovationFields;
import id.jipp.core.innovation.Phase;
import id.jipp.core.innovation.Status;
import id.jipp.ui.text.Moments;
import id.jipp.ui.text.Texts;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** An innovation in the words of the screens. Thread-safe. */
@Component
public final class InnovationWords {
    private static final int SENTENCE_CHARS_MAX = 220;

    private final Texts texts;
    private final Moments moments;
    private final Areas areas;
    private final HubNames hubs;

    InnovationWords(Texts texts, Moments moments, Areas areas, HubNames hubs) {
        this.texts = texts;
        this.moments = moments;
        this.areas = areas;
        this.hubs = hubs;
    }

    /** Its title; a draft may not have one yet. */
    public String title(InnovationFields fields, Locale locale) {
        return fields.title().isBlank() ? say("innovation.untitled", locale) : fields.title();
    }

    /** {@code Pelembagaan, hidup}; what is wrong comes first where something is. */
    public String standing(Innovation innovation, Locale locale) {
        Phase phase = innovation.fields().phase();
        if (innovation.status() == Status.ACTIVE) {
            return phase == null
                    ? say("words.vital.active.alone", locale)
                    : say("words.phase-and-vital", locale, phase(phase, locale), say("words.vital.active", locale));
        }
        return say("words.vital." + innovation.status().code(), locale, detail(innovation, locale));
    }

    /** The class of the dot beside the standing. */
    public String dot(Innovation innovation) {
        if (innovation.status() == Status.ACTIVE) {
            return "well";
        }
        return innovation.status() == Status.UNCONFIRMED ? "wait" : "off";
    }

    public String phase(Phase phase, Locale locale) {
        return say("words.phase." + phase.code(), locale);
    }

    /** {@code Pemerintah Kabupaten Klungkung, Bali}; the area is left out where the agency's name has it already. */
    public String place(Innovation innovation, Locale locale) {
        String agency = innovation.fields().agency();
        String area = areas.nameOf(innovation.area());
        if (agency.isBlank()) {
            return area;
        }
        boolean said = agency.toLowerCase(Texts.INDONESIAN).contains(bare(area));
        String province = areas.nameOf(innovation.area().province());
        if (said) {
            return agency.toLowerCase(Texts.INDONESIAN).contains(bare(province))
                    ? agency
                    : say("words.place", locale, agency, province);
        }
        return say("words.place", locale, agency, area);
    }

    /** The one sentence a card shows: the result, or else the summary; cut at a word. */
    public String sentence(Innovation innovation) {
        String result = innovation.fields().result().strip();
        String text = result.isEmpty() ? innovation.fields().summary().strip() : result;
        int end = text.indexOf(". ");
        String first = end > 0 ? text.substring(0, end + 1) : text;
        if (first.length() <= SENTENCE_CHARS_MAX) {
            return first;
        }
        int space = first.lastIndexOf(' ', SENTENCE_CHARS_MAX);
        return first.substring(0, space > 0 ? space : SENTENCE_CHARS_MAX) + " …";
    }

    /** {@code Top 40, 2018}; empty if neither is known. */
    public String award(Innovation innovation, Locale locale) {
        Integer year = innovation.fields().year();
        String award = innovation.fields().award().strip();
        if (award.isEmpty()) {
            return year == null ? "" : year.toString();
        }
        return year == null ? award : say("words.award-and-year", locale, award, year.toString());
    }

    public String hub(Innovation innovation) {
        return hubs.of(innovation.id().hub());
    }

    private String detail(Innovation innovation, Locale locale) {
        if (innovation.status() == Status.RETIRED) {
            String reason = innovation.retiredReason();
            return reason == null ? "" : reason;
        }
        return innovation.confirmedAt() == null ? "" : moments.date(innovation.confirmedAt(), locale);
    }

    private String say(String key, Locale locale, Object... args) {
        return texts.getTranslation(key, locale, args);
    }

    private static String bare(String area) {
        return area.toLowerCase(Texts.INDONESIAN).replaceFirst("^(kabupaten|kab\\.|kota|provinsi) ", "");
    }
}
