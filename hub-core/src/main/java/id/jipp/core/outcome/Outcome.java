package id.jipp.core.outcome;

import java.util.List;
import java.util.function.Function;

/** What a command answers: it is done, or it was refused and nothing changed. */
public sealed interface Outcome<T> {

    record Done<T>(T value) implements Outcome<T> {}

    /** Nothing changed. {@code problems} has at least one. */
    record Refused<T>(Why why, List<Problem> problems) implements Outcome<T> {
        public Refused {
            problems = List.copyOf(problems);
        }

        /** The same refusal where another kind of answer is expected. */
        public <U> Refused<U> cast() {
            return new Refused<>(why, problems);
        }
    }

    /** The family of a refusal, for those who act on it by program. */
    enum Why {
        INVALID,
        FORBIDDEN,
        NOT_FOUND,
        /** Somebody changed it meanwhile, or it is not in the state this needs. */
        CONFLICT,
        /** More than a named limit allows. */
        LIMIT,
        /** Not now; the same may be done a little later. */
        BUSY
    }

    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    static <T> Outcome<T> refused(Why why, String field, String reason, Object... args) {
        return new Refused<>(why, List.of(Problem.of(field, reason, args)));
    }

    default <U> Outcome<U> map(Function<? super T, ? extends U> then) {
        return switch (this) {
            case Done<T> done -> new Done<>(then.apply(done.value()));
            case Refused<T> refused -> refused.cast();
        };
    }

    /** What comes next, if this is done. */
    default <U> Outcome<U> flatMap(Function<? super T, Outcome<U>> then) {
        return switch (this) {
            case Done<T> done -> then.apply(done.value());
            case Refused<T> refused -> refused.cast();
        };
    }

    /** The value, where a refusal can only be our bug. */
    default T orThrow() {
        return switch (this) {
            case Done<T> done -> done.value();
            case Refused<T> refused -> throw new IllegalStateException("Refused: " + refused);
        };
    }
}
