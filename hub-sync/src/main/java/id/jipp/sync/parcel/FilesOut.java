package id.jipp.sync.parcel;

import id.jipp.core.log.Hash;
import id.jipp.core.log.HubId;
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

    /** @return whether all of it was still here */
    private boolean pack(ParcelHome.FilesHere files, Sized file) throws IOException {
        for (long offset = 0; offset < file.bytes(); offset += ParcelLimits.PIECE_BYTES_MAX) {
            byte[] piece = files.blobs().read(file.file(), offset, ParcelLimits.PIECE_BYTES_MAX);
            if (piece == null) {
                return false;
            }
            writer.piece(file.file(), offset, piece);
            progress.run();
        }
        return true;
    }
}
