package id.jipp.core.innovation;

import id.jipp.core.outcome.Outcome;
import id.jipp.core.outcome.Outcome.Why;
import id.jipp.core.outcome.Problem;
import id.jipp.core.person.Person;
import id.jipp.core.store.Documents;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Changes of published records that are kept while somebody writes them, at most one of each record, which the
 * coordinators share. Few, so they are all in memory; each save is on disk before it is answered. Thread-safe.
 */
public final class Changes {
    private record Kept(String id, int base, int revision, long keptAt, FieldsV1 fields) {
        Change toChange() {
            return new Change(
                    InnovationId.parse(id).orElseThrow(),
                    fields.toFields(),
                    base,
                    revision,
                    Instant.ofEpochMilli(keptAt));
        }
    }

    private final Innovations innovations;
    private final Documents<Kept> documents;
    private final Clock clock;
    private final Map<String, Kept> byId = new ConcurrentHashMap<>();

    public Changes(Innovations innovations, Documents.Store store, Clock clock) {
        this.innovations = innovations;
        this.documents = store.kept("innovation_changes", Kept.class);
        this.clock = clock;
        documents.forEach(kept -> byId.put(kept.id(), kept));
    }

    /** What is kept of that record, if the person may publish it. */
    public Optional<Change> of(InnovationId id, Person by) {
        Kept kept = byId.get(id.toString());
        return kept != null && innovations.rights().mayPublish(by) ? Optional.of(kept.toChange()) : Optional.empty();
    }

    /** All of them, the newest first; none for those who may not publish. */
    public List<Change> all(Person by) {
        return !innovations.rights().mayPublish(by)
                ? List.of()
                : byId.values().stream()
                        .map(Kept::toChange)
                        .filter(change -> innovations.mayRevise(change.id()))
                        .sorted(Comparator.comparing(Change::keptAt).reversed())
                        .toList();
    }

    /**
     * Keeps it as typed.
     *
     * @param base the record's revision it was begun from
     * @param expected the save it was read at, null for none; refused as a conflict if there is another one since
     */
    public synchronized Outcome<Change> keep(
            InnovationId id, InnovationFields fields, int base, @Nullable Integer expected, Person by) {
        if (!innovations.rights().mayPublish(by)) {
            return Rights.forbidden();
        }
        if (!innovations.mayRevise(id)) {
            return Outcome.refused(Why.NOT_FOUND, "", "not-found");
        }
        InnovationFields plain = InnovationRules.plain(fields);
        List<Problem> problems = innovations.rules().ofDraft(plain);
        if (!problems.isEmpty()) {
            return new Outcome.Refused<>(Why.INVALID, problems);
        }
        Kept now = byId.get(id.toString());
        if (now != null && (expected == null || expected != now.revision())) {
            return Outcome.refused(Why.CONFLICT, "", "conflict", expected == null ? 0 : expected, now.revision());
        }
        Kept next =
                new Kept(id.toString(), base, now == null ? 1 : now.revision() + 1, clock.millis(), FieldsV1.of(plain));
        documents.save(next);
        documents.flush();
        byId.put(next.id(), next);
        return Outcome.done(next.toChange());
    }

    /** Revises the record by what is kept, and keeps it no longer. Refused as {@link Innovations#revise} is. */
    public synchronized Outcome<Innovation> publish(InnovationId id, Person by) {
        Kept kept = byId.get(id.toString());
        if (kept == null) {
            return Outcome.refused(Why.NOT_FOUND, "", "not-found");
        }
        return innovations.revise(id, kept.fields().toFields(), kept.base(), by).map(revised -> {
            remove(id);
            return revised;
        });
    }

    /** Throws it away; the record stays as it is published. */
    public synchronized Outcome<Boolean> discard(InnovationId id, Person by) {
        if (!innovations.rights().mayPublish(by)) {
            return Rights.forbidden();
        }
        remove(id);
        return Outcome.done(true);
    }

    private void remove(InnovationId id) {
        documents.remove(Set.of(id.toString()));
        documents.flush();
        byId.remove(id.toString());
    }
}
