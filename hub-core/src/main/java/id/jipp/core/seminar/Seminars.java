package id.jipp.core.seminar;

import id.jipp.core.log.Hash;
import id.jipp.core.log.HubId;
import id.jipp.core.log.HubLog;
import id.jipp.core.log.LogLimits;
import id.jipp.core.log.LogUnavailable;
import id.jipp.core.log.PlacedEntry;
import id.jipp.core.log.Position;
import id.jipp.core.log.StreamName;
import id.jipp.core.outcome.Outcome;
import id.jipp.core.outcome.Outcome.Why;
import id.jipp.core.outcome.Problem;
import id.jipp.core.peer.Showings;
import id.jipp.core.person.Person;
import id.jipp.core.projection.Projections;
import id.jipp.core.store.Documents;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The seminars of all hubs, as this hub knows them; everybody may read those that are shown. Only a seminar's own hub changes it. What
 * answers done is durable, and the next list shows it. Thread-safe.
 */
public final class Seminars {
    private static final Duration WAIT_MAX = Duration.ofSeconds(5);

    private final HubId hub;
    private final HubLog log;
    private final Projections projections;
    private final SeminarProjection projection;
    private final SecureRandom random = new SecureRandom();
    private final Object changing = new Object();
    private Position own = Position.START;

    private Seminars(HubId hub, HubLog log, Projections projections, SeminarProjection projection) {
        this.hub = hub;
        this.log = log;
        this.projections = projections;
        this.projection = projection;
    }

    /** The seminars in that log; from now on they are kept up with it. */
    public static Seminars open(
            HubId hub, HubLog log, Projections projections, Documents.Store store, Showings showings, Clock clock) {
        SeminarProjection projection = new SeminarProjection(store, log, showings, clock);
        projections.follow(projection);
        return new Seminars(hub, log, projections, projection);
    }

    /** The latest first. */
    public SeminarPage list(SeminarQuery query) {
        return projection.list(query);
    }

    public Optional<Seminar> find(SeminarId id) {
        return projection.shown(id);
    }

    /** Whether anything that hub told of is to be seen here. */
    public boolean shows(HubId author) {
        return projection.shows(author);
    }

    /** Whether that person may change that seminar and what belongs to it: a coordinator of its own hub. */
    public boolean mayChange(SeminarId id, @Nullable Person by) {
        return id.hub().equals(hub) && mayCreate(by);
    }

    /** Whether that person may hold seminars here. */
    public boolean mayCreate(@Nullable Person by) {
        return by != null && by.coordinates(hub);
    }

    /** The id a seminar made under that key has: always the same one, and another for every other key. */
    public SeminarId idOf(Hash key) {
        return SeminarId.of(hub, key);
    }

    /** An id for a new seminar of this hub. */
    public SeminarId newId() {
        byte[] chance = new byte[Hash.BYTES];
        random.nextBytes(chance);
        return idOf(Hash.ofBytes(chance));
    }

    /**
     * Tells the network of a new seminar under an id from {@link #newId} or {@link #idOf}. Doing it twice is done once:
     * the second time the answer is what has become of it.
     */
    public Outcome<Seminar> create(SeminarId id, SeminarFields fields, Person by) {
        if (!mayChange(id, by)) {
            return Outcome.refused(Why.FORBIDDEN, "", "coordinator-only");
        }
        synchronized (changing) {
            awaitOwn();
            Optional<Seminar> before = find(id);
            if (before.isPresent()) {
                return Outcome.done(before.get());
            }
            if (projection.countOf(hub) >= SeminarProjection.PER_HUB_MAX) {
                return Outcome.refused(Why.LIMIT, "", "too-many-seminars", SeminarProjection.PER_HUB_MAX);
            }
            return tell(id, fields, 1);
        }
    }

    /**
     * Changes what is said of a seminar, which is all of it. Refused as a conflict, with the revision expected and the
     * one that is, unless it is still at the expected one.
     */
    public Outcome<Seminar> change(SeminarId id, SeminarFields fields, int expected, Person by) {
        synchronized (changing) {
            awaitOwn();
            SeminarDocument now = projection.find(id);
            if (now == null) {
                return Outcome.refused(Why.NOT_FOUND, "", "not-found");
            }
            if (!id.hub().equals(hub)) {
                return Outcome.refused(Why.FORBIDDEN, "", "other-hub", id.hub());
            }
            if (!mayChange(id, by)) {
                return Outcome.refused(Why.FORBIDDEN, "", "coordinator-only");
            }
            if (now.revision() != expected) {
                return Outcome.refused(Why.CONFLICT, "", "conflict", expected, now.revision());
            }
            return tell(id, fields, expected + 1);
        }
    }

    /** Hears the ids of what changed, merged per batch. @return ends that */
    public Runnable onChange(Consumer<List<SeminarId>> listener) {
        return projection.onChange(listener);
    }

    /** How many entries about seminars changed nothing: malformed, too many, or about another hub's seminar. */
    public long ignoredEntries() {
        return projection.ignored();
    }

    /** Waits until what this hub wrote can be read: what is decided on an older state would be void. */
    private void awaitOwn() {
        if (!projections.await(own, WAIT_MAX)) {
            throw new LogUnavailable("What this hub wrote last cannot be read yet", null);
        }
    }

    private Outcome<Seminar> tell(SeminarId id, SeminarFields typed, int revision) {
        SeminarFields plain = SeminarRules.plain(typed);
        List<Problem> problems = SeminarRules.of(plain);
        if (!problems.isEmpty()) {
            return new Outcome.Refused<>(Why.INVALID, problems);
        }
        SeminarEvent event = new SeminarEvent(id.toString(), revision, StateV1.of(plain));
        if (event.toBytes().length > LogLimits.CONTENT_BYTES_MAX) {
            return Outcome.refused(Why.INVALID, "", "seminar-too-large", LogLimits.CONTENT_BYTES_MAX >> 10);
        }
        PlacedEntry placed =
                log.append(StreamName.PUBLIC, List.of(event.toEntry())).getFirst();
        own = placed.position();
        projections.await(own, WAIT_MAX);
        long time = placed.entry().header().time().toEpochMilli();
        return Outcome.done(
                SeminarProjection.documentOf(event, placed.position(), time).toSeminar());
    }
}
