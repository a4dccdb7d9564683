package id.jipp.sync.parcel;

import id.jipp.core.log.Hash;
import id.jipp.core.log.HubId;
import id.jipp.core.material.Arrival;
import id.jipp.core.material.Manifest;
import id.jipp.sync.protocol.Frame;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes the files of one parcel in: each where it stood, checked chunk by chunk against the entry that tells of it. */
final class FilesIn implements AutoCloseable {
    private final ParcelHome home;
    private final HubId maker;
    private final Tally tally;
    private @Nullable Hash current;
    private @Nullable Arrival arrival;

    FilesIn(ParcelHome home, HubId maker, Tally tally) {
        this.home = home;
        this.maker = maker;
        this.tally = tally;
    }

    void take(Frame.FilePiece piece) throws IOException {
        if (current == null || !current.equals(piece.file())) {
            close();
            begin(piece.file());
        }
        if (arrival != null) {
            put(arrival, piece);
        }
    }

    /** The file before has had all its pieces. */
    @Override
    public void close() {
        ParcelHome.FilesHere files = home.files();
        if (arrival == null || files == null) {
            return;
        }
        Hash file = arrival.manifest().file();
        arrival = null;
        if (files.blobs().has(file)) {
            tally.tookFile();
        } else {
            tally.leftFile();
        }
    }

    private void begin(Hash file) throws IOException {
        current = file;
        ParcelHome.FilesHere files = home.files();
        if (files != null && files.blobs().has(file)) {
            tally.knewFile();
            return;
        }
        Optional<Manifest> wanted = files == null ? Optional.empty() : wanted(files, file);
        if (files == null || wanted.isEmpty()) {
            tally.leftFile();
            return;
        }
        arrival = files.blobs().arriving(wanted.get());
    }

    private Optional<Manifest> wanted(ParcelHome.FilesHere files, Hash file) {
        // Its entry may have come just now, in this very parcel.
        home.projected().run();
        return files.exchange().takesFromDisk(maker, file);
    }

    /** What is here of it already is left; a piece that does not join it too. */
    private static void put(Arrival open, Frame.FilePiece piece) throws IOException {
        Manifest manifest = open.manifest();
        long chunk = piece.offset() / Manifest.CHUNK_BYTES;
        if (piece.offset() >= manifest.bytes() || chunk >= manifest.chunks().size()) {
            return;
        }
        int offset = (int) (piece.offset() % Manifest.CHUNK_BYTES);
        int end = offset + piece.bytes().length;
        int here = open.arrivedOf((int) chunk);
        if (here < offset || here >= end || end > manifest.chunkBytes((int) chunk)) {
            return;
        }
        open.take((int) chunk, here, Arrays.copyOfRange(piece.bytes(), here - offset, piece.bytes().length));
    }
}
