package id.jipp.core.innovation;

import id.jipp.core.area.AreaCode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Area codes as people type them: {@code 51.05}, {@code 5105}, {@code 51}. */
final class AreaCodes {
    private static final Pattern TYPED = Pattern.compile("(\\d{2})(?:[. -]?(\\d{2}))?");

    private AreaCodes() {}

    static Optional<AreaCode> parse(String typed) {
        Matcher matcher = TYPED.matcher(typed.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String regency = matcher.group(2);
        return Optional.of(new AreaCode(regency == null ? matcher.group(1) : matcher.group(1) + "." + regency));
    }
}
