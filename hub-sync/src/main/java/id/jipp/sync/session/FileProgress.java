package id.jipp.sync.session;

import id.jipp.core.log.Hash;
import org.jspecify.annotations.Nullable;

/**
 * How files go in one session.
 *
 * @param arriving the one that comes now; null if none does
 * @param received bytes of files that came
 * @param sent bytes of files that went out
 * @param whole files that came to their end
 */
public record FileProgress(@Nullable Hash arriving, long received, long sent, long whole) {
    public static final FileProgress NONE = new FileProgress(null, 0, 0, 0);

    /** With what a later session counted; what comes now is what comes in that one. */
    public FileProgress then(FileProgress later) {
        return new FileProgress(later.arriving, received + later.received, sent + later.sent, whole + later.whole);
    }
}
