package id.jipp.ui.api;

import id.jipp.core.settings.HubSettings;
import id.jipp.ui.security.PagePolicy;
import id.jipp.ui.text.RequestLanguage;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The last word where the container itself refuses a request: a problem for programs, a plain page for people. */
@Controller
class ErrorAnswers implements ErrorController {
    private final ApiErrors errors;
    private final ApiWords words;
    private final HubSettings settings;

    ErrorAnswers(ApiErrors errors, ApiWords words, HubSettings settings) {
        this.errors = errors;
        this.words = words;
        this.settings = settings;
    }

    @RequestMapping("/error")
    @Nullable
    ModelAndView answer(HttpServletRequest request, HttpServletResponse response) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        Refusal refusal = ApiErrors.byStatus(code instanceof Integer status ? status : 404);
        if (path instanceof String address && address.startsWith("/api/")) {
            errors.write(request, response, refusal);
            return null;
        }
        response.setHeader(PagePolicy.HEADER, PagePolicy.STRICT);
        String sentence = words.errors(refusal.problems(), RequestLanguage.ofPage(request))
                .getFirst()
                .reason();
        return new ModelAndView("failure", Map.of("hubName", settings.name(), "sentence", sentence), refusal.status());
    }
}
