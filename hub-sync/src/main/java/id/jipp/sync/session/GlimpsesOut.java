package id.jipp.sync.session;

import id.jipp.core.log.Entry;
import id.jipp.core.log.HubId;
import id.jipp.core.log.StreamId;
import id.jipp.sync.protocol.Frame;
import id.jipp.sync.protocol.ProtocolLimits;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What one peer is shown of rooms it is far behind in: the newest words of each, once, before the history. They are not
 * counted as sent, and come a share of the line at a time.
 */
final class GlimpsesOut {
    private final SyncSession session;
    private final Home home;
    private final HubId peer;
    private final Deque<StreamId> due = new ArrayDeque<>();
    private final Set<StreamId> shown = new HashSet<>();
    private long bytesLeft;

    /** @param bytes what may be sent before the first tick */
    GlimpsesOut(SyncSession session, Home home, HubId peer, long bytes) {
        this.session = session;
        this.home = home;
        this.peer = peer;
        this.bytesLeft = bytes;
    }

    /** They asked for that stream after that number. */
    void asked(StreamId stream, long after) {
        if (stream.name().isRoom() && isFarBehind(stream, after) && !shown.contains(stream)) {
            due.add(stream);
        }
    }

    /** They have it no more, or ask anew. */
    void stop(StreamId stream) {
        due.remove(stream);
    }

    /** A second has gone. @param bytes what may be sent in the next one; one more may be begun while any are left */
    void tick(long bytes) {
        bytesLeft = bytes;
    }

    void pump() {
        while (bytesLeft > 0 && !due.isEmpty()) {
            StreamId stream = due.remove();
            long theirs = home.heads().of(peer, stream).seq();
            // A frozen one has two ends, of which nobody can say which is right.
            if (home.audience().offers(peer, stream)
                    && isFarBehind(stream, theirs)
                    && !home.log().isFrozen(stream)) {
                show(stream);
            }
        }
    }

    private void show(StreamId stream) {
        List<Entry> newest = newest(stream);
        shown.add(stream);
        if (!newest.isEmpty()) {
            bytesLeft -= bytes(newest);
            session.send(new Frame.Glimpse(stream, newest));
        }
    }

    /** Up to the last one; fewer where they are long, and none where one is too long. */
    private List<Entry> newest(StreamId stream) {
        long head = home.log().head(stream).seq();
        for (int entries = ProtocolLimits.GLIMPSE_ENTRIES_MAX; entries > 0; entries /= 2) {
            List<Entry> range =
                    home.log().read(stream, Math.max(0, head - entries), entries, ProtocolLimits.GLIMPSE_BYTES_MAX);
            boolean whole = !range.isEmpty() && range.getLast().seq() == head;
            if (whole && bytes(range) <= ProtocolLimits.GLIMPSE_BYTES_MAX) {
                return range;
            }
        }
        return List.of();
    }

    private boolean isFarBehind(StreamId stream, long after) {
        return home.log().head(stream).seq() - after > home.limits().glimpseBehind();
    }

    private static int bytes(List<Entry> entries) {
        return entries.stream().mapToInt(Entry::size).sum();
    }
}
