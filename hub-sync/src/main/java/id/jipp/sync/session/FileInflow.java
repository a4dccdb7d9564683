package id.jipp.sync.session;

import id.jipp.core.log.Hash;
import id.jipp.core.log.HubId;
import id.jipp.core.material.Arrival;
import id.jipp.core.material.Manifest;
import id.jipp.sync.protocol.ByeCode;
import id.jipp.sync.protocol.Frame;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Files one peer brings us, one after the other, in pieces we ask for. How much is asked at once follows what the line
 * carried in the last second, so that a word never waits long behind a file; pieces of a slow line are small.
 */
final class FileInflow {
    private static final System.Logger LOG = System.getLogger(FileInflow.class.getName());

    /** After that long a file the peer did not have is asked for again, though it has not said that it is here now. */
    private static final long ASK_AGAIN_MILLIS = 60_000;

    /** After that long without an answer the peer is one that does not know files, or does not want to. */
    private static final long ANSWER_MILLIS = 30_000;

    /** Until it answers after all. */
    private static final long SILENT = Long.MAX_VALUE - 1;

    /** After our own disk refused. */
    private static final long DISK_MILLIS = 30_000;

    /** Wrong chunks of one file after which it is left to other peers. */
    private static final int WRONG_MAX = 3;

    private final SyncSession session;
    private final Home home;
    private final HubId peer;
    private final Counts counts;
    private final FileWindow window = new FileWindow();
    private final Map<Hash, Long> notBefore = new HashMap<>();
    private final Deque<Piece> asked = new ArrayDeque<>();
    private @Nullable Fetch fetch;
    private long idleUntil;
    private long answeredAt;
    private long now;

    /** A piece that was asked for and not answered yet. */
    private record Piece(Hash file, long offset, int bytes) {}

    FileInflow(SyncSession session, Home home, HubId peer, Counts counts, long now) {
        this.session = session;
        this.home = home;
        this.peer = peer;
        this.counts = counts;
        this.now = now;
        this.answeredAt = now;
    }

    /** A second has passed; {@link #consider} follows. */
    void tick(long millis) {
        now = millis;
        window.tick(home.files().exchange().bytesPerSecondMax(peer));
        if (!asked.isEmpty() && now - answeredAt >= ANSWER_MILLIS) {
            idleUntil = SILENT;
            leave(fetch, SILENT);
        }
    }

    /** What is wanted may have changed. */
    void consider() {
        if (fetch != null
                && !home.files().exchange().isWanted(peer, fetch.manifest().file())) {
            leave(fetch, now);
        }
        if (fetch == null && now >= idleUntil && !session.isClosed()) {
            for (Hash file : home.files().exchange().wants(peer, this::mayAsk)) {
                if (home.files().claim(file, session) && begin(file)) {
                    return;
                }
            }
        }
        ask();
    }

    private boolean mayAsk(Hash file) {
        return notBefore.getOrDefault(file, Long.MIN_VALUE) <= now;
    }

    private boolean begin(Hash file) {
        Optional<Manifest> manifest = home.files().exchange().manifest(peer, file);
        manifest.ifPresentOrElse(this::begin, () -> home.files().release(file, session));
        return manifest.isPresent();
    }

    private void begin(Manifest manifest) {
        fetch = new Fetch(manifest);
        session.work(() -> new Event.FileOpened(manifest.file(), arrived(manifest)));
    }

    private int @Nullable [] arrived(Manifest manifest) {
        try {
            int[] arrived = new int[manifest.chunks().size()];
            if (home.files().blobs().has(manifest.file())) {
                Arrays.setAll(arrived, manifest::chunkBytes);
                return arrived;
            }
            Arrival arrival = home.files().blobs().arriving(manifest);
            for (int chunk = 0; chunk < arrived.length; chunk++) {
                arrived[chunk] = arrival.arrivedOf(chunk);
            }
            return arrived;
        } catch (IOException | RuntimeException refused) {
            LOG.log(System.Logger.Level.WARNING, "A file cannot be taken in: " + refused.getMessage());
            return null;
        }
    }

    void opened(Event.FileOpened opened) {
        Fetch current = fetch;
        if (current == null || !current.is(opened.file())) {
            return;
        }
        int[] arrived = opened.arrived();
        if (arrived == null) {
            diskRefused(current);
            return;
        }
        current.open(arrived);
        if (current.isComplete()) {
            leave(current, now + ASK_AGAIN_MILLIS);
            consider();
        } else {
            ask();
        }
    }

    private void ask() {
        Fetch current = fetch;
        if (current != null && current.isToLookAgain()) {
            if (asked.isEmpty() && window.isIdle()) {
                begin(current.manifest());
            }
            return;
        }
        while (current != null && !session.isClosed()) {
            int room = current.isOffered() || asked.isEmpty() ? window.room() : 0;
            Fetch.Part part = room == 0 ? null : current.next(room);
            if (part == null) {
                return;
            }
            if (asked.isEmpty()) {
                answeredAt = now;
            }
            asked.add(new Piece(current.manifest().file(), part.offset(), part.bytes()));
            window.asked(part.bytes());
            session.send(new Frame.FileWant(current.manifest().file(), part.offset(), part.bytes()));
        }
    }

    void piece(Frame.FilePiece piece) {
        Piece expected = asked.poll();
        boolean fits = expected != null
                && expected.file().equals(piece.file())
                && expected.offset() == piece.offset()
                && expected.bytes() == piece.bytes().length;
        if (!fits) {
            session.violation(ByeCode.UNEXPECTED, "a piece of a file that was not asked for");
            return;
        }
        answered();
        window.came(piece.bytes().length);
        counts.fileBytesReceived(piece.bytes().length);
        Fetch current = fetch;
        if (current == null || !current.is(piece.file()) || current.isToLookAgain()) {
            window.done(piece.bytes().length);
            ask();
            return;
        }
        current.offered();
        session.work(() -> keep(current.manifest(), piece));
    }

    private Event keep(Manifest manifest, Frame.FilePiece piece) {
        int chunk = (int) (piece.offset() / Manifest.CHUNK_BYTES);
        int offset = (int) (piece.offset() % Manifest.CHUNK_BYTES);
        Arrival.Taken taken;
        try {
            taken = home.files().blobs().has(manifest.file())
                    ? Arrival.Taken.ELSEWHERE
                    : home.files().blobs().arriving(manifest).take(chunk, offset, piece.bytes());
        } catch (IOException | RuntimeException refused) {
            LOG.log(System.Logger.Level.WARNING, "A file cannot be taken in: " + refused.getMessage());
            taken = null;
        }
        return new Event.FileKept(manifest.file(), chunk, piece.bytes().length, taken);
    }

    void kept(Event.FileKept kept) {
        window.done(kept.bytes());
        Fetch current = fetch;
        if (current == null || !current.is(kept.file()) || current.isToLookAgain()) {
            ask();
            return;
        }
        Arrival.Taken taken = kept.taken();
        if (taken == null) {
            diskRefused(current);
            return;
        }
        switch (taken) {
            case MORE, CHUNK -> ask();
            case FILE -> {
                leave(current, now + ASK_AGAIN_MILLIS);
                counts.fileReceived();
                consider();
            }
            case WRONG -> wrong(current, kept.chunk());
            case WRONG_FILE -> {
                refused(current, ": its chunks make another");
                leave(current, Long.MAX_VALUE);
                consider();
            }
            case ELSEWHERE -> {
                current.lookAgain();
                ask();
            }
        }
    }

    /** It does know files, however long it took. */
    private void answered() {
        answeredAt = now;
        if (idleUntil == SILENT) {
            idleUntil = now;
            notBefore.values().removeIf(until -> until == SILENT);
        }
    }

    private void wrong(Fetch current, int chunk) {
        refused(current, " chunk " + chunk + ": wrong bytes");
        if (current.wrong(chunk) >= WRONG_MAX) {
            leave(current, Long.MAX_VALUE);
            consider();
        } else {
            ask();
        }
    }

    private void refused(Fetch current, String why) {
        counts.refused(new Refusal(
                false, "BAD_FILE", null, "file " + current.manifest().file() + why));
    }

    void not(Frame.FileNot not) {
        Piece expected = asked.poll();
        if (expected == null || !expected.file().equals(not.file())) {
            session.violation(ByeCode.UNEXPECTED, "an answer about a file that was not asked for");
            return;
        }
        answered();
        window.done(expected.bytes());
        Fetch current = fetch;
        if (current != null && current.is(not.file())) {
            leave(current, now + ASK_AGAIN_MILLIS);
        }
        consider();
    }

    /** The peer has the file now. */
    void here(Frame.FileHere here) {
        if (notBefore.getOrDefault(here.file(), 0L) < Long.MAX_VALUE) {
            notBefore.remove(here.file());
        }
        consider();
    }

    private void diskRefused(Fetch current) {
        idleUntil = now + DISK_MILLIS;
        leave(current, now);
    }

    private void leave(@Nullable Fetch current, long askAgain) {
        if (current != null) {
            notBefore.put(current.manifest().file(), askAgain);
            home.files().release(current.manifest().file(), session);
            fetch = null;
        }
    }

    /** The file that is coming; null if none is. */
    @Nullable
    Hash arriving() {
        return fetch == null ? null : fetch.manifest().file();
    }
}
