package id.jipp.sync.session;

import id.jipp.sync.protocol.Frame;
import id.jipp.sync.protocol.Frames;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Two sessions joined by a line that keeps order and loses nothing, with a record of what was said. */
final class Pair {
    final SyncSession caller;
    final SyncSession callee;
    final List<Frame> byCaller = new ArrayList<>();
    final List<Frame> byCallee = new ArrayList<>();
    final List<byte[]> rawByCaller = new ArrayList<>();
    final List<Action> others = new ArrayList<>();
    private final Deque<byte[]> toCallee = new ArrayDeque<>();
    private final Deque<byte[]> toCaller = new ArrayDeque<>();
    private UnaryOperator<List<Frame>> callerSays = frames -> frames;
    private long now;
    private int piecesLeft = Integer.MAX_VALUE;
    private int pieces;
    private int flipAt = -1;

    Action.@Nullable Close callerClosed;
    Action.@Nullable Close calleeClosed;

    Pair(SyncSession caller, SyncSession callee) {
        this.caller = caller;
        this.callee = callee;
    }

    static Pair open(TestHub caller, TestHub callee) {
        return open(caller, callee, frames -> frames);
    }

    /** @param callerSays what the caller makes of its own frames */
    static Pair open(TestHub caller, TestHub callee, UnaryOperator<List<Frame>> callerSays) {
        Pair pair = new Pair(caller.call(callee), callee.answer());
        pair.callerSays(callerSays);
        pair.begin();
        return pair;
    }

    /** From now on the caller's frames go through that first: a hub that does not say what it should. */
    void callerSays(UnaryOperator<List<Frame>> tampering) {
        callerSays = tampering;
    }

    void begin() {
        callee(new Event.Opened(0));
        caller(new Event.Opened(0));
        talk();
    }

    /** From now on, after so many pieces of files no more come through to the caller; other frames do. */
    void cutAfterPieces(int pieces) {
        piecesLeft = pieces;
    }

    void mend() {
        piecesLeft = Integer.MAX_VALUE;
    }

    /** One bit of that piece, counted from 0, turns on its way to the caller. */
    void flipInPiece(int piece) {
        flipAt = piece;
    }

    /** Something happens to the callee whose disk hangs. */
    void calleeWithoutWork(Event event) {
        callee.on(event).stream()
                .filter(Action.Close.class::isInstance)
                .forEach(close -> calleeClosed = (Action.Close) close);
    }

    private byte[] onTheWay(byte[] frame) {
        if (!(Frames.decode(ByteBuffer.wrap(frame)) instanceof Frame.FilePiece)) {
            return frame;
        }
        if (piecesLeft-- <= 0) {
            return new byte[0];
        }
        if (pieces++ != flipAt) {
            return frame;
        }
        byte[] flipped = frame.clone();
        flipped[flipped.length - 1] ^= 1;
        return flipped;
    }

    void caller(Event event) {
        for (Action action : caller.on(event)) {
            switch (action) {
                case Action.Send send ->
                    callerSays
                            .apply(List.of(Frames.decode(ByteBuffer.wrap(send.frame()))))
                            .forEach(frame -> {
                                byte[] raw = Frames.encode(frame);
                                toCallee.add(raw);
                                rawByCaller.add(raw);
                                byCaller.add(frame);
                            });
                case Action.Work work -> caller(work.work().get());
                case Action.Close close -> callerClosed = close;
                case Action.Proven proven -> others.add(proven);
                case Action.Deliver deliver -> others.add(deliver);
            }
        }
    }

    void callee(Event event) {
        for (Action action : callee.on(event)) {
            switch (action) {
                case Action.Send send -> {
                    toCaller.add(send.frame());
                    byCallee.add(Frames.decode(ByteBuffer.wrap(send.frame())));
                }
                case Action.Work work -> callee(work.work().get());
                case Action.Close close -> calleeClosed = close;
                case Action.Proven proven -> others.add(proven);
                case Action.Deliver deliver -> others.add(deliver);
            }
        }
    }

    /** Until nobody has anything more to say. */
    void talk() {
        while (!toCallee.isEmpty() || !toCaller.isEmpty()) {
            if (!toCallee.isEmpty()) {
                callee(new Event.Received(toCallee.remove()));
            }
            if (!toCaller.isEmpty()) {
                byte[] frame = onTheWay(toCaller.remove());
                if (frame.length > 0) {
                    caller(new Event.Received(frame));
                }
            }
        }
    }

    void tick(long millis) {
        now += millis;
        caller(new Event.Tick(now));
        callee(new Event.Tick(now));
        talk();
    }

    void added() {
        caller(new Event.Added());
        callee(new Event.Added());
        talk();
    }

    void changed() {
        caller(new Event.Changed());
        callee(new Event.Changed());
        talk();
    }
}
