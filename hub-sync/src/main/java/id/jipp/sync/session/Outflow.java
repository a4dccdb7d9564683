package id.jipp.sync.session;

import id.jipp.core.log.Entry;
import id.jipp.core.log.Head;
import id.jipp.core.log.Heads;
import id.jipp.core.log.HubId;
import id.jipp.core.log.StreamId;
import id.jipp.sync.protocol.Frame;
import id.jipp.sync.protocol.ProtocolLimits;
import id.jipp.sync.protocol.RefuseCode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What we send one peer. It names the streams it wants, each with a window of what may be under way; its
 * acknowledgements move the window on. Over all streams no more is under way than the line carried in the last second or
 * two, so that what is said now never waits long behind what was said last month. Short backlogs go first; long ones
 * take turns, rooms with the longer ones.
 */
final class Outflow {
    private static final long PIPE_BYTES_MIN = 64 * 1024;

    /** Its half, the first frame, must be through a line of 32 kbit/s before the peer takes us for gone. */
    private static final long PIPE_BYTES_START = 128 * 1024;

    private static final long PIPE_BYTES_MAX = 4 * 1024 * 1024;

    /** What live entries may add to a full pipe. */
    private static final long LIVE_BYTES_EXTRA = 512 * 1024;

    private static final int LIVE_ENTRIES = 32;

    private final SyncSession session;
    private final Home home;
    private final HubId peer;
    private final Counts counts;
    private final GlimpsesOut glimpses;
    private final Map<StreamId, Serving> servings = new HashMap<>();
    private long pipeBytes = PIPE_BYTES_START;
    private long underWay;
    private long acknowledged;
    private long turn;

    Outflow(SyncSession session, Home home, HubId peer, Counts counts) {
        this.session = session;
        this.home = home;
        this.peer = peer;
        this.counts = counts;
        this.glimpses = new GlimpsesOut(session, home, peer, PIPE_BYTES_START / 2);
    }

    /** @return whether it may be told of that stream */
    boolean want(Frame.Want want) {
        if (want.entries() == 0) {
            stop(want.stream());
            return true;
        }
        boolean served = servings.containsKey(want.stream()) || servings.size() < ProtocolLimits.STREAMS_MAX;
        if (!served || !home.audience().offers(peer, want.stream())) {
            session.send(new Frame.Refuse(RefuseCode.NOT_OFFERED, want.stream(), ""), Action.Lane.BULK);
            return !served;
        }
        stop(want.stream());
        Serving serving = new Serving(want, home.log().head(want.stream()).seq(), turn);
        servings.put(want.stream(), serving);
        glimpses.asked(want.stream(), want.after());
        return true;
    }

    void stop(StreamId stream) {
        glimpses.stop(stream);
        Serving stopped = servings.remove(stream);
        if (stopped != null) {
            underWay -= stopped.bytesUnderWay();
        }
    }

    /** Who may have what has changed. @param told forgets what the peer may not have: once it may, it is told anew */
    void recheck(Map<StreamId, Head> told) {
        for (StreamId stream : List.copyOf(servings.keySet())) {
            if (!home.audience().offers(peer, stream)) {
                stop(stream);
                told.remove(stream);
                // After its entries that still wait to be sent: then they are not asked for any more.
                session.send(new Frame.Refuse(RefuseCode.NOT_OFFERED, stream, ""), Action.Lane.BULK);
            }
        }
    }

    void ack(StreamId stream, Head head) {
        Serving serving = servings.get(stream);
        if (serving != null) {
            long bytesBefore = serving.bytesUnderWay();
            counts.sent(stream, serving.acknowledged(head.seq()));
            long freed = bytesBefore - serving.bytesUnderWay();
            underWay -= freed;
            acknowledged += freed;
            widen();
        }
    }

    void moved(Heads heads) {
        servings.forEach((stream, serving) -> serving.head(heads.of(stream).seq()));
    }

    /** Whether entries of that stream are on their way, or will be as soon as the window allows. */
    boolean isSending(StreamId stream) {
        Serving serving = servings.get(stream);
        return serving != null && serving.isBehind();
    }

    /** A line that has carried all of the pipe within this second is not left waiting for the next. */
    private void widen() {
        if (acknowledged >= pipeBytes) {
            pipeBytes = Math.min(PIPE_BYTES_MAX, pipeBytes * 2);
        }
    }

    /** Once a second: the pipe holds at most two seconds of what the line carries. */
    void tick() {
        if (underWay >= pipeBytes / 2 && acknowledged < pipeBytes / 4) {
            pipeBytes = Math.max(PIPE_BYTES_MIN, pipeBytes / 2);
        }
        acknowledged = 0;
        glimpses.tick(pipeBytes / 2);
    }

    /** Sends as much as the windows and the pipe allow. @param told learns what the peer has heard of by it */
    void pump(Map<StreamId, Head> told) {
        glimpses.pump();
        Serving next = next();
        while (next != null && !session.isClosed()) {
            send(next, told);
            next = next();
        }
    }

    private @Nullable Serving next() {
        Serving best = null;
        for (Serving serving : servings.values()) {
            boolean fits = underWay < (serving.isLive(LIVE_ENTRIES) ? pipeBytes + LIVE_BYTES_EXTRA : pipeBytes);
            if (fits && serving.canSend() && (best == null || serving.goesBefore(best, LIVE_ENTRIES))) {
                best = serving;
            }
        }
        return best;
    }

    private void send(Serving serving, Map<StreamId, Head> told) {
        int aim = (int) Math.min(ProtocolLimits.ENTRIES_BYTES_AIM, Math.max(pipeBytes / 2, 16 * 1024));
        List<Entry> entries = home.log()
                .read(
                        serving.stream(),
                        serving.next() - 1,
                        Math.min(ProtocolLimits.ENTRIES_MAX, serving.entriesLeft()),
                        Math.min(aim, serving.bytesLeft()));
        int bytes = entries.stream().mapToInt(Entry::size).sum();
        if (entries.isEmpty() || entries.size() > serving.entriesLeft() || bytes > serving.bytesLeft()) {
            serving.waitForWindow();
            return;
        }
        Action.Lane lane = serving.lane(LIVE_ENTRIES);
        session.send(new Frame.Entries(serving.stream(), entries), lane);
        Entry last = entries.getLast();
        serving.sent(last.seq(), bytes, lane);
        underWay += bytes;
        turn = serving.turn();
        told.put(serving.stream(), new Head(last.seq(), last.hash()));
    }
}
