package id.jipp.ui.component;

import id.jipp.core.outcome.Outcome;
import id.jipp.ui.text.Texts;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Puts a refusal into words. Thread-safe. */
@Component
public final class Refusal {
    private final Texts texts;

    Refusal(Texts texts) {
        this.texts = texts;
    }

    /** What was refused and why, to show in the page. */
    public Said said(Outcome.Refused<?> refused, Locale locale) {
        return Said.wrong(refused.problems().stream()
                .map(problem -> texts.say(problem, locale))
                .toArray(String[]::new));
    }
}
