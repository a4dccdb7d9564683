package id.jipp.ui.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Answers a refused API call as the API answers every error. */
@Component
class ApiRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {
    private final ObjectProvider<HandlerExceptionResolver> resolvers;
    private final CurrentPerson current;

    ApiRefusals(ObjectProvider<HandlerExceptionResolver> resolvers, CurrentPerson current) {
        this.resolvers = resolvers;
        this.current = current;
    }

    /** A browser is not asked for a password in a box of its own: it has our sign-in page. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        boolean browser = request.getHeader("Sec-Fetch-Site") != null;
        response.setHeader(
                HttpHeaders.WWW_AUTHENTICATE, browser ? "Bearer" : "Basic realm=\"JIPP\", charset=\"UTF-8\"");
        answer(request, response, failure, HttpServletResponse.SC_UNAUTHORIZED);
    }

    /** Who sent nothing to be known by is asked who they are, and not for the CSRF token they could not have. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
            throws IOException {
        if (current.find().isEmpty()) {
            commence(request, response, new InsufficientAuthenticationException("Nobody is signed in", failure));
            return;
        }
        answer(request, response, failure, HttpServletResponse.SC_FORBIDDEN);
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Exception failure, int otherwise)
            throws IOException {
        boolean answered = resolvers
                .orderedStream()
                .anyMatch(resolver -> resolver.resolveException(request, response, null, failure) != null);
        if (!answered) {
            response.sendError(otherwise);
        }
    }
}
