package id.jipp.ui.text;

import id.jipp.core.settings.HubSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Finds the bundles of every feature, and tells the time of this hub's area. */
@Configuration
class TextsConfiguration {
    @Bean
    MessageSource messageSource() throws IOException {
        return bundles();
    }

    static MessageSource bundles() throws IOException {
        ReloadableResourceBundleMessageSource source = new ReloadableResourceBundleMessageSource();
        source.setDefaultEncoding(StandardCharsets.UTF_8.name());
        source.setFallbackToSystemLocale(false);
        source.setDefaultLocale(Texts.INDONESIAN);
        source.setAlwaysUseMessageFormat(true);
        source.setBasenames(
                Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath:i18n/*_id.properties"))
                        .map(resource -> "classpath:i18n/"
                                + String.valueOf(resource.getFilename()).replace("_id.properties", ""))
                        .sorted()
                        .toArray(String[]::new));
        return source;
    }

    @Bean
    Moments moments(HubSettings settings, Clock clock) {
        return new Moments(settings.area(), clock);
    }
}
