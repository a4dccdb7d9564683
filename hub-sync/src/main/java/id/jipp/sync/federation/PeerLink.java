package id.jipp.sync.federation;

import id.jipp.core.log.HubId;
import id.jipp.core.log.StreamId;
import id.jipp.core.peer.Absence;
import id.jipp.sync.protocol.ByeCode;
import id.jipp.sync.protocol.ProtocolLimits;
import id.jipp.sync.session.Action;
import id.jipp.sync.session.FileProgress;
import id.jipp.sync.session.Progress;
import id.jipp.sync.session.Refusal;
import id.jipp.sync.session.SyncSession;
import id.jipp.sync.transport.Line;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What is remembered of one peer between its lines: the line, when to call again, the sums of past lines. */
final class PeerLink {
    /** How long a peer may be away before it is called unreachable. */
    static final long UNREACHABLE_AFTER_MILLIS = 30_000;

    final HubId hub;
    private @Nullable Line line;
    private boolean dialling;
    private long callAt;
    private long delay = ProtocolLimits.RETRY_MIN.toMillis();
    private long downSince;
    private long received;
    private long sent;
    private long refused;
    private FileProgress files = FileProgress.NONE;
    private @Nullable Refusal lastRefusal;
    private @Nullable Instant lastContact;
    private boolean turnedAway;
    private boolean knowsWeLeft;
    private @Nullable Instant otherKeyAt;

    PeerLink(HubId hub, long now) {
        this.hub = hub;
        this.downSince = now;
        this.callAt = now;
    }

    synchronized @Nullable Line line() {
        return line;
    }

    /** Takes this line for the peer's one line; answers the one that must go, if there are two. */
    synchronized @Nullable Line take(Line proven, HubId self) {
        Line before = line;
        if (before == null || before.isOver() || before == proven) {
            line = proven;
            return null;
        }
        if (isBetter(proven, before, self)) {
            line = proven;
            return before;
        }
        return proven;
    }

    /**
     * A peer that calls again after a while has lost its end of the old line. Where both called each other at once, the
     * call of the smaller id stays, which both see alike.
     */
    private boolean isBetter(Line proven, Line before, HubId self) {
        boolean together = before.provenFor() < ProtocolLimits.GREETING_TIMEOUT.toMillis();
        if (!together || before.isCalling() == proven.isCalling()) {
            return true;
        }
        boolean weAreSmaller = self.compareTo(hub) < 0;
        return proven.isCalling() == weAreSmaller;
    }

    /** Whether to call now; if so, somebody does until {@link #called}. */
    synchronized boolean isTimeToCall(long now) {
        if (dialling || now < callAt || line != null && !line.isOver()) {
            return false;
        }
        dialling = true;
        return true;
    }

    /** A call was made. If it failed, the next waits twice as long, a fifth more or less. */
    synchronized void called(boolean connected, long now, RandomGenerator random) {
        dialling = false;
        // A line that opened says itself when it is over; until it is proven no second call is made.
        callAt = now + (connected ? ProtocolLimits.GREETING_TIMEOUT.toMillis() : jittered(random));
        if (!connected) {
            longer();
        }
    }

    /** The link itself changed; whatever was said of an older one counts no more. */
    synchronized void changed(long now) {
        knowsWeLeft = false;
        callSoon(now);
    }

    /** Whether the peer has said that the link is over; one we left is called until it does. */
    synchronized boolean knowsWeLeft() {
        return knowsWeLeft;
    }

    synchronized void callSoon(long now) {
        callAt = Math.min(callAt, now);
    }

    synchronized void over(Line ended, Action.@Nullable Close why, Instant wall, long now, RandomGenerator random) {
        Progress sums = ended.progress();
        received += sums.received();
        sent += sums.sent();
        refused += sums.refused();
        files = files.then(sums.files());
        if (sums.lastRefusal() != null) {
            lastRefusal = sums.lastRefusal();
        }
        boolean blame = why != null && why.code().isBlame();
        if (blame && sums.refused() == 0 && why != null) {
            refused++;
            lastRefusal = refusal(why);
        }
        knowsWeLeft |= why != null && why.code() == ByeCode.LEFT && why.byPeer();
        if (line != null && line != ended && !line.isOver()) {
            return;
        }
        if (line == ended) {
            line = null;
            downSince = now;
            lastContact = wall.minusMillis(Math.max(0, now - ended.heardAt()));
            if (!blame) {
                delay = ProtocolLimits.RETRY_MIN.toMillis();
            }
        }
        turnedAway = why != null && (blame || why.code() == ByeCode.CLOSED || why.code() == ByeCode.LEFT);
        if (turnedAway && !blame && why != null) {
            lastRefusal = refusal(why);
        }
        callAt = now + jittered(random);
        longer();
    }

    private static Refusal refusal(Action.Close why) {
        return new Refusal(why.byPeer(), why.code().name(), null, why.reason());
    }

    /** Somebody called as this peer with another key than the one we know. */
    synchronized void otherKey(Instant wall) {
        otherKeyAt = wall;
    }

    private long jittered(RandomGenerator random) {
        return delay + random.nextLong(-delay / 5, delay / 5 + 1);
    }

    private void longer() {
        delay = Math.min(delay * 2, ProtocolLimits.RETRY_MAX.toMillis());
    }

    /** What a status needs beside the lines. {@code lastContact} is that of earlier starts; null for never. */
    record Known(
            Comparison comparison,
            boolean callable,
            boolean frozen,
            @Nullable Instant newest,
            @Nullable Instant lastContact,
            List<Absence> absences) {}

    synchronized PeerStatus status(Known known, Instant wall, long now) {
        Comparison comparison = known.comparison();
        Line open = line != null && !line.isOver() ? line : null;
        Progress progress = open == null ? null : open.progress();
        boolean connected = progress != null && progress.state() == SyncSession.State.FOLLOWING;
        if (connected) {
            turnedAway = false;
            lastContact = wall.minusMillis(
                    Math.max(0, now - Objects.requireNonNull(open).heardAt()));
        }
        return new PeerStatus(
                hub,
                state(connected, open != null, known.callable(), known.frozen(), now),
                lastContact == null ? known.lastContact() : lastContact,
                comparison.toSend(),
                comparison.toReceive(),
                connected ? comparison.alike() : null,
                comparison.shared(),
                received + (progress == null ? 0 : progress.received()),
                sent + (progress == null ? 0 : progress.sent()),
                refused + (progress == null ? 0 : progress.refused()),
                progress != null && progress.lastRefusal() != null ? progress.lastRefusal() : lastRefusal,
                comparison.proof(),
                known.newest(),
                otherKeyAt,
                known.absences(),
                files.then(progress == null ? FileProgress.NONE : progress.files()));
    }

    private PeerStatus.State state(boolean connected, boolean open, boolean callable, boolean frozen, long now) {
        if (frozen) {
            return PeerStatus.State.FROZEN;
        }
        if (connected) {
            return PeerStatus.State.CONNECTED;
        }
        if (open) {
            return PeerStatus.State.WAITING;
        }
        if (turnedAway) {
            return PeerStatus.State.REFUSED;
        }
        return callable && now - downSince < UNREACHABLE_AFTER_MILLIS
                ? PeerStatus.State.WAITING
                : PeerStatus.State.UNREACHABLE;
    }

    synchronized Set<StreamId> unwanted() {
        return line == null ? Set.of() : line.progress().refusedByThem();
    }
}
