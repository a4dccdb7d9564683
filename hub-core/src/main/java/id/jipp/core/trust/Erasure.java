package id.jipp.core.trust;

import id.jipp.core.log.HubId;
import id.jipp.core.log.StreamName;
import java.time.Instant;
import java.util.SortedSet;

/**
 * Something that its hub has erased for good.
 *
 * @param id of the entry that says so: hub, stream and number
 * @param payloads how many entries lost their content
 * @param reason a code, as in {@link id.jipp.core.log.ErasureReason}; perhaps of a later version
 * @param at the clock of its hub
 * @param done the hubs known to have done it, this one among them
 * @param notYet the others that may hold it: we have not heard that they did it
 */
public record Erasure(
        String id,
        HubId hub,
        StreamName stream,
        int payloads,
        String reason,
        Instant at,
        SortedSet<HubId> done,
        SortedSet<HubId> notYet) {}
