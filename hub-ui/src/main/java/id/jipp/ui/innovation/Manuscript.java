package id.jipp.ui.innovation;

import id.jipp.core.innovation.Innovation;
import id.jipp.core.innovation.InnovationFields;
import id.jipp.core.innovation.InnovationId;
import id.jipp.core.outcome.Outcome;
import id.jipp.core.person.Person;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What somebody is writing: a new record or a change of a published one. Remembers the save it was read at. */
interface Manuscript {
    /** Of the record; null until anything of a new one is kept. */
    @Nullable
    InnovationId id();

    /** Whether it changes a published record. */
    boolean isChange();

    /** Whether the hub has something of it that can be thrown away. */
    boolean isKept();

    /** Keeps it as typed. */
    Outcome<?> keep(InnovationFields fields, Person by);

    /** Publishes what is kept. */
    Outcome<Innovation> publish(Person by);

    /** Throws away what is kept. */
    Outcome<?> discard(Person by);

    /** What stands there instead, where somebody else saved since this was read. */
    Optional<InnovationFields> theirs(Person by);

    /** The same to go on with once their words were seen: the next save writes over them. */
    Manuscript overTheirs(Person by);

    /** Gives way to their words: what this one kept of its own, if anything, is thrown away. */
    void giveWay(Person by);
}
