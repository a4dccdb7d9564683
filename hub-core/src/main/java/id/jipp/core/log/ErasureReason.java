package id.jipp.core.log;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why something is erased for good. Only its code travels; a later version may know more of them. */
public enum ErasureReason {
    /** Somebody wants what is said of them to be gone. */
    PERSON,
    /** It breaks the rules of the network or the law. */
    RULES,
    /** It should never have been there. */
    MISTAKE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty if this program does not know that code. */
    public static Optional<ErasureReason> ofCode(String code) {
        return Arrays.stream(values())
                .filter(reason -> reason.code().equals(code))
                .findFirst();
    }
}
