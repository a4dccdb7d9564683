package id.jipp.sync.transport;

import id.jipp.core.log.HubId;
import id.jipp.sync.protocol.ByeCode;
import id.jipp.sync.session.Action;
import id.jipp.sync.session.Event;
import id.jipp.sync.session.Progress;
import id.jipp.sync.session.SyncSession;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A session on a connection. One thread drives the session, one virtual thread writes, one works on files; whoever reads
 * only hands over, so that two hubs that send each other much never wait for each other. Thread-safe.
 */
public final class Line {
    private static final System.Logger LOG = System.getLogger(Line.class.getName());
    private static final AtomicLong NUMBERS = new AtomicLong();

    /** Lets the worker see that it is over. No interrupt: it would close the files it writes to in the middle. */
    private static final Action.Work NOTHING = new Action.Work(Event.Changed::new);

    private final SyncSession session;
    private final Wire wire;
    private final Listener listener;
    private final LongSupplier millis;
    private final Inbox inbox = new Inbox();
    private final Outbox outbox = new Outbox();
    private final AtomicBoolean over = new AtomicBoolean();
    private final Thread driver;
    private final Thread writer;
    private final Thread worker;
    private final BlockingQueue<Action.Work> works = new LinkedBlockingQueue<>();
    private volatile Progress progress;
    private volatile @Nullable HubId peer;
    private volatile long provenAt = -1;
    private volatile long heardAt;
    private volatile Action.@Nullable Close closing;

    /** Hears how a line goes; called on the line's own thread. */
    public interface Listener {
        /** The peer has proven on that line that it is a hub we know, or one with an invitation of ours. */
        void proven(Line line, HubId peer);

        /** Something ephemeral of a room came. */
        void delivered(HubId from, String room, byte[] content);

        /** The line's state changed. */
        void moved(Line line);

        /** It is over. Told once. {@code why} is null where the connection just broke. */
        void over(Line line, Action.@Nullable Close why);
    }

    public Line(SyncSession session, Wire wire, Listener listener, LongSupplier millis) {
        this.session = session;
        this.wire = wire;
        this.listener = listener;
        this.millis = millis;
        this.progress = session.progress();
        this.peer = session.peer();
        this.heardAt = millis.getAsLong();
        long number = NUMBERS.incrementAndGet();
        this.driver = Thread.ofPlatform().daemon().name("sync-" + number).unstarted(this::drive);
        this.writer = Thread.ofVirtual().name("sync-writer-" + number).unstarted(this::write);
        this.worker = Thread.ofVirtual().name("sync-files-" + number).unstarted(this::work);
    }

    public Line start() {
        inbox.event(new Event.Opened(millis.getAsLong()));
        driver.start();
        writer.start();
        worker.start();
        return this;
    }

    /** A frame came. Waits where the session does not keep up. */
    void received(byte[] frame) {
        try {
            heardAt = millis.getAsLong();
            inbox.frame(frame);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** The connection is gone. {@code why} where the other end or the container said a reason worth counting. */
    void lost(@Nullable String why) {
        if (why != null) {
            end(new Action.Close(ByeCode.MALFORMED, why, false));
        } else {
            end(null);
        }
    }

    public void added() {
        inbox.event(new Event.Added());
    }

    public void changed() {
        inbox.event(new Event.Changed());
    }

    public void tick() {
        inbox.event(new Event.Tick(millis.getAsLong()));
    }

    public void tell(String room, byte[] content) {
        inbox.event(new Event.Tell(room, content));
    }

    public void leave(ByeCode code, String reason) {
        inbox.event(new Event.Leave(code, reason));
    }

    public boolean isCalling() {
        return session.isCalling();
    }

    public boolean isOver() {
        return over.get();
    }

    /** Milliseconds since the peer proved who it is; -1 if it has not. */
    public long provenFor() {
        return provenAt < 0 ? -1 : millis.getAsLong() - provenAt;
    }

    /** When the last frame came, on the clock given. */
    public long heardAt() {
        return heardAt;
    }

    /** As of its last event. */
    public Progress progress() {
        return progress;
    }

    /** Whom it is with, as claimed; null until somebody has said. */
    public @Nullable HubId peer() {
        return peer;
    }

    /** Waits until all was said and the connection closed, at most that long. */
    public void awaitEnd(long boundMillis) throws InterruptedException {
        writer.join(Duration.ofMillis(boundMillis));
    }

    private void drive() {
        try {
            while (!over.get()) {
                List<Action> actions = session.on(inbox.take());
                for (Action action : actions) {
                    act(action);
                }
                note();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failure) {
            LOG.log(System.Logger.Level.ERROR, "A session with " + peer + " failed and is closed", failure);
        } finally {
            session.on(new Event.Lost());
            end(null);
        }
    }

    private void note() {
        Progress before = progress;
        peer = session.peer();
        progress = session.progress();
        if (before.state() != progress.state()) {
            listener.moved(this);
        }
    }

    private void act(Action action) {
        switch (action) {
            case Action.Send send -> {
                if (!outbox.offer(send.frame(), send.lane())) {
                    end(new Action.Close(ByeCode.SLOW, "the peer reads too slowly", false));
                }
            }
            case Action.Proven proven -> {
                provenAt = millis.getAsLong();
                listener.proven(this, proven.peer());
            }
            case Action.Deliver deliver -> listener.delivered(deliver.from(), deliver.room(), deliver.content());
            case Action.Work work -> works.add(work);
            case Action.Close close -> {
                note();
                end(close);
            }
        }
    }

    private void end(Action.@Nullable Close why) {
        if (!over.compareAndSet(false, true)) {
            return;
        }
        boolean inVain = why == null || why.code() == ByeCode.SLOW || why.code() == ByeCode.SILENT;
        closing = why;
        outbox.finish(inVain);
        inbox.close();
        inbox.event(new Event.Changed());
        works.add(NOTHING);
        if (inVain) {
            Thread.startVirtualThread(() -> wire.close(status(why), reason(why)));
        }
        listener.over(this, why);
    }

    /** What a disk may keep waiting: apart from the session, in order. How much it is, the session bounds. */
    private void work() {
        try {
            while (!over.get()) {
                inbox.event(works.take().work().get());
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failure) {
            LOG.log(System.Logger.Level.ERROR, "Work for a session with " + peer + " failed; it is closed", failure);
            end(null);
        }
    }

    private void write() {
        try {
            byte[] frame = outbox.take();
            while (frame != null) {
                wire.send(ByteBuffer.wrap(frame));
                frame = outbox.take();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException broken) {
            LOG.log(System.Logger.Level.DEBUG, "The connection with " + peer + " broke", broken);
            end(null);
        } finally {
            wire.close(status(closing), reason(closing));
        }
    }

    private static int status(Action.@Nullable Close why) {
        return why == null ? ByeCode.LEAVING.status() : why.code().status();
    }

    private static String reason(Action.@Nullable Close why) {
        return why == null ? "" : why.code().name();
    }
}
