package id.jipp.ui.api;

import id.jipp.core.outcome.Problem;
import id.jipp.ui.text.Texts;
import java.util.List;
import java.util.Locale;
import org.springframework.context.NoSuchMessageException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Problems as the API tells them, in the language of the request. */
@Component
class ApiWords {
    private static final String TYPE = "urn:jipp:problem:";

    private final Texts texts;

    ApiWords(Texts texts) {
        this.texts = texts;
    }

    ApiProblem problem(HttpStatus status, List<Problem> problems, Locale locale) {
        List<ApiProblem.FieldProblem> errors = errors(problems, locale);
        String code = problems.size() == 1 ? problems.getFirst().reason() : "several";
        boolean ofInput = status == HttpStatus.BAD_REQUEST || status == HttpStatus.UNPROCESSABLE_CONTENT;
        String detail =
                errors.size() == 1 && (!ofInput || errors.getFirst().field().isEmpty())
                        ? errors.getFirst().reason()
                        : texts.getTranslation("api.detail.errors", locale, errors.size());
        return new ApiProblem(TYPE + code, title(status, locale), status.value(), detail, errors);
    }

    List<ApiProblem.FieldProblem> errors(List<Problem> problems, Locale locale) {
        return problems.stream()
                .map(problem ->
                        new ApiProblem.FieldProblem(problem.field(), sentence(problem, locale), problem.reason()))
                .toList();
    }

    String say(String key, Locale locale, Object... args) {
        return texts.getTranslation(key, locale, args);
    }

    private String title(HttpStatus status, Locale locale) {
        try {
            return texts.getTranslation("api.title." + status.value(), locale);
        } catch (NoSuchMessageException rare) {
            return status.getReasonPhrase();
        }
    }

    /** An answer must not fail because its sentence is missing: then the code stands for it. */
    private String sentence(Problem problem, Locale locale) {
        try {
            return texts.say(problem, locale);
        } catch (NoSuchMessageException missing) {
            return problem.reason();
        }
    }
}
