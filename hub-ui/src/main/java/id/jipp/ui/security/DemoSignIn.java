package id.jipp.ui.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Name and password on our own page, and HTTP Basic for the API. */
final class DemoSignIn implements SignIn {
    @Override
    public SignInWay way() {
        return SignInWay.PASSWORD;
    }

    @Override
    public void byCredentials(HttpSecurity http, AuthenticationEntryPoint refused) {
        http.httpBasic(basic -> basic.authenticationEntryPoint(refused));
    }

    @Override
    public void byBrowser(HttpSecurity http) {
        http.formLogin(form -> form.loginPage("/login")
                .usernameParameter("akun")
                .passwordParameter("sandi")
                .failureHandler(DemoSignIn::backToTheForm)
                .permitAll());
    }

    private static void backToTheForm(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        response.sendRedirect(
                failure instanceof TooManyAttempts wait
                        ? "/login?tunggu=" + Math.max(1, wait.waitFor().toSeconds())
                        : "/login?salah");
    }
}
