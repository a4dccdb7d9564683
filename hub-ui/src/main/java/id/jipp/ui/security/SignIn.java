package id.jipp.ui.security;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.AuthenticationEntryPoint;

/** How people come in: by the demonstration's password, or through the identity provider. */
interface SignIn {
    SignInWay way();

    /** For programs that send credentials with each request. */
    void byCredentials(HttpSecurity http, AuthenticationEntryPoint refused);

    /** For people at a page. */
    void byBrowser(HttpSecurity http);
}
