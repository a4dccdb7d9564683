package id.jipp.ui.component;

import id.jipp.core.peer.Absence;
import id.jipp.core.peer.Passed;
import id.jipp.ui.text.Moments;
import id.jipp.ui.text.Texts;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What was made up for after a time without contact, in sentences. Thread-safe. */
@Component
public final class AbsenceWords {
    private static final int NAMED_MAX = 6;

    private final Texts texts;
    private final Moments moments;
    private final HubNames hubs;

    AbsenceWords(Texts texts, Moments moments, HubNames hubs) {
        this.texts = texts;
        this.moments = moments;
        this.hubs = hubs;
    }

    /** Since when, until when, how much came and went, and from whom. */
    public String sentence(Absence absence, Locale locale) {
        long came = absence.passed().stream().mapToLong(Passed::came).sum();
        long went = absence.passed().stream().mapToLong(Passed::went).sum();
        StringBuilder all = new StringBuilder(say(
                "ledger.absence",
                locale,
                moments.recent(absence.from(), locale),
                moments.recent(absence.until(), locale)));
        if (came + went > 0) {
            all.append(' ').append(say("ledger.absence.passed", locale, came, went));
        } else if (absence.over()) {
            all.append(' ').append(say("ledger.absence.nothing", locale));
        }
        if (came > 0) {
            all.append(' ').append(say("ledger.absence.from", locale, authors(absence.passed(), locale)));
        }
        if (!absence.over()) {
            all.append(' ').append(say("ledger.absence.open", locale));
        }
        return all.toString();
    }

    private String authors(List<Passed> passed, Locale locale) {
        List<String> named = passed.stream()
                .filter(part -> part.came() > 0)
                .map(part -> say(
                        "ledger.absence." + part.kind().name().toLowerCase(Locale.ROOT),
                        locale,
                        hubs.of(part.author()),
                        part.came()))
                .toList();
        String first = String.join(", ", named.subList(0, Math.min(NAMED_MAX, named.size())));
        return named.size() <= NAMED_MAX ? first : say("ledger.absence.more", locale, first, named.size() - NAMED_MAX);
    }

    private String say(String key, Locale locale, Object... args) {
        return texts.getTranslation(key, locale, args);
    }
}
