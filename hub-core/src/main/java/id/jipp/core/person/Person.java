package id.jipp.core.person;

import id.jipp.core.log.HubId;
import java.util.Set;

/**
 * Somebody who acts.
 *
 * @param name as shown to others, 1 to 120 characters
 * @param unit the office they work in, may be empty
 */
public record Person(PersonId id, String name, String unit, Set<Role> roles) {
    public Person {
        roles = Set.copyOf(roles);
        if (name.isBlank() || name.length() > 120) {
            throw new IllegalArgumentException("A person's name has 1 to 120 characters; came: " + name.length());
        }
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Whether they answer for their hub, as its coordinators and admins do. */
    public boolean coordinates() {
        return is(Role.COORDINATOR) || is(Role.ADMIN);
    }

    /** Whether they answer for that hub. */
    public boolean coordinates(HubId hub) {
        return id.hub().equals(hub) && coordinates();
    }
}
