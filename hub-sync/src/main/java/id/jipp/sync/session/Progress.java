package id.jipp.sync.session;

import id.jipp.core.log.StreamId;
import id.jipp.core.peer.Passed;
import java.util.List;
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
 * @param passed what was received and sent, by author and kind
 * @param files how files go
 */
public record Progress(
        SyncSession.State state,
        long received,
        long sent,
        long repeated,
        long refused,
        @Nullable Refusal lastRefusal,
        Set<StreamId> refusedByThem,
        List<Passed> passed,
        FileProgress files) {}
