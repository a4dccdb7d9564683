package id.jipp.core.material;

import id.jipp.core.area.AreaCode;
import id.jipp.core.disk.DiskReserve;
import id.jipp.core.identity.HubIdentity;
import id.jipp.core.innovation.TestClock;
import id.jipp.core.log.Acceptance;
import id.jipp.core.log.EntryRange;
import id.jipp.core.log.HubId;
import id.jipp.core.log.InMemoryHubLog;
import id.jipp.core.log.LogLimits;
import id.jipp.core.log.StreamId;
import id.jipp.core.log.StreamName;
import id.jipp.core.peer.Audience;
import id.jipp.core.peer.Direction;
import id.jipp.core.peer.FilePolicy;
import id.jipp.core.peer.Peer;
import id.jipp.core.peer.PeerPolicy;
import id.jipp.core.peer.Peers;
import id.jipp.core.person.Person;
import id.jipp.core.person.PersonId;
import id.jipp.core.person.Role;
import id.jipp.core.projection.Projections;
import id.jipp.core.seminar.Seminar;
import id.jipp.core.seminar.SeminarFields;
import id.jipp.core.seminar.Seminars;
import id.jipp.core.seminar.When;
import id.jipp.core.settings.HubSettings;
import id.jipp.core.store.InMemoryDocuments;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** A hub with nothing but seminars and their files: log and documents in memory, files in a folder. */
public final class MaterialHub implements AutoCloseable {
    public final HubId hub;
    public final TestClock clock = new TestClock();
    public final InMemoryHubLog log;
    public final Person coordinator;
    public final Person staff;

    /** How much the disk still takes. */
    final AtomicLong free = new AtomicLong(Long.MAX_VALUE);

    final InMemoryDocuments.Store store = new InMemoryDocuments.Store();
    final Path folder;
    long ownBytesMax = 1L << 30;
    Projections projections;
    public Seminars seminars;
    DiskBlobs blobs;
    Uploads uploads;
    Materials materials;
    Peers peers;

    public MaterialHub(String id, Path folder) {
        this.hub = new HubId(id);
        this.folder = folder.resolve(id);
        this.log = new InMemoryHubLog(identity(hub), author -> identity(author).publicKey(), clock, new Random(1));
        this.coordinator = person("koordinator", Role.COORDINATOR);
        this.staff = person("staf", Role.STAFF);
        start();
    }

    public Person person(String name, Role... roles) {
        return new Person(new PersonId(hub, name), name, "Biro Organisasi", Set.copyOf(Arrays.asList(roles)));
    }

    public void restart() {
        close();
        start();
    }

    record Named(String id) {}

    /** As after a loss of these derived collections. */
    public void restartWithout(String... collections) {
        close();
        for (String collection : collections) {
            store.collection(collection, Named.class).clear();
        }
        start();
    }

    /** Everything public of the other hub that is not here yet; no files. */
    public void syncFrom(MaterialHub other) {
        StreamId stream = new StreamId(other.hub, StreamName.PUBLIC);
        for (; ; ) {
            var entries = other.log.read(stream, log.head(stream).seq(), LogLimits.RANGE_ENTRIES_MAX, 1 << 20);
            if (entries.isEmpty()) {
                break;
            }
            if (!(log.accept(new EntryRange(stream, entries)) instanceof Acceptance.Accepted)) {
                throw new IllegalStateException("Not accepted");
            }
        }
        settle();
    }

    /** Until every list shows everything. */
    public void settle() {
        if (!projections.await(log.last(), Duration.ofSeconds(20))) {
            throw new IllegalStateException("The projection does not keep up");
        }
    }

    /** The file, as a link carries it. */
    void fetchFrom(MaterialHub other, Manifest manifest) {
        try {
            Arrival arrival = blobs.arriving(manifest);
            for (int chunk = 0; chunk < manifest.chunks().size(); chunk++) {
                byte[] bytes = other.blobs.read(
                        manifest.file(), (long) chunk * Manifest.CHUNK_BYTES, manifest.chunkBytes(chunk));
                arrival.take(chunk, 0, bytes);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The link as seen from here. */
    void linkWith(MaterialHub other, FilePolicy files) {
        linkWith(other, new PeerPolicy(Direction.BOTH, Direction.NONE, files));
    }

    void linkWith(MaterialHub other, PeerPolicy policy) {
        peers.link(new Peer(
                other.hub,
                other.hub.value(),
                identity(other.hub).publicKey(),
                null,
                policy,
                Peer.State.LINKED,
                "satu dua tiga empat"));
    }

    /** What a file is made of, as this hub was told. */
    Manifest manifest(MaterialId id) {
        return store.collection(MaterialProjection.NAME, MaterialDocument.class)
                .find(id.toString())
                .manifest()
                .orElseThrow();
    }

    Seminar seminar(String title) {
        SeminarFields fields = new SeminarFields(
                title, new When.InYear(2023), null, "Bali", "Kementerian PANRB", "", "", List.of(), List.of());
        return seminars.create(seminars.newId(), fields, coordinator).orThrow();
    }

    UploadId upload(String name, String text) {
        return upload(name, text.getBytes(StandardCharsets.UTF_8));
    }

    UploadId upload(String name, byte[] bytes) {
        try {
            return uploads.take(name, new ByteArrayInputStream(bytes), coordinator)
                    .orThrow()
                    .id();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Material attach(Seminar seminar, String name, String text, Share share) {
        return materials
                .attach(seminar.id(), upload(name, text), saying(share), coordinator)
                .orThrow();
    }

    FileExchange exchange() {
        return materials.exchange();
    }

    /** Somebody here wants it, whatever its link says. */
    void asks(Material material) {
        new Asked(store).add(material.id().file(), staff.id(), clock.millis());
        restart();
    }

    static MaterialFields saying(Share share) {
        return new MaterialFields("Paparan", MaterialKind.SLIDES, "CC BY 4.0", true, share);
    }

    @Override
    public void close() {
        projections.close();
        blobs.close();
    }

    private void start() {
        try {
            DiskReserve disk = new DiskReserve(folder, free::get);
            FileJudge judge = new FileJudge(List.of(new EicarCheck()), System::nanoTime);
            projections = new Projections(log);
            blobs = DiskBlobs.open(folder.resolve("files"), disk);
            uploads = Uploads.open(hub, folder.resolve("uploads"), store, disk, judge, clock);
            HubSettings settings = new HubSettings(
                    hub, hub.value(), new AreaCode("51"), folder, URI.create("http://localhost:1"), null);
            peers = new Peers(store, identity(hub), settings, clock, true);
            seminars = Seminars.open(hub, log, projections, store, peers, clock);
            FileLinks links = new FileLinks(
                    peers, new OpenAudience(peers), clock, settings.area().zone());
            materials = Materials.open(
                    hub, log, projections, store, seminars, uploads, blobs, judge, links, clock, ownBytesMax);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        settle();
    }

    /** Public streams pass as the policy of the link says; every author is trusted. */
    private record OpenAudience(Peers peers) implements Audience {
        @Override
        public boolean offers(HubId peer, StreamId stream) {
            return policy(peer).filter(policy -> policy.records().sends()).isPresent();
        }

        @Override
        public boolean accepts(HubId peer, StreamId stream) {
            return policy(peer).filter(policy -> policy.records().receives()).isPresent();
        }

        @Override
        public boolean mayHave(HubId peer, StreamId stream) {
            return true;
        }

        private Optional<PeerPolicy> policy(HubId peer) {
            return peers.find(peer).filter(Peer::isLinked).map(Peer::policy);
        }
    }

    private static HubIdentity identity(HubId hub) {
        byte[] seed = new byte[32];
        Arrays.fill(seed, (byte) hub.value().hashCode());
        return HubIdentity.ofSeed(hub, seed);
    }
}
