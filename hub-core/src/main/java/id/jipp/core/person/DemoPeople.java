package id.jipp.core.person;

import id.jipp.core.log.HubId;
import java.util.List;
import java.util.Set;

/** The five people of a demonstration, one or two for each role, at every hub. */
public final class DemoPeople {
    private DemoPeople() {}

    /** They sign in with their local id. {@code place} is where their offices are, for example {@code Bali}. */
    public static List<Person> at(HubId hub, String place) {
        return List.of(
                person(hub, "koordinator", "Koordinator", "Biro Organisasi, " + place, Role.COORDINATOR),
                person(hub, "staf", "Staf Puskesmas", "Dinas Kesehatan, " + place, Role.STAFF),
                person(hub, "staf2", "Staf Dukcapil", "Dinas Kependudukan, " + place, Role.STAFF),
                person(hub, "penilai", "Penilai", "Tim Evaluasi, " + place, Role.ASSESSOR),
                person(hub, "admin", "Admin", "Pengelola hub, " + place, Role.ADMIN));
    }

    private static Person person(HubId hub, String id, String name, String unit, Role role) {
        return new Person(new PersonId(hub, id), name, unit, Set.of(role));
    }
}
