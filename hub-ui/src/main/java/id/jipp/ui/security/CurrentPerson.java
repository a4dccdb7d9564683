package id.jipp.ui.security;

import id.jipp.core.person.Person;
import java.util.Optional;

/** The person who acts on this thread. */
public interface CurrentPerson {
    /** Empty if nobody is signed in. */
    Optional<Person> find();

    /** @throws org.springframework.security.access.AccessDeniedException if nobody is signed in */
    Person require();
}
