package id.jipp.sync.simulation;

import id.jipp.core.area.AreaCode;
import id.jipp.core.identity.HubIdentity;
import id.jipp.core.log.EntryRange;
import id.jipp.core.log.HubId;
import id.jipp.core.log.HubLog;
import id.jipp.core.log.NewEntry;
import id.jipp.core.log.PlacedEntry;
import id.jipp.core.log.StreamId;
import id.jipp.core.log.StreamName;
import id.jipp.core.material.FileExchange;
import id.jipp.core.material.InMemoryBlobs;
import id.jipp.core.peer.Audience;
import id.jipp.core.peer.Audiences;
import id.jipp.core.peer.Glimpses;
import id.jipp.core.peer.Peer;
import id.jipp.core.peer.PeerHeads;
import id.jipp.core.peer.PeerPolicy;
import id.jipp.core.peer.Peers;
import id.jipp.core.peer.RoomMembership;
import id.jipp.core.room.SimulatedRooms;
import id.jipp.core.settings.HubSettings;
import id.jipp.core.store.InMemoryDocuments;
import id.jipp.sync.session.Home;
import id.jipp.sync.session.SessionLimits;
import id.jipp.sync.session.SharedFiles;
import id.jipp.sync.session.Sources;
import id.jipp.sync.session.SyncSession;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A hub in the world: its disk, on which its log is, and the program, which remembers nothing else. Its derived store
 * may lose at a crash what it has not kept yet, or all.
 */
final class Node {
    final HubId id;
    final HubIdentity identity;
    final Peers peers;
    final Clock clock;
    final Flaw flaw;
    final SessionLimits limits;
    private final Random random;
    Disk disk;
    HubLog log;
    PeerHeads heads = new PeerHeads();
    Sources sources = new Sources();
    InMemoryBlobs blobs = new InMemoryBlobs();
    private SharedFiles files = new SharedFiles(blobs, FileExchange.NOTHING);
    SimulatedRooms rooms;
    Audience audience;
    private InMemoryDocuments.Store derived = new InMemoryDocuments.Store();
    private InMemoryDocuments.Store kept = derived.copy();
    /** What it was shown before its time since somebody last looked. */
    final List<EntryRange> glimpsed = new ArrayList<>();

    private boolean up;
    /** Bytes of files it has sent. */
    long pieceBytes;

    boolean grown;
    boolean isTwin;
    boolean behind;
    long upAgainAt;

    Node(String name, Clock clock, Disk disk, SessionLimits limits, Flaw flaw, Random random) {
        this(new HubId(name), clock, disk, limits, flaw, random, seed(name));
    }

    private Node(HubId id, Clock clock, Disk disk, SessionLimits limits, Flaw flaw, Random random, byte[] seed) {
        this.id = id;
        this.clock = clock;
        this.disk = disk;
        this.limits = limits;
        this.flaw = flaw;
        this.random = random;
        this.identity = HubIdentity.ofSeed(id, seed);
        HubSettings settings = new HubSettings(
                id, id.value(), AreaCode.NATIONAL, Path.of("none"), URI.create("http://localhost:1"), null);
        this.peers = new Peers(new InMemoryDocuments.Store(), identity, settings, clock, true);
        start();
    }

    private static byte[] seed(String name) {
        byte[] seed = new byte[32];
        new Random(name.hashCode()).nextBytes(seed);
        return seed;
    }

    /** A second machine with the same key and a copy of the data: what must never be, and is found out. */
    Node twin(Random random) {
        Node twin = new Node(id.value(), clock, disk.copy(), limits, Flaw.NONE, random);
        twin.isTwin = true;
        peers.all().forEach(twin.peers::link);
        return twin;
    }

    boolean isUp() {
        return up;
    }

    void start() {
        log = flaw.log(disk.open(identity, peers, clock));
        log.onAdded(() -> {
            grown = true;
            behind = true;
        });
        heads = new PeerHeads();
        sources = new Sources();
        rooms = new SimulatedRooms(id, log, derived);
        rooms.catchUp();
        audience = flaw.audience(Audiences.of(id, peers, membership()));
        blobs = blobs.afterRestart();
        files = new SharedFiles(blobs, new ToldFiles(this));
        up = true;
    }

    private RoomMembership membership() {
        return new RoomMembership() {
            @Override
            public boolean takesPart(String roomId, HubId hub) {
                return rooms.membership().takesPart(roomId, hub);
            }

            @Override
            public boolean knows(String roomId) {
                return rooms.membership().knows(roomId);
            }
        };
    }

    /** The power goes. */
    void crash() {
        disk.cut();
        stop();
        switch (random.nextInt(3)) {
            case 0 -> derived.loseDerived();
            case 1 -> derived = flaw.afterCrash(derived, kept.copy());
            default -> {}
        }
    }

    /** The program ends as it should; but for the power, which may go just then. */
    void stop() {
        log.close();
        up = false;
        if (disk.isDark()) {
            disk.powerUp();
        }
    }

    /** Puts an old backup in the place of what was there. */
    void restore(Disk backup) {
        disk = backup;
        derived.loseDerived();
        kept = derived.copy();
    }

    void project() {
        behind = false;
        rooms.catchUp();
        if (random.nextInt(4) == 0) {
            kept = derived.copy();
        }
    }

    Home home() {
        return new Home(identity, log, peers, audience, heads, flaw.sources(sources), files, glimpses(), limits);
    }

    private Glimpses glimpses() {
        return new Glimpses() {
            @Override
            public void see(EntryRange newest) {
                glimpsed.add(newest);
            }

            @Override
            public void forget(StreamId stream) {}
        };
    }

    SyncSession call(Node other) {
        return SyncSession.calling(home(), other.id, nonce());
    }

    SyncSession answer() {
        return SyncSession.called(home(), nonce());
    }

    private byte[] nonce() {
        byte[] nonce = new byte[32];
        random.nextBytes(nonce);
        return nonce;
    }

    void knows(Node other, PeerPolicy policy) {
        peers.link(
                new Peer(other.id, other.id.value(), other.identity.publicKey(), null, policy, Peer.State.LINKED, ""));
    }

    List<PlacedEntry> write(String stream, List<NewEntry> news) {
        return log.append(new StreamName(stream), news);
    }

    StreamId stream(String name) {
        return new StreamId(id, new StreamName(name));
    }

    @Override
    public String toString() {
        return id.value();
    }
}
