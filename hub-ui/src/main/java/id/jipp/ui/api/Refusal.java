package id.jipp.ui.api;

import id.jipp.core.outcome.Outcome;
import id.jipp.core.outcome.Problem;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** A call that is answered with a problem; nothing changed. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final HttpStatus status;
    private final transient List<Problem> problems;
    private final @Nullable Duration retryAfter;

    private Refusal(HttpStatus status, List<Problem> problems, @Nullable Duration retryAfter) {
        super(status + " " + problems);
        this.status = status;
        this.problems = List.copyOf(problems);
        this.retryAfter = retryAfter;
    }

    static Refusal of(HttpStatus status, List<Problem> problems) {
        return new Refusal(status, problems, null);
    }

    static Refusal of(HttpStatus status, String field, String reason, Object... args) {
        return of(status, List.of(Problem.of(field, reason, args)));
    }

    static Refusal tooMany(Duration retryAfter) {
        return of(HttpStatus.TOO_MANY_REQUESTS, "", "too-many-requests", Math.max(1, retryAfter.toSeconds()))
                .after(retryAfter);
    }

    /** The same, with when to try again. */
    Refusal after(Duration wait) {
        return new Refusal(status, problems, wait);
    }

    /** There is nothing of that name, or this person may not know of it: the same answer. */
    static Refusal unknown(String field) {
        return of(HttpStatus.NOT_FOUND, field, "not-found");
    }

    /** The value, or the refusal as its family says. */
    static <T> T orValue(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T> done -> done.value();
            case Outcome.Refused<T> refused -> throw of(statusOf(refused.why()), refused.problems());
        };
    }

    static HttpStatus statusOf(Outcome.Why why) {
        return switch (why) {
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case LIMIT, BUSY -> HttpStatus.TOO_MANY_REQUESTS;
        };
    }

    HttpStatus status() {
        return status;
    }

    List<Problem> problems() {
        return problems;
    }

    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }
}
