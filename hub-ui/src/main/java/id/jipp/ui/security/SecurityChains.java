package id.jipp.ui.security;

import static com.vaadin.flow.spring.security.VaadinSecurityConfigurer.vaadin;

import com.vaadin.flow.spring.security.VaadinDefaultRequestCache;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;

/**
 * Who may reach which address at all; what a person may do there is decided by the façades. The API is reached either
 * with credentials in each request, and then without session and token, or with the cookie of a signed-in browser, and
 * then changes need the CSRF token.
 */
@Configuration
class SecurityChains {
    private static final String API = "/api/**";

    /** What may be read without signing in. */
    private static final String[] OPEN_API = {
        "/api/v1/openapi.json",
        "/api/v1/session",
        "/api/v1/hub",
        "/api/v1/digest",
        "/api/v1/innovations",
        "/api/v1/innovations/*",
        "/api/v1/innovations/*/lineage",
        "/api/v1/seminars",
        "/api/v1/seminars/*",
        "/api/v1/materials/*"
    };

    private static final String[] OPEN_FILES = {
        "/*.css",
        "/*.png",
        "/*.svg",
        "/css/**",
        "/js/**",
        "/fonts/**",
        "/icons/**",
        "/webjars/**",
        "/favicon.ico",
        "/robots.txt"
    };

    private final SignIn signIn;
    private final ApiRefusals refusals;

    SecurityChains(SignIn signIn, ApiRefusals refusals, VaadinDefaultRequestCache askedFirst) {
        this.signIn = signIn;
        this.refusals = refusals;
        askedFirst.setDelegateRequestCache(withoutAWordOfItsOwn());
    }

    /** Spring would add {@code ?continue} to the address; who signs in may share or keep the one they asked for. */
    @SuppressWarnings("NullAway") // null is its way to say none; its annotations do not know
    private static HttpSessionRequestCache withoutAWordOfItsOwn() {
        HttpSessionRequestCache plain = new HttpSessionRequestCache();
        plain.setMatchingRequestParameterName(null);
        return plain;
    }

    @Bean
    @Order(1)
    SecurityFilterChain apiWithCredentials(HttpSecurity http) {
        http.securityMatcher(new AndRequestMatcher(
                        PathPatternRequestMatcher.withDefaults().matcher(API),
                        new RequestHeaderRequestMatcher(HttpHeaders.AUTHORIZATION)))
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        signIn.byCredentials(http, refusals);
        return api(http);
    }

    @Bean
    @Order(2)
    SecurityFilterChain apiWithSession(HttpSecurity http) {
        http.securityMatcher(API);
        return api(http);
    }

    private SecurityFilterChain api(HttpSecurity http) {
        http.headers(Headers::ofData)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .authorizeHttpRequests(may -> may.requestMatchers(HttpMethod.GET, OPEN_API)
                        .permitAll()
                        .anyRequest()
                        .authenticated());
        return http.build();
    }

    /** Hubs prove who they are inside the handshake; a room wants somebody who is signed in. */
    @Bean
    @Order(3)
    SecurityFilterChain sockets(HttpSecurity http) {
        http.securityMatcher("/hub/sync", "/ruang/socket")
                .headers(Headers::ofData)
                .requestCache(AbstractHttpConfigurer::disable)
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)))
                .authorizeHttpRequests(may -> may.requestMatchers("/hub/sync")
                        .permitAll()
                        .anyRequest()
                        .authenticated());
        signIn.byCredentials(http, refusals);
        return http.build();
    }

    /** Health and metrics, for who asks from this machine. */
    @Bean
    @Order(4)
    SecurityFilterChain actuator(HttpSecurity http) {
        return http.securityMatcher("/actuator/**")
                .headers(Headers::ofData)
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.NOT_FOUND)))
                .authorizeHttpRequests(may -> may.requestMatchers(
                                "/actuator/health", "/actuator/health/*", "/actuator/prometheus")
                        .access((who, asked) -> new AuthorizationDecision(isFromThisMachine(asked.getRequest())))
                        .anyRequest()
                        .denyAll())
                .build();
    }

    @Bean
    @Order(5)
    SecurityFilterChain pages(HttpSecurity http) {
        http.headers(Headers::ofPages)
                .authorizeHttpRequests(may -> may.requestMatchers(
                                "/", "/inovasi", "/inovasi/*", "/seminar", PagePolicy.SEMINAR, "/login", "/error")
                        .permitAll()
                        .requestMatchers(OPEN_FILES)
                        .permitAll());
        signIn.byBrowser(http);
        // an address that is no page is answered as that, to who is signed in
        return http.with(
                        vaadin(),
                        pages -> pages.anyRequest(AuthorizeHttpRequestsConfigurer.AuthorizedUrl::authenticated))
                .build();
    }

    private static boolean isFromThisMachine(HttpServletRequest request) {
        try {
            return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
        } catch (UnknownHostException notAnAddress) {
            return false;
        }
    }
}
