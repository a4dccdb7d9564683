package id.jipp.core.projection;

import id.jipp.core.log.PlacedEntry;
import id.jipp.core.log.Position;
import java.util.List;

/**
 * Something derived from the log. It may be thrown away and made again at any time; applying the same entries twice, or
 * again after a crash between two of them, ends in the same.
 *
 * <p>Called by one thread at a time, in the order of positions.
 */
public interface Projection {
    /** Its name, with the version of its form where it is kept: {@code innovations_v1}. */
    String name();

    /** Up to where it is kept. After a crash this may be less than was applied, never more. */
    Position checkpoint();

    /** Applies these, in order, and keeps the last one's position as its checkpoint, in that order. */
    void apply(List<PlacedEntry> entries);

    /** Tells its listeners what {@link #apply} changed. Called after the checkpoint was kept. */
    void announce();
}
