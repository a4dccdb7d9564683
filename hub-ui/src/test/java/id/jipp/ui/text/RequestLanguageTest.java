package id.jipp.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** One rule for the language of everything that is answered. */
class RequestLanguageTest {
    private final RequestLanguage language = new RequestLanguage();

    @ParameterizedTest(name = "{0} ?{1} cookie {2}, accepts {3}: {4}")
    @CsvSource({
        "/inovasi,           ,          ,   ,            id",
        "/inovasi,           ,          ,   en-GB,       id",
        "/inovasi,           ,          en, id,          en",
        "/inovasi,           ,          fr, ,            id",
        "/inovasi,           lang=en,   ,   id,          en",
        "/inovasi,           lang=id,   en, en,          id",
        "/inovasi,           q=a&lang=en, , ,            en",
        "/inovasi,           lang=fr,   en, ,            en",
        "/inovasi,           language=en, , ,            id",
        "/api/v1/hub,        ,          ,   ,            id",
        "/api/v1/hub,        ,          ,   en-GB,       en",
        "/api/v1/hub,        ,          ,   'fr, en;q=0.5', en",
        "/api/v1/hub,        ,          ,   'en;q=0.5, id', id",
        "/api/v1/hub,        ,          ,   fr,          id",
        "/api/v1/hub,        ,          id, en,          id",
        "/api/v1/hub,        lang=en,   id, id,          en",
    })
    void itIsWhatTheReaderChoseElseIndonesian(
            String path, @Nullable String query, @Nullable String cookie, @Nullable String accepts, String expected) {
        MockHttpServletRequest request = request(path, query, cookie, accepts);

        assertThat(language.resolveLocale(request).getLanguage()).isEqualTo(expected);
        if (!path.startsWith("/api/")) {
            assertThat(RequestLanguage.ofPage(request).getLanguage()).isEqualTo(expected);
        }
    }

    @Test
    void thePagesOfTheAppFollowTheSameChoice() {
        Cookie chosen = new Cookie(Preferences.LANGUAGE, "en");

        assertThat(Preferences.of(new Cookie[] {chosen}).language()).isEqualTo(Locale.ENGLISH);
        assertThat(Preferences.of(null).language()).isEqualTo(Texts.INDONESIAN);
    }

    @Test
    void anErrorOfTheApiSpeaksAsTheApi() {
        MockHttpServletRequest request = request("/error", null, null, "en");
        request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, "/api/v1/hub");

        assertThat(language.resolveLocale(request)).isEqualTo(Locale.ENGLISH);
    }

    /** A cookie that scripts may not write would lock in the language that was chosen first. */
    @Test
    void aChoiceIsKeptWhereTheMenuCanChangeIt() {
        MockHttpServletResponse response = new MockHttpServletResponse();
        language.setLocale(request("/inovasi", null, null, null), response, Locale.ENGLISH);

        assertThat(response.getHeader("Set-Cookie"))
                .startsWith(Preferences.LANGUAGE + "=en;")
                .contains("Path=/", "SameSite=Lax")
                .doesNotContainIgnoringCase("HttpOnly");
    }

    private static MockHttpServletRequest request(
            String path, @Nullable String query, @Nullable String cookie, @Nullable String accepts) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setQueryString(query);
        if (cookie != null) {
            request.setCookies(new Cookie(Preferences.LANGUAGE, cookie));
        }
        if (accepts != null) {
            request.addHeader("Accept-Language", accepts);
            request.setPreferredLocales(Locale.LanguageRange.parse(accepts).stream()
                    .map(range -> Locale.forLanguageTag(range.getRange()))
                    .toList());
        }
        return request;
    }
}
