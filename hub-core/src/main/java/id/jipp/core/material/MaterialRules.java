package id.jipp.core.material;

import id.jipp.core.outcome.Problem;
import id.jipp.core.text.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What may be said of a material. Pure. */
final class MaterialRules {
    static final int TITLE_CHARS_MAX = 200;
    static final int LICENCE_CHARS_MAX = 120;

    /** RFC 6838, without parameters. */
    private static final Pattern MEDIA_TYPE =
            Pattern.compile("[a-z0-9][a-z0-9!#$&^_.+-]{0,62}/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}");

    private static final String ANY_BYTES = "application/octet-stream";

    private MaterialRules() {}

    static MaterialFields plain(MaterialFields typed, FileName name) {
        String title = PlainText.line(typed.title());
        return new MaterialFields(
                title.isEmpty() ? name.stem() : title,
                typed.kind(),
                PlainText.line(typed.licence()),
                typed.consent(),
                typed.share());
    }

    /** What is wrong with plain fields; empty if they may be kept, and told where they say so. */
    static List<Problem> of(MaterialFields f) {
        List<Problem> problems = new ArrayList<>();
        if (f.title().length() > TITLE_CHARS_MAX) {
            problems.add(
                    Problem.of("title", "too-long", TITLE_CHARS_MAX, f.title().length()));
        }
        if (f.licence().length() > LICENCE_CHARS_MAX) {
            problems.add(Problem.of(
                    "licence", "too-long", LICENCE_CHARS_MAX, f.licence().length()));
        }
        if (f.share() == Share.NETWORK && f.licence().isEmpty()) {
            problems.add(Problem.of("licence", "licence-before-sharing"));
        }
        if (f.share() == Share.NETWORK && !f.consent()) {
            problems.add(Problem.of("consent", "consent-before-sharing"));
        }
        return problems;
    }

    static String title(@Nullable String fromAfar, FileName name) {
        String title = PlainText.cut(PlainText.line(fromAfar == null ? "" : fromAfar), TITLE_CHARS_MAX);
        return title.isEmpty() ? name.stem() : title;
    }

    static String licence(@Nullable String fromAfar) {
        return PlainText.cut(PlainText.line(fromAfar == null ? "" : fromAfar), LICENCE_CHARS_MAX);
    }

    static String type(@Nullable String fromAfar) {
        return fromAfar != null && MEDIA_TYPE.matcher(fromAfar).matches() ? fromAfar : ANY_BYTES;
    }

    /** A later version may know kinds that we do not. */
    static MaterialKind kind(@Nullable String fromAfar) {
        for (MaterialKind kind : MaterialKind.values()) {
            if (kind.name().equalsIgnoreCase(fromAfar)) {
                return kind;
            }
        }
        return MaterialKind.OTHER;
    }
}
