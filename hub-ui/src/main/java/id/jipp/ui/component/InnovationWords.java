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
    private static final int SAYS_CHARS_MAX = 260;
    private static final String SENTENCE_ENDS = ".!?…";

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

    /** {@code Pelembagaan, hidup}; what is wrong comes first where something is, and that it is read elsewhere. */
    public String standing(Innovation innovation, Locale locale) {
        String standing = ofItself(innovation, locale);
        return innovation.reference() ? say("words.reference", locale, standing) : standing;
    }

    private String ofItself(Innovation innovation, Locale locale) {
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

    /** What it is called where it is at home; empty where that is its title. */
    public String localName(Innovation innovation) {
        String local = innovation.fields().localName().strip();
        return local.equalsIgnoreCase(innovation.fields().title().strip()) ? "" : local;
    }

    /** What a card says: what it is and what came of it, the first sentence of each; what is done where there is neither. */
    public String says(Innovation innovation) {
        InnovationFields fields = innovation.fields();
        String summary = firstSentence(fields.summary());
        String result = firstSentence(fields.result());
        if (summary.isEmpty() && result.isEmpty()) {
            return cut(firstSentence(fields.solution()));
        }
        boolean same = summary.isEmpty() || result.isEmpty() || result.startsWith(summary);
        return cut(same ? (result.isEmpty() ? summary : result) : summary + ' ' + result);
    }

    private static String firstSentence(String text) {
        String one = text.strip();
        int end = one.indexOf(". ");
        String first = end > 0 ? one.substring(0, end + 1) : one;
        return first.isEmpty() || SENTENCE_ENDS.indexOf(first.charAt(first.length() - 1)) >= 0 ? first : first + '.';
    }

    private static String cut(String text) {
        if (text.length() <= SAYS_CHARS_MAX) {
            return text;
        }
        int space = text.lastIndexOf(' ', SAYS_CHARS_MAX);
        return text.substring(0, space > 0 ? space : SAYS_CHARS_MAX) + " …";
    }

    /** {@code Top 40, 2018}; the award alone where it has the year in it; empty if neither is known. */
    public String award(Innovation innovation, Locale locale) {
        Integer year = innovation.fields().year();
        String award = innovation.fields().award().strip();
        if (award.isEmpty()) {
            return year == null ? "" : year.toString();
        }
        return year == null || award.contains(year.toString())
                ? award
                : say("words.award-and-year", locale, award, year.toString());
    }

    /** {@code 24 Nov 2026}: the day it was published; empty for a draft. */
    public String published(Innovation innovation, Locale locale) {
        return innovation.publishedAt() == null ? "" : moments.date(innovation.publishedAt(), locale);
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
