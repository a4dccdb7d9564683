package id.jipp.sync.session;

import id.jipp.core.log.StreamId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How one session goes.
 *
 * @param received new entries taken in
 * @param sent entries the peer acknowledged
 * @param repeated entries that came and were here already
 * @param refused entries and frames refused, by either side
 * @param refusedByThem streams the peer does not want
 */
public record Progress(
        SyncSession.State state,
        long received,
        long sent,
        long repeated,
        long refused,
        @Nullable String lastRefusal,
        Set<StreamId> refusedByThem,
        FileProgress files) {}
