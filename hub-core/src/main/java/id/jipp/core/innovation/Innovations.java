package id.jipp.core.innovation;

import id.jipp.core.area.AreaCode;
import id.jipp.core.area.Areas;
import id.jipp.core.log.Epochs;
import id.jipp.core.log.Erased;
import id.jipp.core.log.ErasureReason;
import id.jipp.core.log.Hash;
import id.jipp.core.log.HubId;
import id.jipp.core.log.HubLog;
import id.jipp.core.log.LogUnavailable;
import id.jipp.core.log.NewEntry;
import id.jipp.core.log.PlacedEntry;
import id.jipp.core.log.Position;
import id.jipp.core.log.StreamId;
import id.jipp.core.log.StreamName;
import id.jipp.core.outcome.Outcome;
import id.jipp.core.outcome.Outcome.Why;
import id.jipp.core.outcome.Problem;
import id.jipp.core.peer.Showing;
import id.jipp.core.peer.Showings;
import id.jipp.core.person.Person;
import id.jipp.core.projection.Projections;
import id.jipp.core.search.SearchIndex;
import id.jipp.core.search.SearchResult;
import id.jipp.core.settings.HubSettings;
import id.jipp.core.store.Documents;
import id.jipp.core.text.PlainText;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The innovations of all hubs, as this hub knows them. Only a record's own hub changes it. Every command that answers
 * done is durable, and the next list shows it. Thread-safe.
 */
public final class Innovations {
    private static final Duration WAIT_MAX = Duration.ofSeconds(5);
    private static final Duration CATCH_UP_MAX = Duration.ofSeconds(120);
    private static final int WITHDRAW_BATCH = 500;
    private static final int SIMILAR_MAX = 5;
    private static final int LOCKS = 64;

    private final HubId hub;
    private final AreaCode hubArea;
    private final HubLog log;
    private final Projections projections;
    private final SearchIndex index;
    private final InnovationProjection projection;
    private final InnovationSearch search;
    private final Showings showings;
    private final InnovationRules rules;
    private final Drafts drafts;
    private final Rights rights;
    private final Clock clock;
    private final LocalIds ids = new LocalIds();
    private final AtomicLong own;
    private final Object[] locks = new Object[LOCKS];

    private Innovations(
            HubSettings settings,
            HubLog log,
            Projections projections,
            Documents.Store store,
            SearchIndex index,
            Areas areas,
            Showings showings,
            Clock clock) {
        this.hub = settings.hub();
        this.hubArea = settings.area();
        this.log = log;
        this.projections = projections;
        this.index = index;
        this.search = new InnovationSearch(areas);
        this.projection = new InnovationProjection(log, store, index, search, showings, clock);
        this.showings = showings;
        this.rules = new InnovationRules(areas);
        this.drafts = new Drafts(store);
        this.rights = new Rights(hub);
        this.clock = clock;
        this.own = new AtomicLong(log.last().value());
        java.util.Arrays.setAll(locks, i -> new Object());
    }

    /**
     * The innovations in that log; from now on they are kept up with it. {@code index} is theirs alone.
     *
     * @param showings how much of each hub's records people here see
     */
    public static Innovations open(
            HubSettings settings,
            HubLog log,
            Projections projections,
            Documents.Store store,
            SearchIndex index,
            Showings showings,
            Clock clock) {
        Innovations innovations =
                new Innovations(settings, log, projections, store, index, Areas.official(), showings, clock);
        innovations.projection.start();
        new IndexedShowings(store, innovations.projection, showings).follow();
        projections.follow(innovations.projection);
        return innovations;
    }

    /**
     * Keeps a draft; seen by this hub only. {@code expected} is the revision it was read at, null for a new one. Staff
     * keep their own; coordinators see and change all.
     */
    public Outcome<Innovation> saveDraft(
            @Nullable InnovationId id, InnovationFields fields, @Nullable Integer expected, Person by) {
        return id == null
                ? begin(newId(), fields, by)
                : drafted(fields, by).flatMap(plain -> changeDraft(id, plain, expected, by));
    }

    /**
     * What is wrong with what is there, whatever is still missing but a title: a draft may be kept so, and a program that
     * sends one is better told at once.
     */
    public List<Problem> faultsIn(InnovationFields fields) {
        return rules.ofWhatIsThere(InnovationRules.plain(fields), yearNow());
    }

    /** The id a draft begun under that key has: always the same one, and another for every other key. */
    public InnovationId idOf(Hash key) {
        return new InnovationId(hub, LocalIds.of(key));
    }

    /**
     * Begins a draft under an id from {@link #idOf}, for callers that may not hear the answer. Doing it twice is done
     * once: the second time the answer is what has become of it.
     */
    public Outcome<Innovation> beginDraft(InnovationId id, InnovationFields fields, Person by) {
        synchronized (lock(id)) {
            if (projection.find(id.toString()) == null && drafts.find(id) == null) {
                return begin(id, fields, by);
            }
            return find(id, by).map(Outcome::done).orElseGet(Innovations::notFound);
        }
    }

    /** Makes a draft known to the network. Doing it twice is done once. */
    public Outcome<Innovation> publish(InnovationId draft, Person by) {
        if (!rights.mayPublish(by)) {
            return Rights.forbidden();
        }
        synchronized (lock(draft)) {
            awaitOwn();
            InnovationDocument published = projection.find(draft.toString());
            if (published != null) {
                if (drafts.find(draft) != null) {
                    drafts.remove(draft);
                }
                return live(draft).map(document -> document.toInnovation(clock.instant()));
            }
            Drafts.Draft kept = drafts.find(draft);
            if (kept == null) {
                return notFound();
            }
            InnovationFields plain = InnovationRules.plain(kept.fields().toFields());
            List<Problem> problems = rules.ofPublishing(plain, yearNow());
            if (!problems.isEmpty()) {
                return new Outcome.Refused<>(Why.INVALID, problems);
            }
            AreaCode area = rules.areaOf(plain).orElseThrow();
            Innovation now = write(
                    draft, new InnovationEvent.PublishedV1(draft.toString(), area.value(), FieldsV1.of(plain)), null);
            drafts.remove(draft);
            return Outcome.done(now);
        }
    }

    /**
     * Changes a published record, which also confirms it. Refused as a conflict, with the revision expected and the one
     * that is, unless it is still at the expected one.
     */
    public Outcome<Innovation> revise(InnovationId id, InnovationFields fields, int expected, Person by) {
        if (!rights.mayPublish(by)) {
            return Rights.forbidden();
        }
        InnovationFields plain = InnovationRules.plain(fields);
        return change(id, now -> {
            if (now.revision() != expected) {
                return conflict(expected, now.revision());
            }
            List<Problem> problems = rules.ofPublishing(plain, yearNow());
            if (!problems.isEmpty()) {
                return new Outcome.Refused<>(Why.INVALID, problems);
            }
            AreaCode area = rules.areaOf(plain).orElseThrow();
            return Outcome.done(
                    new InnovationEvent.RevisedV1(now.id(), now.revision() + 1, area.value(), FieldsV1.of(plain)));
        });
    }

    /** Says that it still runs as described. Leaves the revision as it is, for nobody's edit is touched by it. */
    public Outcome<Innovation> confirm(InnovationId id, Person by) {
        if (!rights.mayPublish(by)) {
            return Rights.forbidden();
        }
        return change(id, now -> Outcome.done(new InnovationEvent.ConfirmedV1(now.id())));
    }

    /** Ends it; it stays findable and says why. {@code reason} has 1 to 500 characters. */
    public Outcome<Innovation> retire(InnovationId id, String reason, Person by) {
        if (!rights.mayPublish(by)) {
            return Rights.forbidden();
        }
        String plain = PlainText.lines(reason);
        if (plain.isEmpty()) {
            return Outcome.refused(Why.INVALID, "reason", "required");
        }
        if (plain.length() > InnovationRules.REASON_CHARS_MAX) {
            return Outcome.refused(Why.INVALID, "reason", "too-long", InnovationRules.REASON_CHARS_MAX, plain.length());
        }
        return change(id, now -> Outcome.done(new InnovationEvent.RetiredV1(now.id(), now.revision() + 1, plain)));
    }

    /**
     * Erases a record of this hub for good, at every hub; nothing of it stays, and it cannot be undone. Allowed in every
     * state of it.
     */
    public Outcome<Boolean> erase(InnovationId id, ErasureReason reason, Person by) {
        if (!rights.mayPublish(by)) {
            return Rights.forbidden();
        }
        if (!id.hub().equals(hub)) {
            return Outcome.refused(Why.FORBIDDEN, "", "other-hub", id.hub());
        }
        synchronized (lock(id)) {
            awaitOwn();
            List<NewEntry> erasing = Erased.each(
                    log,
                    Epochs.current(log, new StreamId(hub, StreamName.PUBLIC)),
                    entry -> InnovationEvent.of(entry)
                            .filter(event -> event.id().equals(id.toString()))
                            .isPresent(),
                    reason);
            if (erasing.isEmpty()) {
                return notFound();
            }
            projections.await(append(erasing).position(), WAIT_MAX);
            if (drafts.find(id) != null) {
                drafts.remove(id);
            }
            return Outcome.done(true);
        }
    }

    /**
     * Takes up again what was ended: it runs as described. A slip is mended so, and an ended record corrected. Refused
     * as a conflict where it is not ended.
     */
    public Outcome<Innovation> resume(InnovationId id, Person by) {
        if (!rights.mayPublish(by)) {
            return Rights.forbidden();
        }
        synchronized (lock(id)) {
            awaitOwn();
            InnovationDocument now = projection.find(id.toString());
            if (now == null || !now.isRetired()) {
                return live(id).flatMap(runs -> Outcome.refused(Why.CONFLICT, "", "not-retired"));
            }
            if (!id.hub().equals(hub)) {
                return Outcome.refused(Why.FORBIDDEN, "", "other-hub", id.hub());
            }
            return Outcome.done(write(
                    id, new InnovationEvent.RevisedV1(now.id(), now.revision() + 1, now.area(), now.fields()), now));
        }
    }

    /**
     * A published record, or a draft of this hub if {@code by} may see drafts (null: nobody signed in). A withdrawn one
     * is found too, with empty fields and that status.
     */
    public Optional<Innovation> find(InnovationId id, @Nullable Person by) {
        InnovationDocument document = projection.find(id.toString());
        if (document != null) {
            return shown(document, clock.instant()).findAny();
        }
        Drafts.Draft draft = drafts.find(id);
        return draft != null && rights.maySee(draft, by) ? Optional.of(draft.toInnovation()) : Optional.empty();
    }

    /** The published ones that match. */
    public InnovationPage list(InnovationQuery query) {
        Instant now = clock.instant();
        SearchResult found = index.search(search.request(query, now));
        return new InnovationPage(read(found.ids(), now), found.total(), found.facets(), found.byAnyWord());
    }

    /** This hub's drafts that the person may see, newest first. */
    public List<Innovation> drafts(Person by) {
        return drafts.newestFirst(draft -> rights.maySee(draft, by)).stream()
                .filter(draft -> projection.find(draft.id()) == null)
                .map(Drafts.Draft::toInnovation)
                .toList();
    }

    /** Whether that person began that draft, which is still one. */
    public boolean isOwnDraft(InnovationId id, Person by) {
        Drafts.Draft draft = drafts.find(id);
        return draft != null && draft.isOf(by.id());
    }

    /** Throws a draft away. */
    public Outcome<Boolean> discardDraft(InnovationId id, Person by) {
        synchronized (lock(id)) {
            Drafts.Draft draft = drafts.find(id);
            if (draft == null || !rights.maySee(draft, by)) {
                return notFound();
            }
            drafts.remove(id);
            return Outcome.done(true);
        }
    }

    /** Published ones with nearly that title, over all hubs, the nearest first, at most five. */
    public List<Innovation> similarTo(String title) {
        return read(index.similar(InnovationSearch.FAMILY, title, SIMILAR_MAX), clock.instant());
    }

    /** Hears the ids of what changed, merged per batch. */
    public Runnable onChange(Consumer<List<InnovationId>> listener) {
        return projection.onChange(listener);
    }

    /** Hears that some draft of this hub was saved, published or thrown away: ask {@link #drafts} again. */
    public Runnable onDraft(Runnable news) {
        return drafts.onChange(news);
    }

    /** How many entries about innovations changed nothing: malformed, out of turn, or about another hub's record. */
    public long ignoredEntries() {
        return projection.ignored();
    }

    Rights rights() {
        return rights;
    }

    /** Whether it is a published record of this hub that is not over. */
    boolean mayRevise(InnovationId id) {
        return live(id) instanceof Outcome.Done<InnovationDocument>;
    }

    InnovationRules rules() {
        return rules;
    }

    int yearNow() {
        return clock.instant().atZone(ZoneOffset.UTC).getYear();
    }

    InnovationId newId() {
        return new InnovationId(hub, ids.next(clock.millis()));
    }

    /** Waits until lists and duplicates are judged over all the log has; false if that takes too long. */
    boolean catchUp() {
        return projections.await(log.last(), CATCH_UP_MAX);
    }

    /** The record of any hub that goes under that {@link InnovationSearch#same}. */
    Optional<InnovationId> knownAs(String same) {
        return index.withKeyword(InnovationSearch.FAMILY, InnovationSearch.SAME, same, 1).stream()
                .findFirst()
                .flatMap(InnovationId::parse);
    }

    PlacedEntry append(List<NewEntry> entries) {
        PlacedEntry last = log.append(StreamName.PUBLIC, entries).getLast();
        own.accumulateAndGet(last.position().value(), Math::max);
        return last;
    }

    /** Waits until what this hub wrote can be read: what is decided on an older state would be void. */
    private void awaitOwn() {
        if (!projections.await(new Position(own.get()), WAIT_MAX)) {
            throw new LogUnavailable("What this hub wrote last cannot be read yet", null);
        }
    }

    /** Takes back those of this hub that are as they were published, and counts those that are not. */
    ImportUndo withdrawUnchanged(List<String> ids) {
        int withdrawn = 0;
        int kept = 0;
        for (int from = 0; from < ids.size(); from += WITHDRAW_BATCH) {
            List<NewEntry> entries = new ArrayList<>();
            for (InnovationDocument document :
                    projection.findAll(ids.subList(from, Math.min(ids.size(), from + WITHDRAW_BATCH)))) {
                if (document.isAsPublished()) {
                    entries.add(new InnovationEvent.WithdrawnV1(document.id(), "import-undone").toEntry());
                } else if (!document.withdrawn()) {
                    kept++;
                }
            }
            if (!entries.isEmpty()) {
                append(entries);
                withdrawn += entries.size();
            }
        }
        catchUp();
        return new ImportUndo(withdrawn, kept);
    }

    /** The fields as they are kept, if that person may keep them as a draft. */
    private Outcome<InnovationFields> drafted(InnovationFields fields, Person by) {
        if (!rights.mayRegister(by)) {
            return Rights.forbidden();
        }
        InnovationFields plain = InnovationRules.plain(fields);
        List<Problem> problems = rules.ofDraft(plain);
        return problems.isEmpty() ? Outcome.done(plain) : new Outcome.Refused<>(Why.INVALID, problems);
    }

    private Outcome<Innovation> begin(InnovationId id, InnovationFields fields, Person by) {
        return drafted(fields, by)
                .flatMap(plain -> drafts.countOf(by.id()) >= Drafts.PER_PERSON_MAX
                        ? Outcome.refused(Why.LIMIT, "", "too-many-drafts", Drafts.PER_PERSON_MAX)
                        : Outcome.done(keep(id, by.id().toString(), 1, plain)));
    }

    private Outcome<Innovation> changeDraft(
            InnovationId id, InnovationFields fields, @Nullable Integer expected, Person by) {
        synchronized (lock(id)) {
            if (projection.find(id.toString()) != null) {
                return Outcome.refused(Why.CONFLICT, "", "already-published");
            }
            Drafts.Draft draft = drafts.find(id);
            if (draft == null || !rights.maySee(draft, by)) {
                return notFound();
            }
            if (expected == null || expected != draft.revision()) {
                return conflict(expected == null ? 0 : expected, draft.revision());
            }
            return Outcome.done(keep(id, draft.owner(), draft.revision() + 1, fields));
        }
    }

    private Innovation keep(InnovationId id, String owner, int revision, InnovationFields fields) {
        AreaCode area = rules.areaOf(fields).orElse(hubArea);
        Drafts.Draft draft =
                new Drafts.Draft(id.toString(), owner, revision, area.value(), clock.millis(), FieldsV1.of(fields));
        drafts.save(draft);
        return draft.toInnovation();
    }

    private Outcome<Innovation> change(InnovationId id, Change change) {
        synchronized (lock(id)) {
            awaitOwn();
            return switch (live(id)) {
                case Outcome.Refused<InnovationDocument> refused -> refused.cast();
                case Outcome.Done<InnovationDocument>(InnovationDocument now) ->
                    change.of(now).map(event -> write(id, event, now));
            };
        }
    }

    /** The record if this hub may change it. */
    private Outcome<InnovationDocument> live(InnovationId id) {
        InnovationDocument now = projection.find(id.toString());
        if (now == null) {
            return notFound();
        }
        if (!id.hub().equals(hub)) {
            return Outcome.refused(Why.FORBIDDEN, "", "other-hub", id.hub());
        }
        return switch (now.statusAt(clock.instant())) {
            case WITHDRAWN -> Outcome.refused(Why.CONFLICT, "", "withdrawn");
            case RETIRED -> Outcome.refused(Why.CONFLICT, "", "retired");
            case DRAFT, ACTIVE, UNCONFIRMED -> Outcome.done(now);
        };
    }

    /** Writes it down, waits for the lists to show it, and answers how the record then is. */
    private Innovation write(InnovationId id, InnovationEvent event, @Nullable InnovationDocument before) {
        PlacedEntry placed = append(List.of(event.toEntry()));
        projections.await(placed.position(), WAIT_MAX);
        InnovationDocument after = projection.find(id.toString());
        if (after == null || after.at().compareTo(Place.of(placed.entry())) < 0) {
            after = InnovationHistory.after(before, event, placed.entry(), Long.MAX_VALUE);
        }
        if (after == null) {
            throw new IllegalStateException("An entry of ours made nothing of " + id);
        }
        return after.toInnovation(clock.instant());
    }

    private List<Innovation> read(List<String> ids, Instant now) {
        return projection.findAll(ids).stream()
                .filter(document -> !document.withdrawn())
                .flatMap(document -> shown(document, now))
                .toList();
    }

    private Stream<Innovation> shown(InnovationDocument document, Instant now) {
        Showing showing = showings.showing(document.hub());
        InnovationDocument shown = document.shownAs(showing);
        return shown == null ? Stream.empty() : Stream.of(shown.toInnovation(now, showing == Showing.REFERENCE));
    }

    private Object lock(InnovationId id) {
        return locks[Math.floorMod(id.hashCode(), LOCKS)];
    }

    private static <T> Outcome<T> notFound() {
        return Outcome.refused(Why.NOT_FOUND, "", "not-found");
    }

    private static <T> Outcome<T> conflict(int expected, int now) {
        return Outcome.refused(Why.CONFLICT, "", "conflict", expected, now);
    }

    private interface Change {
        Outcome<? extends InnovationEvent> of(InnovationDocument now);
    }
}
