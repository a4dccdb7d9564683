package id.jipp.ui.security;

import id.jipp.core.person.Person;
import java.security.Principal;

/** Somebody of the demonstration who gave the password. */
@SuppressWarnings("serial") // sessions are never written to disk
record DemoPrincipal(Person person) implements SignedIn, Principal {
    @Override
    public String getName() {
        return person.id().local();
    }
}
