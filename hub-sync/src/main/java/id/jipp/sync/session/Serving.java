package id.jipp.sync.session;

import id.jipp.core.log.StreamId;
import id.jipp.sync.protocol.Frame;
import java.util.ArrayDeque;
import java.util.Deque;

/** One stream as it is sent to one peer: where we are, what is under way, what the window still allows. */
final class Serving {
    private final StreamId stream;
    private final int windowEntries;
    private final int windowBytes;
    private final Deque<Flight> flights = new ArrayDeque<>();
    private long acknowledged;
    private long next;
    private long head;
    private long turn;
    private long bulkUpTo;
    private int bytesUnderWay;
    private boolean waiting;

    private record Flight(long last, int bytes) {}

    Serving(Frame.Want want, long head, long turn) {
        this.stream = want.stream();
        this.windowEntries = want.entries();
        this.windowBytes = want.bytes();
        this.acknowledged = want.after();
        this.next = want.after() + 1;
        this.head = head;
        this.turn = turn;
    }

    StreamId stream() {
        return stream;
    }

    long next() {
        return next;
    }

    void head(long seq) {
        head = seq;
    }

    boolean isBehind() {
        return next <= head;
    }

    boolean canSend() {
        return isBehind() && !waiting && entriesLeft() > 0 && bytesLeft() > 0;
    }

    int entriesLeft() {
        return (int) Math.max(0, windowEntries - (next - 1 - acknowledged));
    }

    int bytesLeft() {
        return Math.max(0, windowBytes - bytesUnderWay);
    }

    int bytesUnderWay() {
        return bytesUnderWay;
    }

    /** What the log has next is more than the window holds. */
    void waitForWindow() {
        waiting = true;
    }

    boolean isLive(int entries) {
        return head - next < entries;
    }

    /** What is live goes before bulk, but never before bulk of its own stream that may still wait to be sent. */
    Action.Lane lane(int liveEntries) {
        return isLive(liveEntries) && bulkUpTo <= acknowledged ? Action.Lane.MAIN : Action.Lane.BULK;
    }

    boolean goesBefore(Serving other, int liveEntries) {
        boolean live = isLive(liveEntries);
        if (live != other.isLive(liveEntries)) {
            return live;
        }
        if (live && stream.name().isRoom() != other.stream.name().isRoom()) {
            return stream.name().isRoom();
        }
        return turn != other.turn ? turn < other.turn : stream.compareTo(other.stream) < 0;
    }

    long turn() {
        return turn;
    }

    /** Notes what went out. A room pays a quarter for its turn, so it gets four where the catalogue gets one. */
    void sent(long last, int bytes, Action.Lane lane) {
        if (lane == Action.Lane.BULK) {
            bulkUpTo = last;
        }
        flights.add(new Flight(last, bytes));
        bytesUnderWay += bytes;
        next = last + 1;
        turn += stream.name().isRoom() ? bytes / 4 + 1 : bytes;
    }

    /** @return how many entries this acknowledged for the first time */
    long acknowledged(long seq) {
        long upTo = Math.min(seq, next - 1);
        long news = Math.max(0, upTo - acknowledged);
        while (!flights.isEmpty() && flights.getFirst().last() <= upTo) {
            bytesUnderWay -= flights.removeFirst().bytes();
        }
        acknowledged += news;
        if (news > 0) {
            waiting = false;
        }
        return news;
    }
}
