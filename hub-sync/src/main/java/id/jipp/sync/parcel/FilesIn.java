package id.jipp.sync.parcel;

import id.jipp.core.log.Hash;
import id.jipp.core.log.HubId;
import id.jipp.core.material.Arrival;
import id.jipp.core.material.Manifest;
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

    void take(ParcelPart.OfFile piece) throws IOException {
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
        return files.exchange().wants(maker).stream()
                .filter(manifest -> manifest.file().equals(file))
                .findFirst();
    }

    private void put(Arrival open, ParcelPart.OfFile piece) throws IOException {
        if (piece.chunk() >= open.manifest().chunks().size()) {
            return;
        }
        int here = open.arrivedOf(piece.chunk());
        int end = piece.offset() + piece.bytes().length;
        if (here >= end || here < piece.offset() || end > open.manifest().chunkBytes(piece.chunk())) {
            return;
        }
        byte[] rest = Arrays.copyOfRange(piece.bytes(), here - piece.offset(), piece.bytes().length);
        open.take(piece.chunk(), here, rest);
    }
}
