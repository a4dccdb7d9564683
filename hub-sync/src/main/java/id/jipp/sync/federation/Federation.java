package id.jipp.sync.federation;

import id.jipp.core.log.Epochs;
import id.jipp.core.log.Fork;
import id.jipp.core.log.Heads;
import id.jipp.core.log.HubId;
import id.jipp.core.peer.Absences;
import id.jipp.core.peer.Peer;
import id.jipp.core.projection.Listeners;
import id.jipp.sync.protocol.ByeCode;
import id.jipp.sync.protocol.Handshake;
import id.jipp.sync.session.Action;
import id.jipp.sync.session.Home;
import id.jipp.sync.session.SyncSession;
import id.jipp.sync.transport.Callers;
import id.jipp.sync.transport.Dialler;
import id.jipp.sync.transport.Line;
import id.jipp.sync.transport.Wire;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Keeps one session with every linked peer alive, and knows how each goes. Thread-safe. */
public final class Federation implements Callers {
    private static final System.Logger LOG = System.getLogger(Federation.class.getName());
    private static final long ROUND_MILLIS = 250;
    private static final long TICK_MILLIS = 1_000;
    private static final long GOODBYE_MILLIS = 2_000;

    private final Home home;
    private final Clock clock;
    private final LongSupplier millis;
    private final Dialler dialler;
    private final UnaryOperator<Runnable> onRoomsChanged;
    private final Absences absences;
    private final Contacts contacts;
    private final NewestEntries newest;
    private final SecureRandom random = new SecureRandom();
    private final Map<HubId, PeerLink> links = new ConcurrentHashMap<>();
    private final Set<Line> lines = ConcurrentHashMap.newKeySet();
    private final Doorway doorway = new Doorway();
    private final Set<HubId> news = ConcurrentHashMap.newKeySet();
    private final Listeners<HubId> changes = new Listeners<>();
    private final Ephemerals ephemerals = new Ephemerals(this::tell);
    private final AtomicLong strangersRefused = new AtomicLong();
    private final List<Runnable> subscriptions = new ArrayList<>();
    private final Ear ear = new Ear();
    private @Nullable ScheduledExecutorService rounds;
    private volatile boolean running;
    private long tickedAt;
    private int forksSeen;

    /**
     * @param millis a clock that never goes back
     * @param onRoomsChanged takes a hint to be called when rooms change, answers what ends that
     */
    Federation(
            Home home,
            Absences absences,
            Clock clock,
            LongSupplier millis,
            Dialler dialler,
            UnaryOperator<Runnable> onRoomsChanged) {
        this.home = home;
        this.clock = clock;
        this.millis = millis;
        this.dialler = dialler;
        this.onRoomsChanged = onRoomsChanged;
        this.absences = absences;
        this.contacts = new Contacts(absences);
        this.newest = new NewestEntries(home.log(), clock);
    }

    /** One status for each peer we know, in the order of their ids. */
    public List<PeerStatus> statuses() {
        Heads heads = home.log().heads();
        return home.peers().all().stream().map(peer -> status(peer, heads)).toList();
    }

    public Optional<PeerStatus> status(HubId hub) {
        return home.peers().find(hub).map(peer -> status(peer, home.log().heads()));
    }

    private PeerStatus status(Peer peer, Heads heads) {
        PeerLink link = link(peer.hub());
        PeerLink.Known known = new PeerLink.Known(
                comparison(peer.hub(), heads),
                peer.address() != null,
                isFrozen(peer.hub(), heads),
                newest.of(peer.hub(), heads),
                absences.lastContact(peer.hub()).orElse(null),
                absences.of(peer.hub()));
        return link.status(known, clock.instant(), millis.getAsLong());
    }

    private Comparison comparison(HubId peer, Heads heads) {
        return Comparison.of(
                peer, heads, home.heads().of(peer), home.audience(), link(peer).unwanted());
    }

    /**
     * Whether a stream of this hub itself stands still, because two different entries of ours are about under one number:
     * an old state was put back, or somebody else has our key.
     */
    public boolean isFrozenItself() {
        return isFrozen(home.self().hub(), home.log().heads());
    }

    private boolean isFrozen(HubId author, Heads heads) {
        return home.log().forks().stream()
                .map(Fork::stream)
                .anyMatch(stream -> stream.hub().equals(author) && !Epochs.isOver(heads, stream));
    }

    /** Hears which peer's status changed; merged, at most four times a second per peer. */
    public Runnable onChange(Consumer<HubId> listener) {
        return changes.add(listener);
    }

    /** Typing and presence in rooms, to and from other hubs. */
    public Ephemerals ephemerals() {
        return ephemerals;
    }

    /** How many callers were refused who did not prove to be a hub we know, since the program started. */
    public long strangersRefused() {
        return strangersRefused.get();
    }

    /** Starts to listen and to call. */
    public synchronized void start() {
        if (running) {
            return;
        }
        running = true;
        links.values().forEach(link -> link.callSoon(millis.getAsLong()));
        subscriptions.add(home.log().onAdded(this::added));
        subscriptions.add(home.peers().onChange(this::peerChanged));
        subscriptions.add(home.heads().onChange(news::add));
        subscriptions.add(onRoomsChanged.apply(() -> lines.forEach(Line::changed)));
        subscriptions.add(home.files().onChange(() -> lines.forEach(Line::changed)));
        ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("sync-rounds").factory());
        scheduler.scheduleWithFixedDelay(this::round, 0, ROUND_MILLIS, TimeUnit.MILLISECONDS);
        rounds = scheduler;
    }

    /** Says goodbye to all. */
    public synchronized void stop() {
        running = false;
        subscriptions.forEach(Runnable::run);
        subscriptions.clear();
        if (rounds != null) {
            rounds.shutdown();
            rounds = null;
        }
        List<Line> open = List.copyOf(lines);
        open.forEach(line -> line.leave(ByeCode.LEAVING, "this hub stops"));
        long deadline = millis.getAsLong() + GOODBYE_MILLIS;
        try {
            for (Line line : open) {
                line.awaitEnd(Math.max(1, deadline - millis.getAsLong()));
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean mayCome(String address) {
        return running && doorway.hasRoom(address);
    }

    /** Asks once more whether there is room: many may have been told that there is before the first of them came. */
    @Override
    public @Nullable Line answer(Wire wire) {
        Line line = new Line(SyncSession.called(home, nonce()), wire, ear, millis);
        if (!running || !doorway.enter(line, wire.farAddress())) {
            return null;
        }
        lines.add(line);
        return line;
    }

    private Line call(HubId hub, Wire wire) {
        Line line = new Line(SyncSession.calling(home, hub, nonce()), wire, ear, millis);
        lines.add(line);
        return line;
    }

    private byte[] nonce() {
        byte[] nonce = new byte[Handshake.NONCE_BYTES];
        random.nextBytes(nonce);
        return nonce;
    }

    private void added() {
        lines.forEach(Line::added);
        news.addAll(links.keySet());
    }

    private void peerChanged(HubId hub) {
        link(hub).changed(millis.getAsLong());
        lines.forEach(Line::changed);
        news.add(hub);
    }

    private void tell(Ephemerals.Said said) {
        lines.forEach(line -> line.tell(said.room(), said.content()));
    }

    private PeerLink link(HubId hub) {
        return links.computeIfAbsent(hub, fresh -> new PeerLink(fresh, millis.getAsLong()));
    }

    private void round() {
        try {
            long now = millis.getAsLong();
            if (now - tickedAt >= TICK_MILLIS) {
                tickedAt = now;
                lines.forEach(Line::tick);
                links.values().forEach(this::note);
                noteForks();
            }
            home.peers().all().forEach(peer -> callIfTime(peer, now));
            for (HubId hub : List.copyOf(news)) {
                news.remove(hub);
                changes.tell(hub);
            }
        } catch (RuntimeException failure) {
            LOG.log(System.Logger.Level.ERROR, "A round of the federation failed; the next one comes", failure);
        }
    }

    /** Keeps the ledger of one peer up to date. */
    private void note(PeerLink link) {
        Line line = link.line();
        if (line != null && line.progress().state() == SyncSession.State.FOLLOWING) {
            contacts.stands(link.hub, line, heardAt(line), () -> {
                Comparison now = comparison(link.hub, home.log().heads());
                return now.alike() && now.toSend() + now.toReceive() == 0;
            });
        }
    }

    private Instant heardAt(Line line) {
        return clock.instant().minusMillis(Math.max(0, millis.getAsLong() - line.heardAt()));
    }

    private void noteForks() {
        int forks = home.log().forks().size();
        if (forks != forksSeen) {
            forksSeen = forks;
            news.addAll(links.keySet());
        }
    }

    private void callIfTime(Peer peer, long now) {
        URI address = peer.address();
        boolean callable = switch (peer.state()) {
            case LINKED, ASKED -> true;
            case LEFT -> !link(peer.hub()).knowsWeLeft();
            case ASKING, PAUSED, BLOCKED, GONE -> false;
        };
        if (callable && address != null && link(peer.hub()).isTimeToCall(now)) {
            Thread.ofVirtual().name("sync-call-" + peer.hub()).start(() -> call(peer.hub(), address));
        }
    }

    private void call(HubId hub, URI address) {
        boolean connected = false;
        try {
            dialler.dial(address, wire -> call(hub, wire));
            connected = true;
        } catch (IOException | RuntimeException nobody) {
            LOG.log(System.Logger.Level.DEBUG, () -> hub + " does not answer at " + address + ": " + nobody);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } finally {
            link(hub).called(connected, millis.getAsLong(), random);
            news.add(hub);
        }
    }

    /** Hears how the lines go. */
    private final class Ear implements Line.Listener {
        @Override
        public void proven(Line line, HubId peer) {
            doorway.leave(line);
            Line surplus = link(peer).take(line, home.self().hub());
            if (surplus != null) {
                surplus.leave(ByeCode.DUPLICATE, "another connection is kept");
            }
            news.add(peer);
        }

        @Override
        public void delivered(HubId from, String room, byte[] content) {
            ephemerals.tell(new Ephemerals.Came(from, room, content));
        }

        @Override
        public void moved(Line line) {
            HubId peer = known(line);
            if (peer != null) {
                news.add(peer);
            }
        }

        @Override
        public void over(Line line, Action.@Nullable Close why) {
            lines.remove(line);
            doorway.leave(line);
            HubId peer = known(line);
            if (peer != null) {
                link(peer).over(line, why, clock.instant(), millis.getAsLong(), random);
                news.add(peer);
                contacts.over(peer, line, heardAt(line));
            } else if (why != null && why.code().isBlame()) {
                strangersRefused.incrementAndGet();
                noteOtherKey(line, why);
            }
        }

        /** Whoever it was, it was not that hub; but its coordinators may want to call each other. */
        private void noteOtherKey(Line line, Action.Close why) {
            HubId claimed = line.peer();
            if (why.code() == ByeCode.WRONG_KEY && !why.byPeer() && claimed != null) {
                link(claimed).otherKey(clock.instant());
                news.add(claimed);
            }
        }

        /** Whom the line is with; null where that is only claimed. */
        private @Nullable HubId known(Line line) {
            return line.isCalling() || line.provenFor() >= 0 ? line.peer() : null;
        }
    }
}
