package id.jipp.core.log;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something this hub is about to write down.
 *
 * @param kind what it is, for example {@code innovation.published}; the name of its payload's form
 * @param kindVersion the version of that form, from 1
 * @param content the payload before salting, at most {@link LogLimits#CONTENT_BYTES_MAX} bytes
 * @param time when it was first said, where it is said again; null for now
 */
public record NewEntry(
        String kind,
        int kindVersion,
        byte[] content,
        @Nullable Instant time) {
    public NewEntry(String kind, int kindVersion, byte[] content) {
        this(kind, kindVersion, content, null);
    }

    public NewEntry {
        EntryHeader.checkKind(kind, kindVersion);
        if (content.length > LogLimits.CONTENT_BYTES_MAX) {
            throw new IllegalArgumentException("An entry's content has at most " + LogLimits.CONTENT_BYTES_MAX
                    + " bytes; came: " + content.length);
        }
    }
}
