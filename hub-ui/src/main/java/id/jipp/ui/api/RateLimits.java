package id.jipp.ui.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.jipp.ui.security.CurrentPerson;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * How many dear calls one client may make: a person who is signed in, or an address. Counted in whole minutes.
 * Thread-safe.
 */
@Component
class RateLimits implements HandlerInterceptor {
    static final int SEARCHES_PER_MINUTE_SIGNED_IN = 6_000;
    static final int SEARCHES_PER_MINUTE = 3_000;
    static final int IMPORTS_PER_MINUTE = 120;
    private static final int CLIENTS_MAX = 50_000;

    private enum Kind {
        SEARCH,
        IMPORT
    }

    private record Client(Kind kind, String name) {}

    private record Window(long minute, int calls) {}

    private final Clock clock;
    private final CurrentPerson current;
    private final Cache<Client, Window> windows = Caffeine.newBuilder()
            .maximumSize(CLIENTS_MAX)
            .expireAfterWrite(Duration.ofMinutes(2))
            .build();

    RateLimits(Clock clock, CurrentPerson current) {
        this.clock = clock;
        this.current = current;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String path = request.getRequestURI();
        if (path.equals("/api/v1/import")) {
            count(Kind.IMPORT, request, IMPORTS_PER_MINUTE, IMPORTS_PER_MINUTE);
        } else if (request.getMethod().equals("GET")
                && (path.equals("/api/v1/innovations") || path.equals("/api/v1/seminars"))) {
            count(Kind.SEARCH, request, SEARCHES_PER_MINUTE_SIGNED_IN, SEARCHES_PER_MINUTE);
        }
        return true;
    }

    private void count(Kind kind, HttpServletRequest request, int signedIn, int anonymous) {
        var person = current.find();
        String name = person.map(known -> known.id().toString()).orElse("@" + request.getRemoteAddr());
        long now = clock.millis();
        long minute = now / 60_000;
        Window window = windows.asMap()
                .merge(
                        new Client(kind, name),
                        new Window(minute, 1),
                        (before, one) -> before.minute() == minute ? new Window(minute, before.calls() + 1) : one);
        if (window != null && window.calls() > (person.isPresent() ? signedIn : anonymous)) {
            throw Refusal.tooMany(Duration.ofMillis((minute + 1) * 60_000 - now));
        }
    }
}
