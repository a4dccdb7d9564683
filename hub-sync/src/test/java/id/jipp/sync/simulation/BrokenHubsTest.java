package id.jipp.sync.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import id.jipp.core.log.QuietLog;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sees that the simulation can fail: a hub that is broken on purpose is found, and for the right reason. */
@ExtendWith(QuietLog.class)
class BrokenHubsTest {
    private static final int STEPS = 100;
    private static final int SEEDS_MAX = 120;

    @TempDir
    static Path folders;

    @DisplayName("I1 to I6, F1, X4, ERASED: a hub that breaks a promise is found out")
    @ParameterizedTest(name = "{0} is found by {1}")
    @CsvSource({
        "CREDULOUS, I5",
        "SKIPPING, I2",
        "HASTY, I4",
        "FORGETFUL, I1",
        "TALKATIVE, AUDIENCE",
        "UNGUARDED, X4",
        "INDULGENT, F1",
        "GREEDY, I6",
        "AHEAD, I3",
        "RETENTIVE, ERASED",
        "STUBBORN, F1"
    })
    void isFound(Flaw flaw, String rule) {
        for (long seed = 1; seed <= SEEDS_MAX; seed++) {
            try {
                Fate.of(seed, flaw, folders).run(STEPS);
            } catch (AssertionError found) {
                assertThat(found).hasMessageStartingWith(rule + ": ");
                return;
            }
        }
        fail("Nobody noticed in %d worlds that a hub is %s", SEEDS_MAX, flaw);
    }
}
