package id.jipp.sync.session;

import id.jipp.core.area.AreaCode;
import id.jipp.core.identity.HubIdentity;
import id.jipp.core.log.EntryRange;
import id.jipp.core.log.HubId;
import id.jipp.core.log.InMemoryHubLog;
import id.jipp.core.log.NewEntry;
import id.jipp.core.log.StreamId;
import id.jipp.core.log.StreamName;
import id.jipp.core.material.InMemoryBlobs;
import id.jipp.core.peer.Audience;
import id.jipp.core.peer.Audiences;
import id.jipp.core.peer.Glimpses;
import id.jipp.core.peer.Peer;
import id.jipp.core.peer.PeerHeads;
import id.jipp.core.peer.PeerPolicy;
import id.jipp.core.peer.Peers;
import id.jipp.core.peer.RoomMembership;
import id.jipp.core.settings.HubSettings;
import id.jipp.core.store.InMemoryDocuments;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** A hub without a network: its key, log, links and rooms, all in memory. */
public final class TestHub {
    public final HubId id;
    public final HubIdentity identity;
    public final Peers peers;
    public final Audience audience;
    public final Clock clock;
    public InMemoryHubLog log;
    public PeerHeads heads = new PeerHeads();
    public Sources sources = new Sources();
    public final InMemoryBlobs blobs = new InMemoryBlobs();
    public final TestExchange exchange = new TestExchange();
    public final SharedFiles files = new SharedFiles(blobs, exchange);
    public final List<EntryRange> glimpsed = new ArrayList<>();
    public SessionLimits limits = SessionLimits.STANDARD;
    private final Random random;

    public TestHub(String name, Map<String, Set<HubId>> rooms, Clock clock, long seed) {
        this.id = new HubId(name);
        this.clock = clock;
        this.random = new Random(seed);
        byte[] key = new byte[32];
        random.nextBytes(key);
        this.identity = HubIdentity.ofSeed(id, key);
        HubSettings settings =
                new HubSettings(id, name, AreaCode.NATIONAL, Path.of("none"), URI.create("http://localhost:1"), null);
        this.peers = new Peers(new InMemoryDocuments.Store(), identity, settings, clock, true);
        this.log = new InMemoryHubLog(identity, peers, clock, random);
        this.audience = Audiences.of(id, peers, new RoomMembership() {
            @Override
            public boolean takesPart(String roomId, HubId hub) {
                return rooms.getOrDefault(roomId, Set.of()).contains(hub);
            }

            @Override
            public boolean knows(String roomId) {
                return rooms.containsKey(roomId);
            }
        });
    }

    /** The log as it is now, to be put back later. */
    public InMemoryHubLog backup() {
        return InMemoryHubLog.restored(log, identity, peers, clock, new Random(9));
    }

    /** A second machine with the same key and a copy of the log. */
    TestHub twin() {
        TestHub twin = of(id.value());
        peers.all().forEach(twin.peers::link);
        twin.log = backup();
        return twin;
    }

    public static TestHub of(String name) {
        return new TestHub(name, Map.of(), Clock.systemUTC(), name.hashCode());
    }

    public Home home() {
        return new Home(identity, log, peers, audience, heads, sources, files, glimpses(), limits);
    }

    private Glimpses glimpses() {
        return new Glimpses() {
            @Override
            public void see(EntryRange newest) {
                glimpsed.add(newest);
            }

            @Override
            public void forget(StreamId stream) {
                glimpsed.removeIf(range -> range.stream().equals(stream));
            }
        };
    }

    public void knows(TestHub other) {
        knows(other, PeerPolicy.OPEN);
    }

    public void knows(TestHub other, PeerPolicy policy) {
        peers.link(
                new Peer(other.id, other.id.value(), other.identity.publicKey(), null, policy, Peer.State.LINKED, ""));
    }

    public static void link(TestHub one, TestHub other) {
        one.knows(other);
        other.knows(one);
    }

    public byte[] nonce() {
        byte[] nonce = new byte[32];
        random.nextBytes(nonce);
        return nonce;
    }

    public SyncSession call(TestHub other) {
        return SyncSession.calling(home(), other.id, nonce());
    }

    public SyncSession answer() {
        return SyncSession.called(home(), nonce());
    }

    public void write(String stream, String... contents) {
        List<NewEntry> news = java.util.Arrays.stream(contents)
                .map(content -> new NewEntry("test.said", 1, content.getBytes(StandardCharsets.UTF_8)))
                .toList();
        log.append(new StreamName(stream), news);
    }

    public void writeMany(String stream, int entries, int bytes) {
        String content = "x".repeat(bytes);
        IntStream.range(0, entries / 500 + 1).forEach(batch -> {
            int size = Math.min(500, entries - batch * 500);
            if (size > 0) {
                log.append(
                        new StreamName(stream),
                        Collections.nCopies(
                                size, new NewEntry("test.said", 1, content.getBytes(StandardCharsets.UTF_8))));
            }
        });
    }

    public StreamId stream(String name) {
        return new StreamId(id, new StreamName(name));
    }

    public long held(TestHub author, String name) {
        return log.head(author.stream(name)).seq();
    }
}
