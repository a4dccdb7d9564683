package id.jipp.core.innovation;

import id.jipp.core.area.AreaCode;
import id.jipp.core.identity.HubIdentity;
import id.jipp.core.log.HubId;
import id.jipp.core.log.HubLog;
import id.jipp.core.log.MvHubLog;
import id.jipp.core.peer.Showings;
import id.jipp.core.person.Person;
import id.jipp.core.person.PersonId;
import id.jipp.core.person.Role;
import id.jipp.core.projection.Projections;
import id.jipp.core.search.SearchIndex;
import id.jipp.core.settings.HubSettings;
import id.jipp.core.store.Documents;
import id.jipp.core.store.MongoStore;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** A hub with nothing but innovations, all of it in files as in the product. */
final class DiskHub implements AutoCloseable {
    private static final HubId BALI = new HubId("bali");

    final Person coordinator =
            new Person(new PersonId(BALI, "koordinator"), "Ni Luh", "Biro", Set.of(Role.COORDINATOR));
    private final Path folder;
    private final TestClock clock = new TestClock();
    HubLog log;
    Documents.Store store;
    SearchIndex index;
    Projections projections;
    Innovations innovations;

    DiskHub(Path folder) {
        this.folder = folder;
        start();
    }

    Innovation published(String title) {
        Innovation draft = innovations
                .saveDraft(null, ErasureTest.titled(title), null, coordinator)
                .orThrow();
        return innovations.publish(draft.id(), coordinator).orThrow();
    }

    void revised(Innovation record, String title) {
        innovations
                .revise(record.id(), ErasureTest.titled(title), record.revision(), coordinator)
                .orThrow();
    }

    /** The files in which that text stands, in whichever case. */
    List<Path> filesWith(String text) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> holds(file, text))
                    .toList();
        }
    }

    private static boolean holds(Path file, String text) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                    .toLowerCase(Locale.ROOT)
                    .contains(text);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    void restart() {
        close();
        start();
    }

    private void start() {
        HubIdentity identity = HubIdentity.ofSeed(BALI, new byte[32]);
        HubSettings settings =
                new HubSettings(BALI, "Bali", new AreaCode("51"), folder, URI.create("http://localhost"), null);
        log = MvHubLog.open(folder.resolve("log"), identity, hub -> identity.publicKey(), clock);
        store = MongoStore.embedded(folder.resolve("store"));
        index = SearchIndex.in(folder.resolve("index"));
        projections = new Projections(log);
        innovations = Innovations.open(settings, log, projections, store, index, Showings.ALL, clock);
        if (!projections.await(log.last(), Duration.ofSeconds(20))) {
            throw new IllegalStateException("The projection does not keep up");
        }
    }

    @Override
    public void close() {
        projections.close();
        index.close();
        store.close();
        log.close();
    }
}
