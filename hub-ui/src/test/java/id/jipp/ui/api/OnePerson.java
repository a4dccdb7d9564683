package id.jipp.ui.api;

import id.jipp.core.person.Person;
import id.jipp.ui.security.CurrentPerson;
import java.util.Optional;

/** That person acts on every thread. */
record OnePerson(Person person) implements CurrentPerson {
    @Override
    public Optional<Person> find() {
        return Optional.of(person);
    }

    @Override
    public Person require() {
        return person;
    }
}
