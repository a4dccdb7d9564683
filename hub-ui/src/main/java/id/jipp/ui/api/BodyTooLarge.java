package id.jipp.ui.api;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The body of a request goes on beyond its bound. */
final class BodyTooLarge extends IOException {
    private static final long serialVersionUID = 1;

    BodyTooLarge(long bytesMax) {
        super("More than " + bytesMax + " bytes came");
    }

    /** Whether that failure comes from it. */
    static boolean isBehind(Throwable failure) {
        for (@Nullable Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof BodyTooLarge) {
                return true;
            }
        }
        return false;
    }
}
