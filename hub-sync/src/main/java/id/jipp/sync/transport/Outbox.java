package id.jipp.sync.transport;

import id.jipp.sync.protocol.ProtocolLimits;
import id.jipp.sync.session.Action;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Frames that wait for a connection's one writer, bounded in number and bytes. What is said now goes first, then what was
 * said long ago; pieces of files wait until nothing else does. Thread-safe.
 */
final class Outbox {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition some = lock.newCondition();
    private final Deque<byte[]> frames = new ArrayDeque<>();
    private final Deque<byte[]> bulk = new ArrayDeque<>();
    private final Deque<byte[]> files = new ArrayDeque<>();
    private long bytes;
    private boolean finished;

    /**
     * Takes a frame. What may be dropped is left out when half of the room is taken.
     *
     * @return false if there is no room for what may not be left out
     */
    boolean offer(byte[] frame, Action.Lane lane) {
        lock.lock();
        try {
            if (finished) {
                return true;
            }
            boolean crowded =
                    bytes > ProtocolLimits.OUTBOX_BYTES_MAX / 2 || size() > ProtocolLimits.OUTBOX_FRAMES_MAX / 2;
            if (lane == Action.Lane.DROPPABLE && crowded) {
                return true;
            }
            if (bytes + frame.length > ProtocolLimits.OUTBOX_BYTES_MAX || size() >= ProtocolLimits.OUTBOX_FRAMES_MAX) {
                return false;
            }
            queue(lane).add(frame);
            bytes += frame.length;
            some.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    private Deque<byte[]> queue(Action.Lane lane) {
        return switch (lane) {
            case MAIN, DROPPABLE -> frames;
            case BULK -> bulk;
            case FILES -> files;
        };
    }

    private int size() {
        return frames.size() + bulk.size() + files.size();
    }

    /** Bytes that wait now. */
    long bytes() {
        lock.lock();
        try {
            return bytes;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the next; null when finished and empty. */
    byte @Nullable [] take() throws InterruptedException {
        lock.lock();
        try {
            while (size() == 0 && !finished) {
                some.await();
            }
            byte[] frame = (!frames.isEmpty() ? frames : !bulk.isEmpty() ? bulk : files).poll();
            if (frame != null) {
                bytes -= frame.length;
            }
            return frame;
        } finally {
            lock.unlock();
        }
    }

    /** Takes nothing more; what is in it still goes out, unless it is dropped. */
    void finish(boolean drop) {
        lock.lock();
        try {
            finished = true;
            if (drop) {
                frames.clear();
                bulk.clear();
                files.clear();
                bytes = 0;
            }
            some.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
