package id.jipp.ui.text;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/**
 * The language a request is answered in, by one rule everywhere: what {@code ?lang=} names, else what the reader chose
 * before (in the menu or by {@code ?lang=}; a cookie), else Indonesian. What a browser merely accepts counts for the API
 * alone, before the default.
 */
@Component("localeResolver")
public class RequestLanguage implements LocaleResolver {
    private static final String IN_ADDRESS = "lang=";

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        Locale chosen = chosen(request);
        if (chosen != null) {
            return chosen;
        }
        return isOfApi(request) ? accepted(request) : Texts.INDONESIAN;
    }

    /** The language of a page, and of the sockets it opens. */
    public static Locale ofPage(HttpServletRequest request) {
        Locale chosen = chosen(request);
        return chosen == null ? Texts.INDONESIAN : chosen;
    }

    /** Keeps it for the pages after, also for their scripts, which write the same cookie. */
    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        if (response != null && locale != null) {
            response.addHeader(
                    HttpHeaders.SET_COOKIE,
                    ResponseCookie.from(
                                    Preferences.LANGUAGE,
                                    Texts.supported(locale).getLanguage())
                            .path("/")
                            .maxAge(Duration.ofDays(365))
                            .sameSite("Lax")
                            .secure(request.isSecure())
                            .build()
                            .toString());
        }
    }

    static @Nullable Locale named(@Nullable String language) {
        return switch (language == null ? "" : language) {
            case "id", "in" -> Texts.INDONESIAN;
            case "en" -> Locale.ENGLISH;
            default -> null;
        };
    }

    private static @Nullable Locale chosen(HttpServletRequest request) {
        Locale asked = named(asked(request.getQueryString()));
        return asked == null ? Preferences.of(request.getCookies()).chosenLanguage() : asked;
    }

    /** Read from the address alone: a parameter may also stand in a body, which is not ours to read here. */
    private static @Nullable String asked(@Nullable String query) {
        for (String pair : query == null ? new String[0] : query.split("&")) {
            if (pair.startsWith(IN_ADDRESS)) {
                return pair.substring(IN_ADDRESS.length());
            }
        }
        return null;
    }

    private static Locale accepted(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
            return Texts.INDONESIAN;
        }
        for (Locale locale : Collections.list(request.getLocales())) {
            Locale ours = named(locale.getLanguage());
            if (ours != null) {
                return ours;
            }
        }
        return Texts.INDONESIAN;
    }

    private static boolean isOfApi(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return (failed == null ? request.getRequestURI() : failed.toString()).startsWith("/api/");
    }
}
