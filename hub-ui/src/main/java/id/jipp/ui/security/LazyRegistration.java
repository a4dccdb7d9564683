package id.jipp.ui.security;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;

/**
 * This hub's registration at the identity provider, read from the provider when first needed and kept: a hub starts,
 * and goes on, while the provider is away. Thread-safe.
 */
final class LazyRegistration implements ClientRegistrationRepository {
    static final String ID = "jipp";

    private final String issuer;
    private final String clientId;
    private final String clientSecret;
    private volatile @Nullable ClientRegistration known;

    LazyRegistration(String issuer, String clientId, String clientSecret) {
        this.issuer = issuer;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
    }

    /** @throws IllegalArgumentException or a client exception if the provider does not answer */
    @Override
    public @Nullable ClientRegistration findByRegistrationId(String registrationId) {
        if (!registrationId.equals(ID)) {
            return null;
        }
        ClientRegistration registration = known;
        if (registration == null) {
            registration = read();
            known = registration;
        }
        return registration;
    }

    private ClientRegistration read() {
        ClientRegistration.Builder builder = ClientRegistrations.fromIssuerLocation(issuer)
                .registrationId(ID)
                .clientId(clientId)
                .clientName("JIPP")
                .scope("openid", "profile");
        return clientSecret.isEmpty()
                ? builder.clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                        .build()
                : builder.clientSecret(clientSecret).build();
    }
}
