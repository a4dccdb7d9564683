package id.jipp.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class BundlesTest {
    /** A whole key in the code; one that is put together there ends in a dot and is met by its family below. */
    private static final Pattern USED = Pattern.compile(
            "(?:getTranslation|say|answer|move|line|button|heading|ask|group)\\(\\s*\"([a-z][a-zA-Z0-9.-]*\\.[a-zA-Z0-9.-]*[a-zA-Z0-9])\"");

    @Test
    void everyIndonesianSentenceHasAnEnglishOneAndTheOtherWayRound() throws IOException {
        assertThat(bundle("en").keySet()).isEqualTo(bundle("id").keySet());
    }

    @Test
    void everySentenceTakesTheSameArgumentsInBothLanguages() throws IOException {
        Map<String, String> english = bundle("en");
        bundle("id")
                .forEach((key, sentence) -> assertThat(arguments(english.getOrDefault(key, "")))
                        .as(key)
                        .isEqualTo(arguments(sentence)));
    }

    @Test
    void everySentenceIsAValidForm() throws IOException {
        for (String language : new String[] {"id", "en"}) {
            bundle(language)
                    .forEach((key, sentence) -> assertThat(new MessageFormat(sentence, Locale.of(language))
                                    .format(new Object[] {1, 2, 3, 4, 5, 6}))
                            .as(key)
                            .isNotBlank());
        }
    }

    @Test
    void everyKeyThePagesUseHasASentence() throws IOException {
        Set<String> known = bundle("id").keySet();
        Set<String> missing = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/id/jipp/ui"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher keys = USED.matcher(Files.readString(file));
                while (keys.find()) {
                    String key = keys.group(1);
                    if (!known.contains(key) && known.stream().noneMatch(other -> other.startsWith(key + "."))) {
                        missing.add(file.getFileName() + ": " + key);
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void noKeyIsSaidInTwoBundles() throws IOException {
        Set<String> seen = new TreeSet<>();
        for (Properties properties : files("id").values()) {
            for (String key : properties.stringPropertyNames()) {
                assertThat(seen.add(key)).as(key).isTrue();
            }
        }
    }

    private static Set<String> arguments(String sentence) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = Pattern.compile("\\{(\\d)").matcher(sentence);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static Map<String, String> bundle(String language) throws IOException {
        Map<String, String> all = new TreeMap<>();
        files(language)
                .values()
                .forEach(properties ->
                        properties.stringPropertyNames().forEach(key -> all.put(key, properties.getProperty(key))));
        assertThat(all).isNotEmpty();
        return all;
    }

    private static Map<String, Properties> files(String language) throws IOException {
        Map<String, Properties> files = new TreeMap<>();
        for (Resource resource : new PathMatchingResourcePatternResolver()
                .getResources("classpath:i18n/*_" + language + ".properties")) {
            Properties properties = new Properties();
            try (InputStreamReader reader = new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8)) {
                properties.load(reader);
            }
            files.put(String.valueOf(resource.getFilename()), properties);
        }
        return files;
    }
}
