package id.jipp.ui.security;

import id.jipp.core.person.Person;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Somebody who signed in at the identity provider. */
@SuppressWarnings("serial") // sessions are never written to disk
final class ProviderUser extends DefaultOidcUser implements SignedIn {
    private final Person person;

    ProviderUser(OidcUser user, Person person) {
        super(Authorities.of(person.roles()), user.getIdToken(), user.getUserInfo());
        this.person = person;
    }

    @Override
    public Person person() {
        return person;
    }
}
