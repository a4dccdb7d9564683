package id.jipp.core.material;

import id.jipp.core.disk.DiskReserve;
import id.jipp.core.log.HubId;
import id.jipp.core.log.HubLog;
import id.jipp.core.peer.Audience;
import id.jipp.core.peer.Peers;
import id.jipp.core.peer.Showings;
import id.jipp.core.projection.Projections;
import id.jipp.core.seminar.Seminars;
import id.jipp.core.store.Documents;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;

/** The files of a hub that does not run, for commands on its folder. */
public final class FilesAtRest {
    private FilesAtRest() {}

    /** @throws IllegalStateException if what lies there has another format */
    public static Blobs blobsIn(Path folder) throws IOException {
        return DiskBlobs.open(folder.resolve("files"), DiskReserve.of(folder));
    }

    /** Which of its files others may have, and which it lacks, as the folder's log says it. */
    public static FileExchange exchange(
            HubId hub,
            Path folder,
            HubLog log,
            Projections projections,
            Documents.Store store,
            Blobs blobs,
            Peers peers,
            Audience audience,
            Clock clock)
            throws IOException {
        Seminars seminars = Seminars.open(hub, log, projections, store, Showings.ALL, clock);
        FileJudge judge = new FileJudge(List.of(new EicarCheck()), System::nanoTime);
        Uploads uploads = Uploads.open(hub, folder.resolve("uploads"), store, DiskReserve.of(folder), judge, clock);
        // By day or by night matters for a line only.
        FileLinks links = new FileLinks(peers, audience, clock, ZoneOffset.UTC);
        return Materials.open(
                        hub,
                        log,
                        projections,
                        store,
                        seminars,
                        uploads,
                        blobs,
                        judge,
                        links,
                        clock,
                        Materials.OWN_BYTES_MAX)
                .exchange();
    }
}
