package id.jipp.core.outcome;

import java.util.List;

/**
 * One thing that is wrong.
 *
 * @param field which field of the input, as in the API ({@code title}); empty for the whole
 * @param reason the key of its sentence in the message bundles, under {@code problem.}: {@code required},
 *     {@code too-long} …
 * @param args what the sentence fills in, for example what was expected and what came
 */
public record Problem(String field, String reason, List<String> args) {
    public Problem {
        args = List.copyOf(args);
    }

    public static Problem of(String field, String reason, Object... args) {
        return new Problem(
                field,
                reason,
                java.util.Arrays.stream(args).map(String::valueOf).toList());
    }
}
