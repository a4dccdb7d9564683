package id.jipp.core.material;

import id.jipp.core.log.Hash;
import id.jipp.core.log.HubId;
import id.jipp.core.log.HubLog;
import id.jipp.core.log.LogUnavailable;
import id.jipp.core.log.Position;
import id.jipp.core.log.StreamName;
import id.jipp.core.outcome.Outcome;
import id.jipp.core.outcome.Outcome.Why;
import id.jipp.core.outcome.Problem;
import id.jipp.core.person.Person;
import id.jipp.core.projection.Listeners;
import id.jipp.core.projection.Projections;
import id.jipp.core.seminar.SeminarId;
import id.jipp.core.seminar.Seminars;
import id.jipp.core.store.Documents;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The files of seminars: of this hub's own, and of those whose hubs share them. Only a seminar's own hub attaches and
 * changes them. What answers done is durable, and the next list shows it. Thread-safe.
 */
public final class Materials {
    /** Of one seminar. */
    static final int PER_SEMINAR_MAX = 200;

    /** Of this hub's own seminars together. */
    public static final long OWN_BYTES_MAX = 200L << 30;

    static final String KEPT = "materials";

    private static final Duration WAIT_MAX = Duration.ofSeconds(5);

    private final HubId hub;
    private final HubLog log;
    private final Projections projections;
    private final Seminars seminars;
    private final Uploads uploads;
    private final Blobs blobs;
    private final FileJudge judge;
    private final Shelf shelf = new Shelf();
    private final Custody custody;
    private final MaterialProjection projection;
    private final Documents<MaterialDocument> kept;
    private final Asked asked;
    private final MaterialExchange exchange;
    private final Clock clock;
    private final long ownBytesMax;
    private final Listeners<Set<SeminarId>> listeners = new Listeners<>();

    /** Held while a file comes to a material or goes from one. */
    private final Object changing = new Object();

    private Position own = Position.START;

    private Materials(
            HubId hub,
            HubLog log,
            Projections projections,
            Documents.Store store,
            Seminars seminars,
            Uploads uploads,
            Blobs blobs,
            FileJudge judge,
            FileLinks links,
            Clock clock,
            long ownBytesMax)
            throws IOException {
        this.hub = hub;
        this.log = log;
        this.projections = projections;
        this.seminars = seminars;
        this.uploads = uploads;
        this.blobs = blobs;
        this.judge = judge;
        this.custody = new Custody(blobs, shelf);
        this.projection = new MaterialProjection(store, log, shelf, this::lookAfter, clock);
        this.kept = store.kept(KEPT, MaterialDocument.class);
        this.clock = clock;
        this.ownBytesMax = ownBytesMax;
        this.asked = new Asked(store);
        kept.forEach(shelf::putKept);
        this.exchange = new MaterialExchange(shelf, projection, new Missing(blobs, shelf), asked, links);
    }

    /**
     * The materials in that log and those that are kept here alone; from now on they are kept up with it.
     *
     * @param ownBytesMax how many bytes the files of this hub's own seminars may have together
     */
    static Materials open(
            HubId hub,
            HubLog log,
            Projections projections,
            Documents.Store store,
            Seminars seminars,
            Uploads uploads,
            Blobs blobs,
            FileJudge judge,
            FileLinks links,
            Clock clock,
            long ownBytesMax)
            throws IOException {
        Materials materials =
                new Materials(hub, log, projections, store, seminars, uploads, blobs, judge, links, clock, ownBytesMax);
        materials.projection.onChange(materials::said);
        blobs.onWhole(materials::whole);
        projections.follow(materials.projection);
        return materials;
    }

    private void lookAfter(Hash file) {
        custody.collect(file);
        exchange.look(file);
    }

    private void said(Set<MaterialId> changed) {
        changed.forEach(id -> custody.settled(id.file()));
        exchange.hint();
        tell(changed);
    }

    private void whole(Hash file) {
        exchange.look(file);
        tell(idsOf(file));
    }

    /** What other hubs may have of these files, and what we want of theirs. */
    FileExchange exchange() {
        return exchange;
    }

    /** The materials of a seminar that this person may have, in the order of their titles; null for nobody signed in. */
    public List<Material> of(SeminarId seminar, @Nullable Person by) {
        return shelf.of(seminar).stream()
                .filter(document -> maySee(document, by))
                .map(this::read)
                .toList();
    }

    /** A material, if this person may have it. */
    public Optional<Material> find(MaterialId id, @Nullable Person by) {
        return Optional.ofNullable(shelf.find(id))
                .filter(document -> maySee(document, by))
                .map(this::read);
    }

    /** Some material that this file is, if this person may have one; its hash alone opens nothing. */
    public Optional<Material> find(Hash file, @Nullable Person by) {
        return shelf.of(file).stream()
                .filter(document -> maySee(document, by))
                .findFirst()
                .map(this::read);
    }

    /**
     * Gives a finished upload to a seminar; it is gone from the uploads then. A file that the seminar has already is only
     * said anew of.
     */
    public Outcome<Material> attach(SeminarId seminar, UploadId upload, MaterialFields fields, Person by) {
        return changeable(seminar, by)
                .flatMap(fine -> uploads.use(upload, by, finished -> attach(seminar, finished, fields)));
    }

    private Outcome<Material> attach(SeminarId seminar, Uploads.Finished finished, MaterialFields typed) {
        MaterialFields fields =
                MaterialRules.plain(typed, finished.name(), finished.type().kind());
        List<Problem> problems = MaterialRules.of(fields);
        if (!problems.isEmpty()) {
            return new Outcome.Refused<>(Why.INVALID, problems);
        }
        try {
            Manifest manifest = HashingFile.of(finished.path()).manifest();
            synchronized (changing) {
                awaitOwn();
                MaterialId id = new MaterialId(seminar, manifest.file());
                Outcome<Boolean> room = room(id, manifest.bytes());
                if (room instanceof Outcome.Refused<Boolean> refused) {
                    return refused.cast();
                }
                custody.take(finished.path(), manifest);
                MaterialDocument fresh =
                        MaterialDocument.fresh(id, finished.name(), finished.type(), manifest, latest(id));
                return Outcome.done(write(id, fresh, fields));
            }
        } catch (IOException refusedByDisk) {
            return Uploads.diskFull();
        }
    }

    private Outcome<Boolean> room(MaterialId id, long bytes) {
        if (shelf.find(id) != null) {
            return Outcome.done(true);
        }
        if (shelf.of(id.seminar()).size() >= PER_SEMINAR_MAX) {
            return Outcome.refused(Why.LIMIT, "", "too-many-files", PER_SEMINAR_MAX);
        }
        if (shelf.bytesOf(hub) + bytes > ownBytesMax) {
            return Outcome.refused(Why.LIMIT, "", "files-take-too-much", ownBytesMax >> 20);
        }
        return Outcome.done(true);
    }

    /**
     * Says anew of a material what its title, licence, consent and share are. Taking it back from the network makes the
     * hubs that have it remove it.
     *
     * @param expected the revision it was read at; null for whichever it is
     */
    public Outcome<Material> change(MaterialId id, MaterialFields typed, @Nullable Integer expected, Person by) {
        return changeable(id.seminar(), by).flatMap(fine -> {
            synchronized (changing) {
                awaitOwn();
                MaterialDocument now = whole(id);
                if (now == null) {
                    return notFound();
                }
                if (expected != null && expected != now.revision()) {
                    return Outcome.refused(Why.CONFLICT, "", "conflict", expected, now.revision());
                }
                MaterialFields fields = MaterialRules.plain(typed, new FileName(now.name()), MaterialKind.OTHER);
                List<Problem> problems = MaterialRules.of(fields);
                return problems.isEmpty()
                        ? Outcome.done(write(id, now, fields))
                        : new Outcome.Refused<>(Why.INVALID, problems);
            }
        });
    }

    /** Takes a material away from its seminar, here and at every hub that was told of it. */
    public Outcome<Boolean> withdraw(MaterialId id, Person by) {
        return changeable(id.seminar(), by).flatMap(fine -> {
            synchronized (changing) {
                awaitOwn();
                MaterialDocument now = shelf.find(id);
                if (now == null) {
                    return notFound();
                }
                forget(id);
                if (now.isTold()) {
                    takeBack(now);
                }
                custody.collect(id.file());
            }
            tell(Set.of(id));
            return Outcome.done(true);
        });
    }

    /** What that hub told of and is not whole here, whether it is taken from there or not. */
    public Awaited awaitedFrom(HubId owner) {
        return exchange.awaitedFrom(owner);
    }

    /** A whole file, if this person may have a material that it is. */
    public Optional<StoredFile> file(Hash file, @Nullable Person by) {
        return shelf.of(file).stream()
                .filter(document -> maySee(document, by))
                .findFirst()
                .flatMap(document -> blobs.find(file)
                        .flatMap(path -> judge.stored(file, path, document.bytes(), new FileName(document.name()))));
    }

    /**
     * Asks for a file that its link leaves until somebody does; it comes as soon as a hub gives it. For everybody of this
     * hub. Doing it twice is done once.
     */
    public Outcome<Material> fetch(Hash file, Person by) {
        Material wanted = find(file, by).orElse(null);
        if (wanted == null) {
            return notFound();
        }
        if (!by.id().hub().equals(hub)) {
            return Outcome.refused(Why.FORBIDDEN, "", "forbidden");
        }
        if (!(wanted.state() instanceof FileState.Waiting(FileState.Why why)) || asked.isFor(file)) {
            return Outcome.done(wanted);
        }
        if (why == FileState.Why.STAYS_AWAY) {
            return Outcome.refused(
                    Why.CONFLICT, "", "file-stays-away", wanted.id().seminar().hub());
        }
        if (asked.isFull()) {
            return Outcome.refused(Why.LIMIT, "", "too-many-files-asked", Asked.MAX);
        }
        asked.add(file, by.id(), clock.millis());
        exchange.hint();
        return find(wanted.id(), by).map(Outcome::done).orElseGet(Materials::notFound);
    }

    /**
     * Looks after what only time brings: whether it is night, and once everything that was told is known, files that no
     * material is. To be called every few minutes.
     */
    public void tidy() {
        exchange.watchTheClock();
        uploads.expire();
        if (projections.await(log.last(), Duration.ZERO)) {
            try {
                custody.collectAll();
            } catch (IOException unreadable) {
                throw new UncheckedIOException("The files cannot be listed", unreadable);
            }
        }
    }

    private Material write(MaterialId id, MaterialDocument before, MaterialFields fields) {
        MaterialDocument now = before.saying(fields, before.revision() + 1, clock.millis());
        boolean isShown = true;
        if (fields.share() == Share.NETWORK) {
            isShown = append(now.toEvent());
            forget(id);
        } else {
            // kept first: a stop between the two leaves it shared, which nobody was told it is not
            kept.save(now);
            kept.flush();
            shelf.putKept(now);
            if (before.isTold() && !before.withdrawn()) {
                takeBack(now);
            }
        }
        if (isShown) {
            custody.settled(id.file());
        }
        tell(Set.of(id));
        return now.toMaterial(stateOf(now));
    }

    private void takeBack(MaterialDocument shared) {
        MaterialId id = shared.materialId();
        append(new MaterialEvent.WithdrawnV1(id.seminar().toString(), id.file().toString(), shared.revision()));
    }

    /** @return whether the lists show it already; if not, they will */
    private boolean append(MaterialEvent event) {
        own = log.append(StreamName.PUBLIC, List.of(event.toEntry())).getFirst().position();
        return projections.await(own, WAIT_MAX);
    }

    private void forget(MaterialId id) {
        kept.remove(Set.of(id.toString()));
        kept.flush();
        shelf.removeKept(id);
    }

    /** Waits until what this hub wrote can be read: what is decided on an older state would be void. */
    private void awaitOwn() {
        if (!projections.await(own, WAIT_MAX)) {
            throw new LogUnavailable("What this hub wrote last cannot be read yet", null);
        }
    }

    /** With what its file is made of. */
    private @Nullable MaterialDocument whole(MaterialId id) {
        MaterialDocument now = shelf.find(id);
        if (now == null) {
            return null;
        }
        return now.isTold() ? projection.whole(id) : kept.find(id.toString());
    }

    /** Also one that is shared no more: its revision goes on. */
    private @Nullable MaterialDocument latest(MaterialId id) {
        MaterialDocument now = shelf.find(id);
        return now == null ? shelf.findTold(id.toString()) : now;
    }

    private Outcome<Boolean> changeable(SeminarId seminar, Person by) {
        if (seminars.find(seminar).isEmpty()) {
            return notFound();
        }
        if (!seminar.hub().equals(hub)) {
            return Outcome.refused(Why.FORBIDDEN, "", "other-hub", seminar.hub());
        }
        return seminars.mayChange(seminar, by)
                ? Outcome.done(true)
                : Outcome.refused(Why.FORBIDDEN, "", "coordinator-only");
    }

    private boolean maySee(MaterialDocument document, @Nullable Person by) {
        boolean may = document.isTold() || by != null && by.id().hub().equals(hub);
        return may && seminars.shows(document.materialId().seminar().hub());
    }

    private Material read(MaterialDocument document) {
        return document.toMaterial(stateOf(document));
    }

    private FileState stateOf(MaterialDocument document) {
        Hash file = document.file();
        if (blobs.has(file)) {
            return new FileState.Here();
        }
        long arrived = blobs.arrived(file);
        return arrived == 0
                ? new FileState.Waiting(exchange.why(document))
                : new FileState.Arriving((int) Math.min(99, arrived * 100 / document.bytes()));
    }

    /** Hears the seminars whose list of materials is another now, or whose files have come; merge. @return ends that */
    public Runnable onChange(Consumer<Set<SeminarId>> listener) {
        return listeners.add(listener);
    }

    /** How many entries about materials changed nothing: malformed, too many, or about another hub's seminar. */
    public long ignoredEntries() {
        return projection.ignored();
    }

    private Set<MaterialId> idsOf(Hash file) {
        return shelf.of(file).stream().map(MaterialDocument::materialId).collect(Collectors.toSet());
    }

    private void tell(Set<MaterialId> changed) {
        listeners.tell(changed.stream().map(MaterialId::seminar).collect(Collectors.toSet()));
    }

    private static <T> Outcome<T> notFound() {
        return Outcome.refused(Why.NOT_FOUND, "", "not-found");
    }
}
