package id.jipp.ui.text;

import jakarta.servlet.http.Cookie;
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
 * The language a request wants: {@code ?lang=} first, then the one chosen before (a cookie), then the browser's
 * {@code Accept-Language}; Indonesian where none of them is ours.
 */
@Component("localeResolver")
public class RequestLanguage implements LocaleResolver {
    private static final String COOKIE = Preferences.LANGUAGE;

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        Locale asked = named(request.getParameter("lang"));
        if (asked != null) {
            return asked;
        }
        Locale chosen = named(cookie(request));
        return chosen != null ? chosen : preferred(request);
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        if (response != null && locale != null) {
            response.addHeader(
                    HttpHeaders.SET_COOKIE,
                    ResponseCookie.from(COOKIE, Texts.supported(locale).getLanguage())
                            .path("/")
                            .maxAge(Duration.ofDays(365))
                            .sameSite("Lax")
                            .httpOnly(true)
                            .secure(request.isSecure())
                            .build()
                            .toString());
        }
    }

    private static Locale preferred(HttpServletRequest request) {
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

    private static @Nullable Locale named(@Nullable String language) {
        return switch (language == null ? "" : language) {
            case "id", "in" -> Texts.INDONESIAN;
            case "en" -> Locale.ENGLISH;
            default -> null;
        };
    }

    private static @Nullable String cookie(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(COOKIE)) {
                    return cookie.getValue();
                }
            }
        }
        return null;
    }
}
