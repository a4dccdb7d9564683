package id.jipp.sync.session;

import id.jipp.core.log.Hash;
import id.jipp.core.material.Manifest;
import id.jipp.sync.protocol.ProtocolLimits;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** One file on its way from one peer: which part is to be asked for next. */
final class Fetch {
    private final Manifest manifest;
    private final Deque<Gap> gaps = new ArrayDeque<>();
    private int wrong;
    private boolean offered;
    private boolean lookAgain;

    /** Bytes of one chunk that were not asked for yet. */
    private record Gap(int chunk, int from) {}

    /** @param offset within the file */
    record Part(long offset, int bytes) {}

    Fetch(Manifest manifest) {
        this.manifest = manifest;
    }

    Manifest manifest() {
        return manifest;
    }

    boolean is(Hash file) {
        return manifest.file().equals(file);
    }

    /** @param arrived how many bytes of each chunk are here */
    void open(int[] arrived) {
        gaps.clear();
        for (int chunk = 0; chunk < arrived.length; chunk++) {
            if (arrived[chunk] < manifest.chunkBytes(chunk)) {
                gaps.add(new Gap(chunk, arrived[chunk]));
            }
        }
    }

    /**
     * Somebody else brings bytes of it too. What is under way is let pass, and what is missing then is looked up anew.
     */
    void lookAgain() {
        lookAgain = true;
    }

    boolean isToLookAgain() {
        return lookAgain;
    }

    /** Whether nothing was missing when it was opened. */
    boolean isComplete() {
        return gaps.isEmpty();
    }

    /** The peer has sent some of it. Before that one piece is asked for and no more: it may not have the file. */
    void offered() {
        offered = true;
    }

    boolean isOffered() {
        return offered;
    }

    /** The next part, at most so many bytes; null if all was asked for. */
    @Nullable
    Part next(int bytesMax) {
        Gap gap = gaps.poll();
        if (gap == null) {
            return null;
        }
        int left = manifest.chunkBytes(gap.chunk()) - gap.from();
        int bytes = Math.min(left, Math.min(bytesMax, ProtocolLimits.FILE_PIECE_BYTES_MAX));
        if (bytes < left) {
            gaps.addFirst(new Gap(gap.chunk(), gap.from() + bytes));
        }
        return new Part((long) gap.chunk() * Manifest.CHUNK_BYTES + gap.from(), bytes);
    }

    /** That chunk came with wrong bytes and is to be asked for again. @return how often that happened to this file */
    int wrong(int chunk) {
        gaps.addFirst(new Gap(chunk, 0));
        return ++wrong;
    }
}
