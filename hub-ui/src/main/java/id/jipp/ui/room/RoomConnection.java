package id.jipp.ui.room;

import id.jipp.core.person.Person;
import id.jipp.core.room.RoomId;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;

/**
 * One page's socket: a bounded outbox with a writer of its own, so that a slow reader delays nobody, and a bound on how
 * fast it may talk. Thread-safe.
 */
final class RoomConnection {
    private final WebSocketSession session;
    private final SignedInSession signedIn;
    private final LongSupplier nanoTime;
    private final BlockingQueue<TextMessage> outbox = new LinkedBlockingQueue<>(RoomSocketLimits.OUTBOX_FRAMES_MAX);
    private final AtomicLong outboxChars = new AtomicLong();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Thread writer;
    private volatile @Nullable RoomId room;
    private volatile long lastHeard;
    private long nextFree;
    private long lastTyping;

    RoomConnection(WebSocketSession session, SignedInSession signedIn, LongSupplier nanoTime) {
        this.session = session;
        this.signedIn = signedIn;
        this.nanoTime = nanoTime;
        this.lastHeard = nanoTime.getAsLong();
        this.nextFree = lastHeard;
        this.lastTyping = lastHeard - RoomSocketLimits.TYPING_EVERY.toNanos();
        this.writer = Thread.ofVirtual().name("room-writer").start(this::write);
    }

    Person person() {
        return signedIn.person();
    }

    @Nullable
    RoomId room() {
        return room;
    }

    void enter(RoomId entered) {
        room = entered;
    }

    /** Queues a frame; a page too slow to take it is closed and will come back for what it missed. */
    void send(TextMessage frame) {
        if (closed.get()) {
            return;
        }
        if (outboxChars.addAndGet(frame.getPayloadLength()) > RoomSocketLimits.OUTBOX_CHARS_MAX
                || !outbox.offer(frame)) {
            close(CloseStatus.SESSION_NOT_RELIABLE);
        }
    }

    /** Notes a frame from the page; answers whether it is within the rate. Called by one thread at a time. */
    boolean heardInTime() {
        long now = nanoTime.getAsLong();
        long every = 1_000_000_000L / RoomSocketLimits.FRAMES_PER_SECOND;
        lastHeard = now;
        nextFree = Math.max(now, nextFree) + every;
        return nextFree - now <= every * RoomSocketLimits.FRAMES_BURST;
    }

    /** Whether a word of typing may be passed on now. Called by one thread at a time. */
    boolean mayShowTyping() {
        long now = nanoTime.getAsLong();
        if (now - lastTyping < RoomSocketLimits.TYPING_EVERY.toNanos()) {
            return false;
        }
        lastTyping = now;
        return true;
    }

    boolean isSilent() {
        return nanoTime.getAsLong() - lastHeard > RoomSocketLimits.SILENCE_MAX.toNanos();
    }

    boolean isStillSignedIn() {
        return signedIn.isStillTrue();
    }

    /** Ends it, at once and without waiting for what is queued. */
    void close(CloseStatus why) {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        outbox.clear();
        Thread.ofVirtual().name("room-closer").start(() -> {
            try {
                session.close(why);
            } catch (IOException gone) {
                // it is closed, which is what was wanted
            }
            writer.interrupt();
        });
    }

    /** The socket is gone. */
    void closed() {
        closed.set(true);
        writer.interrupt();
    }

    private void write() {
        try {
            while (!closed.get()) {
                TextMessage frame = outbox.take();
                outboxChars.addAndGet(-frame.getPayloadLength());
                session.sendMessage(frame);
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        } catch (IOException | IllegalStateException gone) {
            close(CloseStatus.SESSION_NOT_RELIABLE);
        }
    }
}
