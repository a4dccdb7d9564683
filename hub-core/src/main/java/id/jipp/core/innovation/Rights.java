package id.jipp.core.innovation;

import id.jipp.core.log.HubId;
import id.jipp.core.outcome.Outcome;
import id.jipp.core.person.Person;
import id.jipp.core.person.Role;
import org.jspecify.annotations.Nullable;

/** Who may do what with innovations. Only people of this hub may change anything. */
final class Rights {
    private final HubId hub;

    Rights(HubId hub) {
        this.hub = hub;
    }

    boolean mayPublish(Person person) {
        return person.coordinates(hub);
    }

    boolean mayRegister(Person person) {
        return mayPublish(person) || isOurs(person) && person.is(Role.STAFF);
    }

    boolean maySee(Drafts.Draft draft, @Nullable Person person) {
        return person != null && (mayPublish(person) || mayRegister(person) && draft.isOf(person.id()));
    }

    static <T> Outcome<T> forbidden() {
        return Outcome.refused(Outcome.Why.FORBIDDEN, "", "forbidden");
    }

    private boolean isOurs(Person person) {
        return person.id().hub().equals(hub);
    }
}
