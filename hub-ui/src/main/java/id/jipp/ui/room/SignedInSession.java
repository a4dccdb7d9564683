package id.jipp.ui.room;

import id.jipp.core.person.Person;
import jakarta.servlet.http.HttpSession;
import java.util.HashSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/**
 * Who opened a socket, and the browser session they were signed in with.
 *
 * @param session null where each request carries credentials; then nothing can end before the socket does
 */
record SignedInSession(
        Person person,
        Authentication authentication,
        @Nullable HttpSession session) {

    /** Whether that session still stands for the same person with the same rights. */
    boolean isStillTrue() {
        if (session == null) {
            return true;
        }
        try {
            return session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)
                            instanceof SecurityContext now
                    && now.getAuthentication() != null
                    && now.getAuthentication().isAuthenticated()
                    && Objects.equals(
                            authentication.getPrincipal(),
                            now.getAuthentication().getPrincipal())
                    && new HashSet<>(authentication.getAuthorities())
                            .equals(new HashSet<>(now.getAuthentication().getAuthorities()));
        } catch (IllegalStateException ended) {
            return false;
        }
    }
}
