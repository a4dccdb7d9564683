package id.jipp.ui.open;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;

/** Keeps the language somebody chose with {@code ?lang=} for the pages after. */
@Component
class LanguageChoice implements HandlerInterceptor {
    private final LocaleResolver language;

    LanguageChoice(LocaleResolver language) {
        this.language = language;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getParameter("lang") != null) {
            language.setLocale(request, response, language.resolveLocale(request));
        }
        return true;
    }
}
