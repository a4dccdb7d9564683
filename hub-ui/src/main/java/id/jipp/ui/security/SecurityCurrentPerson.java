package id.jipp.ui.security;

import id.jipp.core.person.Person;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.stereotype.Component;

/** The person in Spring Security's context of this thread. */
@Component
class SecurityCurrentPerson implements CurrentPerson {
    private final SecurityContextHolderStrategy contexts;

    /** Takes the strategy of its own application, so that two of them can live in one JVM. */
    SecurityCurrentPerson(ObjectProvider<SecurityContextHolderStrategy> contexts) {
        this.contexts = contexts.getIfAvailable(SecurityContextHolder::getContextHolderStrategy);
    }

    @Override
    public Optional<Person> find() {
        Authentication now = contexts.getContext().getAuthentication();
        return now != null && now.isAuthenticated() && now.getPrincipal() instanceof SignedIn signedIn
                ? Optional.of(signedIn.person())
                : Optional.empty();
    }

    @Override
    public Person require() {
        return find().orElseThrow(() -> new AccessDeniedException("Nobody is signed in"));
    }
}
