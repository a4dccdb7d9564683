package id.jipp.core.innovation;

import id.jipp.core.outcome.Outcome;
import id.jipp.core.person.Person;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The innovations of all hubs, as this hub knows them. Only a record's own hub changes it. Every command that answers
 * done is durable, and the next list shows it. Thread-safe.
 */
public final class Innovations {
    /** Keeps a draft; seen by this hub only. {@code expected} is the revision it was read at, null for a new one. */
    public Outcome<Innovation> saveDraft(
            @Nullable InnovationId id, InnovationFields fields, @Nullable Integer expected, Person by) {
        throw new UnsupportedOperationException();
    }

    /** Makes a draft known to the network. */
    public Outcome<Innovation> publish(InnovationId draft, Person by) {
        throw new UnsupportedOperationException();
    }

    /** Changes a published record. Refused as a conflict unless it is still at the expected revision. */
    public Outcome<Innovation> revise(InnovationId id, InnovationFields fields, int expected, Person by) {
        throw new UnsupportedOperationException();
    }

    /** Says that it still runs as described. */
    public Outcome<Innovation> confirm(InnovationId id, Person by) {
        throw new UnsupportedOperationException();
    }

    /** Ends it; it stays findable and says why. {@code reason} has 1 to 500 characters. */
    public Outcome<Innovation> retire(InnovationId id, String reason, Person by) {
        throw new UnsupportedOperationException();
    }

    /** A published record, or a draft of this hub if {@code by} may see drafts (null: nobody signed in). */
    public Optional<Innovation> find(InnovationId id, @Nullable Person by) {
        throw new UnsupportedOperationException();
    }

    /** The published ones that match. */
    public InnovationPage list(InnovationQuery query) {
        throw new UnsupportedOperationException();
    }

    /** This hub's drafts that the person may see, newest first. */
    public List<Innovation> drafts(Person by) {
        throw new UnsupportedOperationException();
    }

    /** Throws a draft away. */
    public Outcome<Boolean> discardDraft(InnovationId id, Person by) {
        throw new UnsupportedOperationException();
    }

    /** Published ones with nearly that title, over all hubs, the nearest first, at most five. */
    public List<Innovation> similarTo(String title) {
        throw new UnsupportedOperationException();
    }

    /** Hears the ids of what changed, merged per batch. */
    public Runnable onChange(Consumer<List<InnovationId>> listener) {
        throw new UnsupportedOperationException();
    }
}
