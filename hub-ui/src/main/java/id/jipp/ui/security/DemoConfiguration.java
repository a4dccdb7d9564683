package id.jipp.ui.security;

import id.jipp.core.person.DemoPeople;
import id.jipp.core.person.Person;
import id.jipp.core.settings.HubSettings;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.security.authentication.AuthenticationProvider;

/** The demonstration's accounts. Its password is no secret among those at the machine, so nobody else may reach it. */
@Configuration
@Profile("demo")
class DemoConfiguration {
    @Bean
    SignIn signIn() {
        return new DemoSignIn();
    }

    @Bean
    AuthenticationProvider demoAccounts(
            HubSettings settings, ServerProperties server, Environment environment, Clock clock) {
        refuseOthers(server.getAddress());
        String file = environment.getProperty("jipp.demo.password.file", "");
        Path path = file.isBlank() ? settings.data().resolve("demo-password") : Path.of(file);
        return new DemoAuthenticationProvider(
                DemoPeople.at(settings.hub(), settings.name()).stream()
                        .collect(Collectors.toMap((Person p) -> p.id().local(), Function.identity())),
                DemoPassword.in(path),
                new LoginAttempts(clock));
    }

    static void refuseOthers(@Nullable InetAddress listensOn) {
        if (listensOn == null || !listensOn.isLoopbackAddress()) {
            throw new CannotStart(
                    "The demo's accounts are open to everybody, so it only listens on this machine; it was told to listen on "
                            + (listensOn == null ? "every address" : listensOn.getHostAddress()) + ".",
                    "Leave SERVER_ADDRESS unset, or run without the profile demo and set JIPP_OIDC_ISSUER.");
        }
    }
}
