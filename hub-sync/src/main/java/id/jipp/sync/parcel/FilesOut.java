package id.jipp.sync.parcel;

import id.jipp.core.log.Hash;
import id.jipp.core.log.HubId;
import id.jipp.core.material.Manifest;
import id.jipp.sync.protocol.Frame;
import id.jipp.sync.protocol.ProtocolLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Puts the files the recipient may have behind the entries that tell of them, the smallest first. */
final class FilesOut {
    private final ParcelHome home;
    private final ParcelOrder order;
    private final ParcelWriter writer;
    private final Runnable progress;

    FilesOut(ParcelHome home, ParcelOrder order, ParcelWriter writer, Runnable progress) {
        this.home = home;
        this.order = order;
        this.writer = writer;
        this.progress = progress;
    }

    private record Sized(Hash file, long bytes) {}

    /** @return how many */
    int pack() throws IOException {
        ParcelHome.FilesHere files = home.files();
        HubId recipient = order.recipient();
        if (files == null || recipient == null || order.fileBytesMax() == 0) {
            return 0;
        }
        int packed = 0;
        for (Sized file : given(files, recipient)) {
            packed += pack(files, file) ? 1 : 0;
        }
        return packed;
    }

    private List<Sized> given(ParcelHome.FilesHere files, HubId recipient) throws IOException {
        List<Hash> all = new ArrayList<>();
        files.blobs().forEach(all::add);
        List<Sized> given = new ArrayList<>();
        for (Hash file : all) {
            Optional<Path> place = files.blobs().find(file);
            if (place.isPresent() && files.exchange().gives(recipient, file)) {
                long bytes = Files.size(place.get());
                if (bytes <= order.fileBytesMax()) {
                    given.add(new Sized(file, bytes));
                }
            }
        }
        given.sort(Comparator.comparingLong(Sized::bytes)
                .thenComparing(file -> file.file().toString()));
        return given;
    }

    /** In pieces of which none reaches over a chunk. @return whether all of it was still here */
    private boolean pack(ParcelHome.FilesHere files, Sized file) throws IOException {
        long offset = 0;
        while (offset < file.bytes()) {
            int chunkLeft = Manifest.CHUNK_BYTES - (int) (offset % Manifest.CHUNK_BYTES);
            byte[] piece =
                    files.blobs().read(file.file(), offset, Math.min(chunkLeft, ProtocolLimits.FILE_PIECE_BYTES_MAX));
            if (piece == null || piece.length == 0) {
                return false;
            }
            writer.frame(new Frame.FilePiece(file.file(), offset, piece));
            offset += piece.length;
            progress.run();
        }
        return true;
    }
}
