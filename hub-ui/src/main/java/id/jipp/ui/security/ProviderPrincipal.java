package id.jipp.ui.security;

import id.jipp.core.person.Person;
import java.security.Principal;

/** Somebody whose access token an API call carries. */
@SuppressWarnings("serial") // never kept in a session
record ProviderPrincipal(Person person) implements SignedIn, Principal {
    @Override
    public String getName() {
        return person.id().local();
    }
}
