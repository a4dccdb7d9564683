package id.jipp.ui.demo;

import id.jipp.core.area.AreaCode;
import id.jipp.core.log.HubId;
import id.jipp.core.person.Person;
import id.jipp.core.person.PersonId;
import id.jipp.core.person.Role;
import java.util.List;
import java.util.Set;

/** The hubs of the demo. A province's records belong to its own hub, all others to the ministry's. */
enum DemoHub {
    PANRB("panrb", AreaCode.NATIONAL),
    BALI("bali", new AreaCode("51")),
    JATIM("jatim", new AreaCode("35"));

    static final List<DemoHub> ALL = List.of(values());

    private final HubId id;
    private final AreaCode area;

    DemoHub(String id, AreaCode area) {
        this.id = new HubId(id);
        this.area = area;
    }

    HubId id() {
        return id;
    }

    /** The hub whose records those of that area are. */
    static DemoHub of(AreaCode area) {
        return ALL.stream()
                .filter(hub -> hub.area.isProvince() && hub.area.contains(area))
                .findFirst()
                .orElse(PANRB);
    }

    /** In whose name the demo's own records are taken in. */
    static Person clerk(HubId hub) {
        return new Person(new PersonId(hub, "koordinator"), "Koordinator", "", Set.of(Role.COORDINATOR, Role.STAFF));
    }
}
