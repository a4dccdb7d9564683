package id.jipp.ui.api;

import id.jipp.core.log.LogUnavailable;
import id.jipp.core.outcome.Problem;
import id.jipp.core.store.StoreUnavailable;
import id.jipp.ui.security.CurrentPerson;
import id.jipp.ui.security.TooManyAttempts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.UUID;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.ConversionNotSupportedException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.json.JsonMapper;

/** Answers every error of the API as problem details, and never with anything of our inside. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiErrors implements HandlerExceptionResolver {
    private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);

    private final ApiWords words;
    private final LocaleResolver language;
    private final JsonMapper json;
    private final CurrentPerson current;

    ApiErrors(ApiWords words, LocaleResolver language, JsonMapper json, CurrentPerson current) {
        this.words = words;
        this.language = language;
        this.json = json;
        this.current = current;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (!request.getRequestURI().startsWith("/api/")) {
            return null;
        }
        if (!response.isCommitted() && !(failure instanceof AsyncRequestNotUsableException)) {
            write(request, response, refusal(request, response, failure));
        }
        return new ModelAndView();
    }

    void write(HttpServletRequest request, HttpServletResponse response, Refusal refusal) {
        var locale = language.resolveLocale(request);
        ApiProblem problem = words.problem(refusal.status(), refusal.problems(), locale);
        var retryAfter = refusal.retryAfter();
        response.resetBuffer();
        response.setStatus(problem.status());
        response.setContentType(ApiProblem.MEDIA_TYPE);
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, locale.getLanguage());
        if (retryAfter != null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, retryAfter.toSeconds())));
        }
        try {
            response.getOutputStream().write(json.writeValueAsBytes(problem));
        } catch (IOException gone) {
            LOG.debug("The client did not wait for its answer", gone);
        }
    }

    private Refusal refusal(HttpServletRequest request, HttpServletResponse response, Exception failure) {
        return switch (failure) {
            case Refusal refusal -> refusal;
            case TooManyAttempts tooMany -> Refusal.tooMany(tooMany.waitFor());
            case AuthenticationException wrong -> Refusal.of(HttpStatus.UNAUTHORIZED, "", signInReason(request));
            case CsrfException missing -> Refusal.of(HttpStatus.FORBIDDEN, "", "csrf");
            case AccessDeniedException denied ->
                current.find().isPresent()
                        ? Refusal.of(HttpStatus.FORBIDDEN, "", "forbidden")
                        : Refusal.of(HttpStatus.UNAUTHORIZED, "", "sign-in");
            case HttpRequestMethodNotSupportedException method -> {
                var allowed = method.getSupportedHttpMethods();
                response.setHeader(
                        HttpHeaders.ALLOW,
                        allowed == null
                                ? ""
                                : String.join(
                                        ", ",
                                        allowed.stream().map(HttpMethod::name).toList()));
                yield Refusal.of(HttpStatus.METHOD_NOT_ALLOWED, "", "method", method.getMethod());
            }
            case HttpMediaTypeNotSupportedException type ->
                Refusal.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "", "media-type");
            case HttpMediaTypeNotAcceptableException type ->
                Refusal.of(HttpStatus.NOT_ACCEPTABLE, "", "not-acceptable");
            case HttpMessageNotReadableException unreadable -> unreadable(unreadable);
            case MaxUploadSizeExceededException large -> BodyBound.fileTooLarge();
            case BodyTooLarge large when BodyBound.isParcel(request) -> BodyBound.parcelTooLarge();
            case MissingServletRequestPartException part ->
                Refusal.of(HttpStatus.BAD_REQUEST, part.getRequestPartName(), "required");
            case MultipartException broken -> Refusal.of(HttpStatus.BAD_REQUEST, "file", "multipart");
            case MissingServletRequestParameterException missing ->
                Refusal.of(HttpStatus.BAD_REQUEST, missing.getParameterName(), "required");
            case ConversionNotSupportedException ours -> ours(failure);
            case MethodArgumentTypeMismatchException mismatch ->
                Refusal.of(HttpStatus.BAD_REQUEST, mismatch.getName(), "unreadable-value");
            case TypeMismatchException mismatch ->
                Refusal.of(HttpStatus.BAD_REQUEST, "" + mismatch.getPropertyName(), "unreadable-value");
            case InvalidParameterException query ->
                query.getCause() instanceof CharacterCodingException
                        ? Refusal.of(HttpStatus.BAD_REQUEST, "", "not-utf8")
                        : byStatus(HttpStatus.BAD_REQUEST.value());
            case LogUnavailable full -> {
                LOG.error("The log refuses to write: {}", full.getMessage());
                yield Refusal.of(HttpStatus.SERVICE_UNAVAILABLE, "", "unavailable");
            }
            case StoreUnavailable closed -> {
                LOG.error("The store refuses to write: {}", closed.getMessage());
                yield Refusal.of(HttpStatus.SERVICE_UNAVAILABLE, "", "unavailable");
            }
            case ErrorResponse known -> byStatus(known.getStatusCode().value());
            default -> ours(failure);
        };
    }

    private static String signInReason(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) == null ? "sign-in" : "wrong-credentials";
    }

    private static Refusal unreadable(HttpMessageNotReadableException unreadable) {
        return switch (unreadable.getCause()) {
            case StreamConstraintsException bound -> Refusal.of(HttpStatus.BAD_REQUEST, "", "json-bounds");
            case JacksonException wrong
            when wrong.getLocation() != null ->
                Refusal.of(
                        HttpStatus.BAD_REQUEST,
                        "",
                        "json",
                        wrong.getLocation().getLineNr(),
                        wrong.getLocation().getColumnNr());
            case null, default -> Refusal.of(HttpStatus.BAD_REQUEST, "", "body-required");
        };
    }

    static Refusal byStatus(int status) {
        HttpStatus known = HttpStatus.resolve(status);
        HttpStatus shown = known == null || known.value() < 400 ? HttpStatus.INTERNAL_SERVER_ERROR : known;
        if (shown == HttpStatus.CONTENT_TOO_LARGE) {
            return BodyBound.fileTooLarge();
        }
        String reason = switch (shown) {
            case NOT_FOUND -> "not-found";
            case UNAUTHORIZED -> "sign-in";
            case FORBIDDEN -> "forbidden";
            case METHOD_NOT_ALLOWED -> "method-not-allowed";
            default -> shown.is4xxClientError() ? "bad-request" : "unavailable";
        };
        return Refusal.of(shown, List.of(Problem.of("", reason)));
    }

    /** Our own fault: the answer carries a number under which the log has the rest. */
    private static Refusal ours(Exception failure) {
        String number = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("Failure {} while answering an API call", number, failure);
        return Refusal.of(HttpStatus.INTERNAL_SERVER_ERROR, "", "our-fault", number);
    }
}
