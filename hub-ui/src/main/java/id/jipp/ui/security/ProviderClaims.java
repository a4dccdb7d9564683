package id.jipp.ui.security;

import id.jipp.core.log.HubId;
import id.jipp.core.person.Person;
import id.jipp.core.person.PersonId;
import id.jipp.core.person.Role;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.BadCredentialsException;

/** What Keycloak says about a person, as a person of this hub. Claims are text from afar: cut to our bounds. */
record ProviderClaims(HubId hub, String clientId) {
    /** @throws BadCredentialsException if no subject is named */
    Person person(@Nullable String subject, Map<String, Object> claims) {
        if (subject == null || subject.isEmpty()) {
            throw new BadCredentialsException("The token names no subject");
        }
        String name = text(claims.get("name"), text(claims.get("preferred_username"), subject));
        return new Person(
                new PersonId(hub, cut(subject, 64)),
                cut(name, 120),
                cut(text(claims.get("unit"), ""), 120),
                roles(claims));
    }

    private Set<Role> roles(Map<String, Object> claims) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        take(claims.get("realm_access"), roles);
        if (claims.get("resource_access") instanceof Map<?, ?> clients) {
            take(clients.get(clientId), roles);
        }
        return roles;
    }

    private static void take(@Nullable Object access, Set<Role> roles) {
        if (access instanceof Map<?, ?> map && map.get("roles") instanceof Collection<?> names) {
            for (Role role : Role.values()) {
                if (names.contains(role.code())) {
                    roles.add(role);
                }
            }
        }
    }

    private static String text(@Nullable Object claim, String otherwise) {
        return claim instanceof String text && !text.isBlank() ? text : otherwise;
    }

    private static String cut(String text, int max) {
        return text.length() > max ? text.substring(0, max) : text;
    }
}
