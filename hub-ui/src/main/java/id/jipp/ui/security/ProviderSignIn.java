package id.jipp.ui.security;

import id.jipp.core.person.Person;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Code flow with PKCE for people, bearer tokens for programs. */
final class ProviderSignIn implements SignIn {
    private static final String START = "/oauth2/authorization";

    private final ProviderClaims claims;
    private final ClientRegistrationRepository registrations;
    private final OidcUserService users = new OidcUserService();

    ProviderSignIn(ProviderClaims claims, ClientRegistrationRepository registrations) {
        this.claims = claims;
        this.registrations = registrations;
    }

    @Override
    public SignInWay way() {
        return SignInWay.PROVIDER;
    }

    @Override
    public void byCredentials(HttpSecurity http, AuthenticationEntryPoint refused) {
        http.oauth2ResourceServer(server ->
                server.authenticationEntryPoint(refused).jwt(jwt -> jwt.jwtAuthenticationConverter(this::bearer)));
    }

    @Override
    public void byBrowser(HttpSecurity http) {
        var start = new DefaultOAuth2AuthorizationRequestResolver(registrations, START);
        start.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        var goodbye = new OidcClientInitiatedLogoutSuccessHandler(registrations);
        goodbye.setPostLogoutRedirectUri("{baseUrl}/");
        // The form that asked may, by our policy, not be answered with a redirect to another site.
        goodbye.setRedirectStrategy((request, response, url) -> response.setHeader("Refresh", "0; url=" + url));
        http.oauth2Login(login -> login.loginPage("/login")
                        .failureUrl("/login?gagal")
                        .authorizationEndpoint(endpoint -> endpoint.authorizationRequestResolver(start))
                        .userInfoEndpoint(endpoint -> endpoint.oidcUserService(this::user)))
                .logout(logout -> logout.logoutSuccessHandler(goodbye));
    }

    private OidcUser user(OidcUserRequest request) {
        OidcUser user = users.loadUser(request);
        return new ProviderUser(user, claims.person(user.getSubject(), user.getClaims()));
    }

    private AbstractAuthenticationToken bearer(Jwt token) {
        Person person = claims.person(token.getSubject(), token.getClaims());
        return UsernamePasswordAuthenticationToken.authenticated(
                new ProviderPrincipal(person), null, Authorities.of(person.roles()));
    }
}
