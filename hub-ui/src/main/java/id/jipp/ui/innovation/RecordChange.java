package id.jipp.ui.innovation;

import id.jipp.core.innovation.Change;
import id.jipp.core.innovation.Changes;
import id.jipp.core.innovation.Innovation;
import id.jipp.core.innovation.InnovationFields;
import id.jipp.core.innovation.InnovationId;
import id.jipp.core.innovation.Innovations;
import id.jipp.core.outcome.Outcome;
import id.jipp.core.person.Person;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A change of a published record, kept apart from it until it is published. */
final class RecordChange implements Manuscript {
    private final Innovations innovations;
    private final Changes changes;
    private final InnovationId id;
    private final int base;
    private @Nullable Integer revision;

    /** @param kept what was written of it before; null if nothing */
    RecordChange(Innovations innovations, Changes changes, Innovation record, @Nullable Change kept) {
        this.innovations = innovations;
        this.changes = changes;
        this.id = record.id();
        this.base = kept == null ? record.revision() : kept.base();
        this.revision = kept == null ? null : kept.revision();
    }

    private RecordChange(RecordChange before, int base, @Nullable Integer revision) {
        this.innovations = before.innovations;
        this.changes = before.changes;
        this.id = before.id;
        this.base = base;
        this.revision = revision;
    }

    @Override
    public InnovationId id() {
        return id;
    }

    @Override
    public boolean isChange() {
        return true;
    }

    @Override
    public boolean isKept() {
        return revision != null;
    }

    @Override
    public Outcome<?> keep(InnovationFields fields, Person by) {
        return changes.keep(id, fields, base, revision, by).map(kept -> {
            revision = kept.revision();
            return kept;
        });
    }

    @Override
    public Outcome<Innovation> publish(Person by) {
        return changes.publish(id, by);
    }

    @Override
    public Outcome<?> discard(Person by) {
        return changes.discard(id, by);
    }

    @Override
    public Optional<InnovationFields> theirs(Person by) {
        Optional<InnovationFields> written = changes.of(id, by)
                .filter(kept -> !Objects.equals(kept.revision(), revision))
                .map(Change::fields);
        return written.isPresent()
                ? written
                : innovations
                        .find(id, by)
                        .filter(record -> record.revision() != base)
                        .map(Innovation::fields);
    }

    @Override
    public Manuscript overTheirs(Person by) {
        return new RecordChange(
                this,
                innovations.find(id, by).map(Innovation::revision).orElse(base),
                changes.of(id, by).map(Change::revision).orElse(null));
    }

    @Override
    public void giveWay(Person by) {
        if (changes.of(id, by)
                .filter(kept -> Objects.equals(kept.revision(), revision))
                .isPresent()) {
            changes.discard(id, by);
        }
    }
}
