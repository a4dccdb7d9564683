package id.jipp.ui.text;

import com.vaadin.flow.i18n.I18NProvider;
import id.jipp.core.outcome.Problem;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Every sentence by its key. The bundles are {@code i18n/<feature>_id.properties} and {@code _en.properties}; sentences
 * with arguments are {@link java.text.MessageFormat}s. A key without a sentence fails the build.
 */
@Component
public class Texts implements I18NProvider {
    public static final Locale INDONESIAN = Locale.of("id", "ID");

    private final MessageSource source;

    Texts(MessageSource source) {
        this.source = source;
    }

    /** For a command, which has no application around it. */
    public static Texts ofBundles() throws IOException {
        return new Texts(TextsConfiguration.bundles());
    }

    /** Indonesian first: it is what an unknown language gets. */
    @Override
    public List<Locale> getProvidedLocales() {
        return List.of(INDONESIAN, Locale.ENGLISH);
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... params) {
        return source.getMessage(key, params, supported(locale));
    }

    /** What is wrong, in words, with what to do. */
    public String say(Problem problem, Locale locale) {
        return source.getMessage("problem." + problem.reason(), problem.args().toArray(), supported(locale));
    }

    /** English for English, Indonesian for all else. */
    public static Locale supported(Locale locale) {
        return locale.getLanguage().equals("en") ? Locale.ENGLISH : INDONESIAN;
    }
}
