package id.jipp.ui.security;

import id.jipp.core.person.Person;
import java.time.Duration;
import java.util.Map;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Signs in the people of the demonstration. Says the same, in the same time, for a wrong name and a wrong password. */
final class DemoAuthenticationProvider implements AuthenticationProvider {
    private final Map<String, Person> people;
    private final DemoPassword password;
    private final LoginAttempts attempts;

    DemoAuthenticationProvider(Map<String, Person> people, DemoPassword password, LoginAttempts attempts) {
        this.people = Map.copyOf(people);
        this.password = password;
        this.attempts = attempts;
    }

    @Override
    public Authentication authenticate(Authentication given) {
        String account = given.getName();
        String address = given.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "";
        Duration wait = attempts.wait(account, address);
        if (wait.isPositive()) {
            throw new TooManyAttempts(wait);
        }
        boolean matches = password.matches(String.valueOf(given.getCredentials()));
        Person person = people.get(account);
        if (!matches || person == null) {
            attempts.failed(account, address);
            throw new BadCredentialsException("Wrong name or password");
        }
        attempts.succeeded(account, address);
        var signedIn = UsernamePasswordAuthenticationToken.authenticated(
                new DemoPrincipal(person), null, Authorities.of(person.roles()));
        signedIn.setDetails(given.getDetails());
        return signedIn;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
