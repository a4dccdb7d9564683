package id.jipp.sync.simulation;

import id.jipp.sync.session.Action;
import id.jipp.sync.session.Event;
import id.jipp.sync.session.SyncSession;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;

/** One connection of two hubs: keeps order, delays, may swallow one direction, may be cut with all that is in it. */
final class Cable {
    final Node caller;
    final Node callee;
    final SyncSession calling;
    final SyncSession called;
    private final Random random;
    private final Deque<Parcel> toCallee = new ArrayDeque<>();
    private final Deque<Parcel> toCaller = new ArrayDeque<>();
    private boolean deafCallee;
    private boolean deafCaller;
    private boolean cut;

    private record Parcel(long at, byte[] frame) {}

    Cable(Node caller, Node callee, Random random, long now) {
        this.caller = caller;
        this.callee = callee;
        this.random = random;
        this.calling = caller.hub.call(callee.hub);
        this.called = callee.hub.answer();
        on(false, new Event.Opened(now), now);
        on(true, new Event.Opened(now), now);
    }

    boolean joins(Node one, Node other) {
        return caller == one && callee == other || caller == other && callee == one;
    }

    boolean touches(Node node) {
        return caller == node || callee == node;
    }

    boolean isCut() {
        return cut;
    }

    /** From now on nothing reaches one of the two, and nobody is told. */
    void swallow(boolean towardsCaller) {
        deafCaller |= towardsCaller;
        deafCallee |= !towardsCaller;
    }

    void cut() {
        cut = true;
        toCallee.clear();
        toCaller.clear();
        calling.on(new Event.Lost());
        called.on(new Event.Lost());
    }

    void both(Event event, long now) {
        on(true, event, now);
        on(false, event, now);
    }

    void one(Node node, Event event, long now) {
        on(caller == node, event, now);
    }

    /** Delivers what is due. With a small chance a bit is turned on the way. */
    void deliver(long now, double flips) {
        boolean moved = true;
        while (moved && !cut) {
            moved = deliver(toCallee, false, deafCallee, now, flips) | deliver(toCaller, true, deafCaller, now, flips);
        }
    }

    private boolean deliver(Deque<Parcel> way, boolean toTheCaller, boolean deaf, long now, double flips) {
        if (way.isEmpty() || way.peek().at() > now) {
            return false;
        }
        byte[] frame = way.remove().frame();
        if (deaf) {
            return true;
        }
        if (random.nextDouble() < flips) {
            frame = frame.clone();
            frame[random.nextInt(frame.length)] ^= (byte) (1 << random.nextInt(8));
        }
        on(toTheCaller, new Event.Received(frame), now);
        return true;
    }

    private void on(boolean atCaller, Event event, long now) {
        if (cut) {
            return;
        }
        SyncSession session = atCaller ? calling : called;
        Deque<Parcel> way = atCaller ? toCallee : toCaller;
        boolean closed = false;
        for (Action action : session.on(event)) {
            switch (action) {
                case Action.Send send -> {
                    long soonest = way.isEmpty() ? now : way.peekLast().at();
                    way.add(new Parcel(Math.max(soonest, now + random.nextInt(60)), send.frame()));
                }
                case Action.Close close -> closed = true;
                case Action.Proven proven -> {}
                case Action.Deliver deliver -> {}
            }
        }
        if (closed) {
            cut();
        }
    }
}
