package id.jipp.sync.transport;

import id.jipp.sync.protocol.ProtocolLimits;
import id.jipp.sync.session.Event;
import id.jipp.sync.session.FileEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What a session is still to be told. Hints are merged; frames keep their order, and beyond a bound the reader waits,
 * which in the end makes the peer wait. Thread-safe.
 */
final class Inbox {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition some = lock.newCondition();
    private final Condition room = lock.newCondition();
    private final Deque<Event> events = new ArrayDeque<>();
    private boolean added;
    private boolean changed;
    private Event.@Nullable Tick tick;
    private boolean hintedLast;
    private boolean closed;

    /** Waits while there is no room; false once closed. */
    boolean frame(byte[] frame) throws InterruptedException {
        lock.lock();
        try {
            while (events.size() >= ProtocolLimits.INBOX_FRAMES_MAX && !closed) {
                room.await();
            }
            return put(new Event.Received(frame));
        } finally {
            lock.unlock();
        }
    }

    /** Anything but a frame; never waits. */
    void event(Event event) {
        lock.lock();
        try {
            switch (event) {
                case Event.Added hint -> added = true;
                case Event.Changed hint -> changed = true;
                case Event.Tick time -> tick = time;
                case Event.Tell tell when events.size() >= ProtocolLimits.INBOX_FRAMES_MAX -> {}
                case FileEvent e -> put(e);
                case Event.Opened e -> put(e);
                case Event.Received e -> put(e);
                case Event.Tell e -> put(e);
                case Event.Leave e -> put(e);
                case Event.Lost e -> put(e);
            }
            some.signal();
        } finally {
            lock.unlock();
        }
    }

    private boolean put(Event event) {
        if (closed) {
            return false;
        }
        events.add(event);
        some.signal();
        return true;
    }

    /**
     * Waits for the next. A hint goes before what waits in line, then one of those before the next hint: of who writes
     * without pause there is always a hint, and nobody would be heard beside it.
     */
    Event take() throws InterruptedException {
        lock.lock();
        try {
            while (true) {
                Event next = next();
                if (next != null) {
                    return next;
                }
                some.await();
            }
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Event next() {
        if (events.peek() instanceof Event.Opened) {
            return events.poll();
        }
        Event hint = hintedLast && !events.isEmpty() ? null : hint();
        hintedLast = hint != null;
        if (hint != null) {
            return hint;
        }
        Event first = events.poll();
        if (first != null) {
            room.signal();
        }
        return first;
    }

    /** The most urgent hint, if there is one; there is at most one of each kind. */
    private @Nullable Event hint() {
        if (tick != null) {
            Event time = tick;
            tick = null;
            return time;
        }
        if (changed) {
            changed = false;
            return new Event.Changed();
        }
        if (added) {
            added = false;
            return new Event.Added();
        }
        return null;
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            events.clear();
            room.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
