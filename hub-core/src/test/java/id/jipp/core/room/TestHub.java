package id.jipp.core.room;

import id.jipp.core.identity.HubIdentity;
import id.jipp.core.log.Acceptance;
import id.jipp.core.log.AuthorKeys;
import id.jipp.core.log.Entry;
import id.jipp.core.log.EntryRange;
import id.jipp.core.log.Head;
import id.jipp.core.log.HubId;
import id.jipp.core.log.InMemoryHubLog;
import id.jipp.core.log.StreamId;
import id.jipp.core.peer.PeerHeads;
import id.jipp.core.person.Person;
import id.jipp.core.person.PersonId;
import id.jipp.core.person.Role;
import id.jipp.core.projection.Projections;
import id.jipp.core.store.InMemoryDocuments;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** The rooms of one hub over real parts in memory; carries its entries to others by hand. */
final class TestHub implements AutoCloseable {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T03:00:00Z"), ZoneOffset.UTC);

    private static final AuthorKeys KEYS = hub -> identity(hub).publicKey();

    final HubId id;
    final InMemoryHubLog log;
    final InMemoryDocuments.Store store = new InMemoryDocuments.Store();
    final PeerHeads peerHeads = new PeerHeads();
    final AtomicLong nanoTime = new AtomicLong();
    final Person coordinator;
    final Person staff;
    Projections projections;
    Rooms rooms;

    TestHub(String name) {
        id = new HubId(name);
        log = new InMemoryHubLog(identity(id), KEYS, CLOCK, new Random(1));
        coordinator = person("koordinator", Role.COORDINATOR);
        staff = person("staf", Role.STAFF);
        projections = new Projections(log);
        rooms = Rooms.of(id, log, store, projections, peerHeads, CLOCK, nanoTime::get);
    }

    Person person(String local, Role role) {
        return new Person(new PersonId(id, local), local + " " + id, "Biro Organisasi", Set.of(role));
    }

    /** Ends and starts again over the same log and store. */
    void restart() {
        projections.close();
        projections = new Projections(log);
        rooms = Rooms.of(id, log, store, projections, peerHeads, CLOCK, nanoTime::get);
        caughtUp();
    }

    void caughtUp() {
        if (!projections.await(log.last(), Duration.ofSeconds(20))) {
            throw new AssertionError("Projections did not catch up");
        }
    }

    /** What this hub holds of that author's share of the room, to another hub; at most so many entries. */
    Acceptance carry(RoomId room, HubId author, TestHub to, int entriesMax) {
        StreamId stream = new StreamId(author, room.stream());
        List<Entry> entries = log.read(stream, to.log.head(stream).seq(), entriesMax, Integer.MAX_VALUE);
        if (entries.isEmpty()) {
            return new Acceptance.AlreadyKnown();
        }
        Acceptance acceptance = to.log.accept(new EntryRange(stream, entries));
        to.caughtUp();
        peerHeads.holds(to.id, stream, to.log.head(stream));
        return acceptance;
    }

    /** All that is held here of the room. */
    void carryAll(RoomId room, TestHub to) {
        for (StreamId stream : log.heads().byStream().keySet()) {
            if (stream.name().equals(room.stream())) {
                while (!(carry(room, stream.hub(), to, 1_000) instanceof Acceptance.AlreadyKnown)) {}
            }
        }
    }

    Head head(RoomId room, HubId author) {
        return log.head(new StreamId(author, room.stream()));
    }

    HubIdentity identity() {
        return identity(id);
    }

    private static HubIdentity identity(HubId hub) {
        byte[] seed = new byte[32];
        Arrays.fill(seed, (byte) hub.value().hashCode());
        return HubIdentity.ofSeed(hub, seed);
    }

    @Override
    public void close() {
        projections.close();
    }
}
