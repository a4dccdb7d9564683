package id.jipp.ui.security;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Too many wrong passwords lately; the same for accounts that exist and accounts that do not. */
public final class TooManyAttempts extends AuthenticationException {
    private static final long serialVersionUID = 1;

    private final Duration wait;

    TooManyAttempts(Duration wait) {
        super("Too many attempts");
        this.wait = wait;
    }

    /** How long to wait before the next attempt counts. */
    public Duration waitFor() {
        return wait;
    }
}
