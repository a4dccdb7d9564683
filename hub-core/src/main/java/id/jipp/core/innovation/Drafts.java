package id.jipp.core.innovation;

import id.jipp.core.area.AreaCode;
import id.jipp.core.person.PersonId;
import id.jipp.core.projection.Listeners;
import id.jipp.core.store.Documents;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What people of this hub have begun and not published. Few, so they are all in memory; each save is on disk before it
 * is answered. Thread-safe; two saves of one draft are kept apart by who calls.
 */
final class Drafts {
    /** Of one person; a bound against a program gone wild, not against diligence. */
    static final int PER_PERSON_MAX = 500;

    private static final Comparator<Draft> NEWEST_FIRST =
            Comparator.comparingLong(Draft::changedAt).reversed().thenComparing(Draft::id);

    /** @param revision counts the saves */
    record Draft(String id, String owner, int revision, String area, long changedAt, FieldsV1 fields) {
        boolean isOf(PersonId person) {
            return owner.equals(person.toString());
        }

        Innovation toInnovation() {
            return new Innovation(
                    InnovationId.parse(id).orElseThrow(),
                    fields.toFields(),
                    new AreaCode(area),
                    revision,
                    Status.DRAFT,
                    null,
                    null,
                    Instant.ofEpochMilli(changedAt),
                    null,
                    false);
        }
    }

    private final Documents<Draft> documents;
    private final Listeners<String> changes = new Listeners<>();
    private final Map<String, Draft> byId = new ConcurrentHashMap<>();

    Drafts(Documents.Store store) {
        this.documents = store.kept("innovation_drafts", Draft.class);
        documents.forEach(draft -> byId.put(draft.id(), draft));
    }

    @Nullable
    Draft find(InnovationId id) {
        return byId.get(id.toString());
    }

    long countOf(PersonId person) {
        return byId.values().stream().filter(draft -> draft.isOf(person)).count();
    }

    List<Draft> newestFirst(Predicate<Draft> those) {
        return byId.values().stream().filter(those).sorted(NEWEST_FIRST).toList();
    }

    void save(Draft draft) {
        documents.save(draft);
        documents.flush();
        byId.put(draft.id(), draft);
        changes.tell(draft.id());
    }

    void remove(InnovationId id) {
        documents.remove(Set.of(id.toString()));
        documents.flush();
        byId.remove(id.toString());
        changes.tell(id.toString());
    }

    Runnable onChange(Runnable news) {
        return changes.add(id -> news.run());
    }
}
