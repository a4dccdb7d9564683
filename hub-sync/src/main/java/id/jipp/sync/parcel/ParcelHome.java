package id.jipp.sync.parcel;

import id.jipp.core.log.HubId;
import id.jipp.core.log.HubLog;
import id.jipp.core.log.Signer;
import id.jipp.core.material.Blobs;
import id.jipp.core.material.FileExchange;
import id.jipp.core.peer.Audience;
import id.jipp.core.peer.PeerHeads;
import id.jipp.core.peer.Peers;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * This hub, as its parcels need it.
 *
 * @param files null where this hub has no files; then parcels carry none and leave those that come
 * @param projected waits, bounded, until what is in the log shows in who takes part in which room
 * @param hasLine whether a session with that hub follows now, and so knows better than any parcel what it holds
 * @param since when this hub was started: only a parcel made later can say what a hub put back from a backup has lost
 */
public record ParcelHome(
        Signer self,
        HubLog log,
        Peers peers,
        Audience audience,
        PeerHeads heads,
        @Nullable FilesHere files,
        Runnable projected,
        Predicate<HubId> hasLine,
        Clock clock,
        Instant since) {

    /** The files of this hub, and who may have which. */
    public record FilesHere(Blobs blobs, FileExchange exchange) {}
}
