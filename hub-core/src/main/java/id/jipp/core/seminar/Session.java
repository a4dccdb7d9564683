package id.jipp.core.seminar;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a seminar.
 *
 * @param start null if not said
 * @param end null if not said
 * @param speakers the names of those who speak in it, each one of the seminar's {@link Speaker}s
 */
public record Session(
        String title, @Nullable When start, @Nullable When end, List<String> speakers) {
    public Session {
        speakers = List.copyOf(speakers);
    }
}
