package id.jipp.ui.api;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Closed sets as they stand in addresses: lower case. */
final class Codes {
    private Codes() {}

    /** Null where nothing was given. */
    static <E extends Enum<E>> @Nullable E oneOf(String field, @Nullable String code, E[] values) {
        if (code == null || code.isBlank()) {
            return null;
        }
        for (E value : values) {
            if (value.name().equalsIgnoreCase(code.strip())) {
                return value;
            }
        }
        throw Refusal.of(HttpStatus.BAD_REQUEST, field, "unknown-value", InnovationInput.codes(values));
    }
}
