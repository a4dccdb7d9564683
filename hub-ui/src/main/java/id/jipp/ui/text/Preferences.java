package id.jipp.ui.text;

import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How somebody likes to read on this device: language, light or dark, more contrast, larger text, less motion. Kept in
 * cookies, so that the public pages and the first paint know it too.
 *
 * @param chosenLanguage null where none was chosen
 * @param scheme {@code light}, {@code dark}, or {@code system}
 */
public record Preferences(
        @Nullable Locale chosenLanguage, String scheme, boolean moreContrast, boolean largerText, boolean lessMotion) {
    public static final String LANGUAGE = "jipp-language";
    public static final String SCHEME = "jipp-scheme";
    public static final String CONTRAST = "jipp-contrast";
    public static final String TEXT = "jipp-text";
    public static final String MOTION = "jipp-motion";

    /** Reads what a request brought; unknown values count as not chosen. */
    public static Preferences of(Cookie @Nullable [] cookies) {
        Map<String, String> chosen = new TreeMap<>();
        if (cookies != null) {
            Arrays.stream(cookies)
                    .filter(cookie -> cookie.getValue() != null)
                    .forEach(cookie -> chosen.put(cookie.getName(), cookie.getValue()));
        }
        String scheme = chosen.getOrDefault(SCHEME, "system");
        return new Preferences(
                RequestLanguage.named(chosen.get(LANGUAGE)),
                scheme.equals("light") || scheme.equals("dark") ? scheme : "system",
                "more".equals(chosen.get(CONTRAST)),
                "larger".equals(chosen.get(TEXT)),
                "less".equals(chosen.get(MOTION)));
    }

    /** Indonesian unless another was chosen. */
    public Locale language() {
        return chosenLanguage == null ? Texts.INDONESIAN : chosenLanguage;
    }

    /** What the {@code html} element carries for the style sheet to act on. */
    public Map<String, String> htmlAttributes() {
        Map<String, String> attributes = new TreeMap<>();
        attributes.put("lang", language().getLanguage());
        if (!scheme.equals("system")) {
            attributes.put("style", "color-scheme: " + scheme);
        }
        if (moreContrast) {
            attributes.put("data-contrast", "more");
        }
        if (largerText) {
            attributes.put("data-text", "larger");
        }
        if (lessMotion) {
            attributes.put("data-motion", "less");
        }
        return attributes;
    }
}
