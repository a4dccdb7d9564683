package id.jipp.sync.session;

import id.jipp.core.log.HubId;
import id.jipp.core.log.LogUnavailable;
import id.jipp.core.log.StreamId;
import id.jipp.core.log.StreamName;
import id.jipp.core.peer.Peer;
import id.jipp.sync.protocol.ByeCode;
import id.jipp.sync.protocol.Frame;
import id.jipp.sync.protocol.FrameViolation;
import id.jipp.sync.protocol.Frames;
import id.jipp.sync.protocol.Handshake;
import id.jipp.sync.protocol.ProtocolLimits;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One conversation with one peer: what happens goes in, what is to be done comes out. It greets, compares what both
 * hold, then follows, until it is closed. It has no clock, no socket and no thread; not thread-safe.
 */
public final class SyncSession {
    /** Where a conversation stands. */
    public enum State {
        GREETING,
        COMPARING,
        FOLLOWING,
        CLOSED
    }

    private final Home home;
    private final boolean calling;
    private final Greeting greeting;
    private final Counts counts = new Counts();
    private List<Action> actions = new ArrayList<>();
    private State state = State.GREETING;
    private @Nullable Following following;
    private long openedAt;
    private long now;
    private long heardAt;
    private long saidAt;
    private int ephemerals;

    private SyncSession(Home home, @Nullable HubId callee, byte[] nonce) {
        if (nonce.length != Handshake.NONCE_BYTES) {
            throw new IllegalArgumentException("A nonce has 32 bytes; came: " + nonce.length);
        }
        this.home = home;
        this.calling = callee != null;
        this.greeting = new Greeting(this, home, callee, nonce);
    }

    /** With a hub we call. @param nonce 32 fresh random bytes */
    public static SyncSession calling(Home home, HubId callee, byte[] nonce) {
        return new SyncSession(home, callee, nonce);
    }

    /** With whoever called us. @param nonce 32 fresh random bytes */
    public static SyncSession called(Home home, byte[] nonce) {
        return new SyncSession(home, null, nonce);
    }

    /** Takes in what happened and answers what to do about it. After {@link Action.Close} there is nothing more. */
    public List<Action> on(Event event) {
        if (state != State.CLOSED) {
            try {
                handle(event);
            } catch (LogUnavailable gone) {
                end(ByeCode.LATER, "the store is away");
            }
        }
        List<Action> done = actions;
        actions = new ArrayList<>();
        return done;
    }

    private void handle(Event event) {
        switch (event) {
            case Event.Opened opened -> {
                openedAt = opened.millis();
                now = heardAt = saidAt = openedAt;
                greeting.opened();
            }
            case Event.Received received -> received(received.frame());
            case Event.Tick tick -> tick(tick.millis());
            case Event.Added added -> {
                if (following != null) {
                    following.added();
                }
            }
            case Event.Changed changed -> changed();
            case Event.Tell tell -> tell(tell);
            case FileEvent done -> {
                if (following != null) {
                    following.on(done);
                }
            }
            case Event.Leave leave -> end(leave.code(), leave.reason());
            case Event.Lost lost -> close();
        }
    }

    private void received(byte[] bytes) {
        heardAt = now;
        if (state == State.GREETING && bytes.length > ProtocolLimits.GREETING_BYTES_MAX) {
            violation(ByeCode.MALFORMED, "a greeting of " + bytes.length + " bytes");
            return;
        }
        Frame frame;
        try {
            frame = Frames.decode(ByteBuffer.wrap(bytes));
        } catch (FrameViolation wrong) {
            violation(ByeCode.MALFORMED, String.valueOf(wrong.getMessage()));
            return;
        }
        switch (frame) {
            case Frame.Bye bye -> byeFromPeer(bye);
            case Frame.Ping ping -> send(new Frame.Pong(ping.number()));
            case Frame.Pong pong -> {}
            case Frame.Skipped skipped -> {}
            case Frame.Ephemeral ephemeral when following != null -> deliver(ephemeral);
            default -> {
                if (following == null) {
                    greeting.on(frame, bytes);
                } else {
                    following.on(frame);
                }
            }
        }
    }

    private void tick(long millis) {
        now = Math.max(now, millis);
        ephemerals = 0;
        if (state == State.GREETING
                && !greeting.waitsForPeople()
                && now - openedAt >= home.limits().greetingMillis()) {
            end(ByeCode.SILENT, "the greeting took too long");
            return;
        }
        if (now - heardAt >= 2 * home.limits().heartbeatMillis()) {
            end(ByeCode.SILENT, "nothing heard for " + (now - heardAt) / 1000 + " s");
            return;
        }
        if (following != null) {
            following.tick(now);
        }
        if (state != State.CLOSED && now - saidAt >= home.limits().heartbeatMillis()) {
            send(new Frame.Ping(now));
        }
    }

    private void changed() {
        if (following == null) {
            greeting.changed();
            return;
        }
        Peer peer = home.peers().find(following.peer()).orElse(null);
        if (peer != null && peer.isLinked()) {
            following.changed();
            return;
        }
        following.linkIsOver();
        if (peer != null && peer.isOver()) {
            end(ByeCode.LEFT, "the link is over");
        } else {
            end(ByeCode.CLOSED, "the link is closed");
        }
    }

    private void tell(Event.Tell tell) {
        if (following != null
                && home.audience().offers(following.peer(), share(home.self().hub(), tell.room()))) {
            send(new Frame.Ephemeral(tell.room(), tell.content()), Action.Lane.DROPPABLE);
        }
    }

    private void deliver(Frame.Ephemeral ephemeral) {
        HubId peer = Objects.requireNonNull(following).peer();
        boolean welcome = ++ephemerals <= ProtocolLimits.EPHEMERALS_PER_SECOND
                && home.audience().accepts(peer, share(peer, ephemeral.room()))
                && home.audience().offers(peer, share(home.self().hub(), ephemeral.room()));
        if (welcome) {
            actions.add(new Action.Deliver(peer, ephemeral.room(), ephemeral.content()));
        }
    }

    private static StreamId share(HubId hub, String room) {
        return new StreamId(hub, StreamName.ofRoom(room));
    }

    private void byeFromPeer(Frame.Bye bye) {
        if (bye.code().isBlame()) {
            counts.refused(new Refusal(true, bye.code().name(), null, bye.reason()));
        }
        if (bye.code() == ByeCode.LEFT && following != null) {
            following.linkIsOver();
            home.peers().gone(following.peer());
        }
        close();
        actions.add(new Action.Close(bye.code(), bye.reason(), true));
    }

    void send(Frame frame) {
        send(frame, Action.Lane.MAIN);
    }

    void send(Frame frame, Action.Lane lane) {
        if (state == State.CLOSED) {
            return;
        }
        saidAt = now;
        actions.add(new Action.Send(Frames.encode(frame), lane));
    }

    void work(Supplier<Event> work) {
        if (state != State.CLOSED) {
            actions.add(new Action.Work(work));
        }
    }

    /** Says goodbye without blame. */
    void end(ByeCode code, String reason) {
        if (state == State.CLOSED) {
            return;
        }
        send(new Frame.Bye(code, reason));
        close();
        actions.add(new Action.Close(code, reason, false));
    }

    /** They broke a rule: counted, said, over. */
    void violation(ByeCode code, String reason) {
        if (state != State.CLOSED) {
            counts.refused(new Refusal(false, code.name(), null, reason));
            end(code, reason);
        }
    }

    void proven(HubId peer) {
        actions.add(new Action.Proven(peer));
    }

    void linked(HubId peer, int minor) {
        state = State.COMPARING;
        following = new Following(this, home.speaking(minor), peer, counts, now);
        following.start();
    }

    void compared() {
        if (state == State.COMPARING) {
            state = State.FOLLOWING;
        }
    }

    boolean isClosed() {
        return state == State.CLOSED;
    }

    private void close() {
        state = State.CLOSED;
        home.sources().releaseAll(this);
        home.files().releaseAll(this);
    }

    public State state() {
        return state;
    }

    /** Whether we called. */
    public boolean isCalling() {
        return calling;
    }

    /** Whom it is with, as claimed; proven only after {@link Action.Proven}. Null until somebody has said. */
    public @Nullable HubId peer() {
        return greeting.peer();
    }

    /** How it goes, as of now. */
    public Progress progress() {
        return new Progress(
                state,
                counts.received(),
                counts.sent(),
                counts.repeated(),
                counts.refused(),
                counts.lastRefusal(),
                following == null ? Set.of() : following.refusedByThem(),
                counts.passed(),
                following == null ? FileProgress.NONE : following.files());
    }
}
