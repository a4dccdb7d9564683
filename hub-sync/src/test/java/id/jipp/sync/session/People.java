package id.jipp.sync.session;

import id.jipp.core.person.Person;
import id.jipp.core.person.PersonId;
import id.jipp.core.person.Role;
import java.util.Set;

/** People of test hubs. */
public final class People {
    private People() {}

    public static Person coordinator(TestHub hub) {
        return new Person(new PersonId(hub.id, "koordinator"), "Ni Luh", "Biro Organisasi", Set.of(Role.COORDINATOR));
    }
}
