package id.jipp.ui.security;

import id.jipp.core.person.Person;
import id.jipp.core.person.Role;
import java.util.Optional;

/** The person who acts on this thread. */
public interface CurrentPerson {
    /** Empty if nobody is signed in. */
    Optional<Person> find();

    /** Whether somebody is signed in who has that role. */
    default boolean is(Role role) {
        return find().filter(person -> person.is(role)).isPresent();
    }

    /** @throws org.springframework.security.access.AccessDeniedException if nobody is signed in */
    Person require();
}
