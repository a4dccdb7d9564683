package id.jipp.core.innovation;

import id.jipp.core.area.AreaCode;
import id.jipp.core.identity.HubIdentity;
import id.jipp.core.log.Acceptance;
import id.jipp.core.log.AuthorKeys;
import id.jipp.core.log.EntryRange;
import id.jipp.core.log.HubId;
import id.jipp.core.log.HubLog;
import id.jipp.core.log.InMemoryHubLog;
import id.jipp.core.log.LogLimits;
import id.jipp.core.log.StreamId;
import id.jipp.core.log.StreamName;
import id.jipp.core.person.Person;
import id.jipp.core.person.PersonId;
import id.jipp.core.person.Role;
import id.jipp.core.projection.Projections;
import id.jipp.core.search.SearchIndex;
import id.jipp.core.settings.HubSettings;
import id.jipp.core.store.InMemoryDocuments;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;

/** A hub with nothing but innovations, over a log and documents in memory and a real search index. */
final class InnovationHub implements AutoCloseable {
    private static final AuthorKeys KEYS = hub -> identity(hub).publicKey();

    final HubId hub;
    final TestClock clock = new TestClock();
    final InMemoryHubLog log;
    final InMemoryDocuments.Store store = new InMemoryDocuments.Store();
    final ChosenShowings showings = new ChosenShowings();
    final Person coordinator;
    final Person staff;
    private final HubSettings settings;
    private final Path folder;
    SearchIndex index;
    Projections projections;
    Innovations innovations;
    Changes changes;

    InnovationHub(String id, String area, Path folder) {
        this.hub = new HubId(id);
        this.folder = folder.resolve(id);
        this.settings = new HubSettings(hub, id, new AreaCode(area), folder, URI.create("http://localhost"), null);
        this.log = new InMemoryHubLog(identity(hub), KEYS, clock, new Random(1));
        this.coordinator = person("koordinator", Role.COORDINATOR);
        this.staff = person("staf", Role.STAFF);
        start();
    }

    Person person(String name, Role... roles) {
        return new Person(new PersonId(hub, name), name, "Biro Organisasi", Set.copyOf(Arrays.asList(roles)));
    }

    void restart() {
        close();
        start();
    }

    /** As after a crash that took the index. */
    void restartWithoutIndex() {
        close();
        index = SearchIndex.in(folder);
        index.clear();
        index.close();
        start();
    }

    /** Everything public of the other hub that is not here yet. */
    void syncFrom(InnovationHub other) {
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
    void settle() {
        if (!projections.await(log.last(), Duration.ofSeconds(20))) {
            throw new IllegalStateException("The projection does not keep up");
        }
    }

    HubLog log() {
        return log;
    }

    @Override
    public void close() {
        projections.close();
        index.close();
    }

    private void start() {
        index = SearchIndex.in(folder);
        projections = new Projections(log);
        innovations = Innovations.open(settings, log, projections, store, index, showings, clock);
        changes = new Changes(innovations, store, clock);
        settle();
    }

    static HubIdentity identity(HubId hub) {
        byte[] seed = new byte[32];
        Arrays.fill(seed, (byte) hub.value().hashCode());
        return HubIdentity.ofSeed(hub, seed);
    }
}
