package id.jipp.ui.security;

import id.jipp.core.settings.HubSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoders;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;

/** Sign-in through the identity provider at {@code JIPP_OIDC_ISSUER}: the only way outside the demonstration. */
@Configuration
@Profile("!demo")
class ProviderConfiguration {
    private final String issuer;
    private final String clientId;
    private final String clientSecret;

    ProviderConfiguration(Environment environment) {
        this.issuer = environment.getProperty("jipp.oidc.issuer", "").strip();
        this.clientId =
                environment.getProperty("jipp.oidc.client-id", "jipp-hub").strip();
        this.clientSecret =
                environment.getProperty("jipp.oidc.client-secret", "").strip();
        if (issuer.isEmpty()) {
            throw new CannotStart(
                    "Nobody could sign in: JIPP_OIDC_ISSUER is not set.",
                    "Set JIPP_OIDC_ISSUER to the address of your Keycloak realm, for example"
                            + " https://sso.example.go.id/realms/jipp, and JIPP_OIDC_CLIENT_ID and"
                            + " JIPP_OIDC_CLIENT_SECRET to this hub's client; or try the product with ./jipp demo.");
        }
    }

    @Bean
    ClientRegistrationRepository clientRegistrations() {
        return new LazyRegistration(issuer, clientId, clientSecret);
    }

    /** Asks the provider for its keys when the first token comes, so that the hub starts while the provider is away. */
    @Bean
    JwtDecoder jwtDecoder() {
        return new SupplierJwtDecoder(() -> JwtDecoders.fromIssuerLocation(issuer));
    }

    @Bean
    SignIn signIn(HubSettings settings, ClientRegistrationRepository registrations) {
        return new ProviderSignIn(new ProviderClaims(settings.hub(), clientId), registrations);
    }
}
