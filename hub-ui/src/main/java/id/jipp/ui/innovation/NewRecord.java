package id.jipp.ui.innovation;

import id.jipp.core.innovation.Changes;
import id.jipp.core.innovation.Innovation;
import id.jipp.core.innovation.InnovationFields;
import id.jipp.core.innovation.InnovationId;
import id.jipp.core.innovation.Innovations;
import id.jipp.core.innovation.Status;
import id.jipp.core.outcome.Outcome;
import id.jipp.core.person.Person;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A record that is not published yet: a draft, as soon as something of it is kept. */
final class NewRecord implements Manuscript {
    private final Innovations innovations;
    private final Changes changes;
    private @Nullable InnovationId id;
    private @Nullable Integer revision;

    /** @param draft null for one of which nothing is kept yet */
    NewRecord(Innovations innovations, Changes changes, @Nullable Innovation draft) {
        this.innovations = innovations;
        this.changes = changes;
        if (draft != null) {
            read(draft);
        }
    }

    @Override
    public @Nullable InnovationId id() {
        return id;
    }

    @Override
    public boolean isChange() {
        return false;
    }

    @Override
    public boolean isKept() {
        return id != null;
    }

    @Override
    public Outcome<?> keep(InnovationFields fields, Person by) {
        return innovations.saveDraft(id, fields, revision, by).map(draft -> {
            read(draft);
            return draft;
        });
    }

    @Override
    public Outcome<Innovation> publish(Person by) {
        return innovations.publish(Objects.requireNonNull(id), by);
    }

    @Override
    public Outcome<?> discard(Person by) {
        return innovations.discardDraft(Objects.requireNonNull(id), by);
    }

    @Override
    public Optional<InnovationFields> theirs(Person by) {
        return now(by).filter(there -> !Objects.equals(there.revision(), revision) || there.status() != Status.DRAFT)
                .map(Innovation::fields);
    }

    /** Where it was published in between, mine becomes a change of it. */
    @Override
    public Manuscript overTheirs(Person by) {
        Innovation there = now(by).orElseThrow();
        return there.status() == Status.DRAFT
                ? new NewRecord(innovations, changes, there)
                : new RecordChange(innovations, changes, there, null);
    }

    @Override
    public void giveWay(Person by) {}

    private Optional<Innovation> now(Person by) {
        return id == null ? Optional.empty() : innovations.find(id, by);
    }

    private void read(Innovation draft) {
        id = draft.id();
        revision = draft.revision();
    }
}
