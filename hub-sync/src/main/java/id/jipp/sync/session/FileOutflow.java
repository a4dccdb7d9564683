package id.jipp.sync.session;

import id.jipp.core.log.Hash;
import id.jipp.core.log.HubId;
import id.jipp.sync.protocol.ByeCode;
import id.jipp.sync.protocol.Frame;
import id.jipp.sync.protocol.ProtocolLimits;
import java.io.IOException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Pieces of files one peer asks for. Each question is answered once, in the order asked; how much may be asked at once is
 * bounded, so a peer that asks and does not read costs little.
 */
final class FileOutflow {
    private static final System.Logger LOG = System.getLogger(FileOutflow.class.getName());

    private final SyncSession session;
    private final Home home;
    private final HubId peer;
    private final Counts counts;
    private final Set<Hash> awaited = new HashSet<>();
    private int bytesAsked;
    private int piecesAsked;

    FileOutflow(SyncSession session, Home home, HubId peer, Counts counts) {
        this.session = session;
        this.home = home;
        this.peer = peer;
        this.counts = counts;
    }

    void want(Frame.FileWant want) {
        bytesAsked += want.bytes();
        piecesAsked++;
        if (bytesAsked > ProtocolLimits.FILE_BYTES_ASKED_MAX || piecesAsked > ProtocolLimits.FILE_PIECES_ASKED_MAX) {
            session.violation(ByeCode.OVER_CREDIT, bytesAsked + " bytes of files in " + piecesAsked + " pieces");
            return;
        }
        Hash file = want.file();
        if (home.files().exchange().gives(peer, file)) {
            session.work(() -> new Event.FileRead(file, want.offset(), read(want), want.bytes()));
        } else {
            session.work(() -> new Event.FileDenied(file, want.bytes()));
        }
    }

    private byte @Nullable [] read(Frame.FileWant want) {
        try {
            return home.files().blobs().read(want.file(), want.offset(), want.bytes());
        } catch (IOException unreadable) {
            LOG.log(System.Logger.Level.WARNING, "A file cannot be read: " + want.file(), unreadable);
            return null;
        }
    }

    void read(Event.FileRead read) {
        answered(read.asked());
        byte[] bytes = read.bytes();
        if (bytes == null) {
            if (awaited.size() < ProtocolLimits.FILES_AWAITED_MAX) {
                awaited.add(read.file());
            }
            session.send(new Frame.FileNot(read.file(), awaited.contains(read.file())), Action.Lane.FILES);
        } else {
            counts.fileBytesSent(bytes.length);
            session.send(new Frame.FilePiece(read.file(), read.offset(), bytes), Action.Lane.FILES);
        }
    }

    void denied(Event.FileDenied denied) {
        answered(denied.asked());
        session.send(new Frame.FileNot(denied.file(), false), Action.Lane.FILES);
    }

    private void answered(int bytes) {
        bytesAsked -= bytes;
        piecesAsked--;
    }

    /** What was asked for in vain may be here now. */
    void changed() {
        Iterator<Hash> each = awaited.iterator();
        while (each.hasNext()) {
            Hash file = each.next();
            if (home.files().blobs().has(file) && home.files().exchange().gives(peer, file)) {
                each.remove();
                session.send(new Frame.FileHere(file));
            }
        }
    }
}
