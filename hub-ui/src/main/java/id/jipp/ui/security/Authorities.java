package id.jipp.ui.security;

import id.jipp.core.person.Role;
import java.util.List;
import java.util.Set;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Roles as Spring Security and Vaadin's {@code @RolesAllowed} name them: {@code ROLE_COORDINATOR}. */
final class Authorities {
    private Authorities() {}

    static List<GrantedAuthority> of(Set<Role> roles) {
        return roles.stream()
                .sorted()
                .map(role -> (GrantedAuthority) new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList();
    }
}
