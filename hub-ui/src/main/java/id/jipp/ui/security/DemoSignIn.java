package id.jipp.ui.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Name and password on our own page, and HTTP Basic for the API. */
final class DemoSignIn implements SignIn {
    private static final String ACCOUNT = "akun";

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
                        .usernameParameter(ACCOUNT)
                        .passwordParameter("sandi")
                        .failureHandler(DemoSignIn::backToTheForm)
                        .permitAll())
                .logout(logout -> logout.logoutSuccessUrl("/login?keluar"));
    }

    private static void backToTheForm(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        String why = failure instanceof TooManyAttempts wait
                ? "/login?tunggu=" + Math.max(1, wait.waitFor().toSeconds())
                : "/login?salah";
        String account = request.getParameter(ACCOUNT);
        if (account == null || !account.matches("[a-z0-9._-]{1,64}")) {
            response.sendRedirect(why);
        } else {
            response.sendRedirect(why + "&" + ACCOUNT + "=" + account);
        }
    }
}
