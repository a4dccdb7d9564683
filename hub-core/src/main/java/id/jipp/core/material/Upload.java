package id.jipp.core.material;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file on its way from a person to this hub.
 *
 * @param name safe to show
 * @param bytes how many it will have
 * @param offset how many of them are here, durably
 * @param type its media type, once it is whole and was found to be what its name says; null before
 * @param endsAt when it is thrown away unless more of it comes, or it is attached
 */
public record Upload(
        UploadId id,
        String name,
        long bytes,
        long offset,
        @Nullable String type,
        Instant endsAt) {
    /** Whether it is whole and can be attached. */
    public boolean isFinished() {
        return type != null;
    }
}
