package id.jipp.ui.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LoginAttemptsTest {
    private final MovingClock clock = new MovingClock();
    private final LoginAttempts attempts = new LoginAttempts(clock);

    @Test
    @DisplayName("W4: A few wrong passwords cost nothing, then each costs twice the wait")
    void afterAFewWrongPasswordsTheWaitDoubles() {
        fail("koordinator", "10.0.0.1", LoginAttempts.FREE_PER_ACCOUNT - 1);
        assertThat(attempts.wait("koordinator", "10.0.0.1")).isZero();

        attempts.failed("koordinator", "10.0.0.1");
        assertThat(attempts.wait("koordinator", "10.0.0.1")).isEqualTo(Duration.ofSeconds(1));
        attempts.failed("koordinator", "10.0.0.1");
        assertThat(attempts.wait("koordinator", "10.0.0.1")).isEqualTo(Duration.ofSeconds(2));
        fail("koordinator", "10.0.0.1", 30);
        assertThat(attempts.wait("koordinator", "10.0.0.1")).isEqualTo(LoginAttempts.WAIT_MAX);
    }

    @Test
    void aWaitEndsByItself() {
        fail("koordinator", "10.0.0.1", LoginAttempts.FREE_PER_ACCOUNT + 1);
        clock.pass(Duration.ofSeconds(2));
        assertThat(attempts.wait("koordinator", "10.0.0.1")).isZero();
    }

    @Test
    @DisplayName("W4: An attacker elsewhere cannot lock the coordinator out")
    void othersAtOtherAddressesDoNotWait() {
        fail("koordinator", "10.0.0.1", 20);
        assertThat(attempts.wait("koordinator", "10.0.0.2")).isZero();
    }

    @Test
    @DisplayName("W4: One address trying many accounts has to wait for all of them")
    void anAddressThatTriesManyAccountsWaits() {
        for (int i = 0; i < LoginAttempts.FREE_PER_ADDRESS + 1; i++) {
            attempts.failed("akun" + i, "10.0.0.1");
        }
        assertThat(attempts.wait("lain", "10.0.0.1")).isPositive();
    }

    @Test
    void theRightPasswordForgetsTheWrongOnes() {
        fail("koordinator", "10.0.0.1", 3);
        attempts.succeeded("koordinator", "10.0.0.1");
        fail("koordinator", "10.0.0.1", 3);
        assertThat(attempts.wait("koordinator", "10.0.0.1")).isZero();
    }

    private void fail(String account, String address, int times) {
        for (int i = 0; i < times; i++) {
            attempts.failed(account, address);
        }
    }

    private static final class MovingClock extends Clock {
        private Instant now = Instant.parse("2026-11-24T00:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
