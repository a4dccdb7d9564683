package id.jipp.ui.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * How often somebody gave a wrong password lately. After a few, an account has to wait at that address, twice as long
 * each time; an address that tries many accounts has to wait too. Whether the account exists makes no difference.
 * Thread-safe.
 */
final class LoginAttempts {
    static final int FREE_PER_ACCOUNT = 5;
    static final int FREE_PER_ADDRESS = 50;
    static final Duration WAIT_MAX = Duration.ofMinutes(5);
    private static final Duration FORGET = Duration.ofMinutes(15);
    private static final int KEYS_MAX = 100_000;

    private record Failures(int count, Instant until) {}

    private final Clock clock;
    private final Cache<String, Failures> failures;

    LoginAttempts(Clock clock) {
        this.clock = clock;
        this.failures = Caffeine.newBuilder()
                .maximumSize(KEYS_MAX)
                .expireAfterWrite(FORGET)
                .build();
    }

    /** How long that account at that address still has to wait; zero if it may try. */
    Duration wait(String account, String address) {
        Duration one = wait(accountKey(account, address));
        Duration other = wait(addressKey(address));
        return one.compareTo(other) > 0 ? one : other;
    }

    void failed(String account, String address) {
        count(accountKey(account, address), FREE_PER_ACCOUNT);
        count(addressKey(address), FREE_PER_ADDRESS);
    }

    void succeeded(String account, String address) {
        failures.invalidate(accountKey(account, address));
    }

    private Duration wait(String key) {
        Failures known = failures.getIfPresent(key);
        if (known == null) {
            return Duration.ZERO;
        }
        Duration left = Duration.between(clock.instant(), known.until());
        return left.isNegative() ? Duration.ZERO : left;
    }

    private void count(String key, int free) {
        failures.asMap().compute(key, (k, known) -> {
            int count = known == null ? 1 : known.count() + 1;
            return new Failures(count, clock.instant().plus(pause(count - free)));
        });
    }

    private static Duration pause(int over) {
        if (over < 0) {
            return Duration.ZERO;
        }
        Duration doubled = Duration.ofSeconds(1L << Math.min(over, 20));
        return doubled.compareTo(WAIT_MAX) > 0 ? WAIT_MAX : doubled;
    }

    private static String accountKey(String account, String address) {
        String bounded = account.length() > 64 ? account.substring(0, 64) : account;
        return bounded.toLowerCase(java.util.Locale.ROOT) + "\n" + address;
    }

    private static String addressKey(String address) {
        return "\n" + address;
    }
}
