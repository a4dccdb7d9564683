package id.jipp.sync.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import id.jipp.core.log.QuietLog;
import java.nio.file.Path;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** More on demand: {@code ./jipp test -Dsimulation.seeds=5000}; from another seed: {@code -Dsimulation.from=7000}. */
@ExtendWith(QuietLog.class)
class SimulationTest {
    private static final int STEPS = 100;

    @TempDir
    static Path folders;

    @Test
    @DisplayName(
            "N1, N2, N5, N6, S1, F1, F6, C8, X4, X5: whatever goes wrong, nothing false is held, nothing promised is"
                    + " lost, and in the end all hold and show the same")
    void whateverGoesWrongAllHoldTheSameInTheEnd() {
        LongAdder glimpses = new LongAdder();
        seeds(Integer.getInteger("simulation.seeds", 200))
                .forEach(seed -> glimpses.add(run(seed, null).watch.glimpses()));
        assertThat(glimpses.sum())
                .as("rooms whose end was shown before their history")
                .isPositive();
    }

    @Test
    @DisplayName("C1, C2, C7: the same over the real log file, whose power goes at any write or sync")
    void theSameOverTheRealLogFile() {
        seeds(Integer.getInteger("simulation.seeds", 200) / 10).forEach(seed -> run(seed, folders));
    }

    private static LongStream seeds(int count) {
        long from = Long.getLong("simulation.from", 1);
        return LongStream.range(from, from + count).parallel();
    }

    private static World run(long seed, @Nullable Path folders) {
        Fate fate = Fate.of(seed, folders);
        try {
            fate.run(STEPS);
            return fate.world();
        } catch (AssertionError | RuntimeException failure) {
            throw new AssertionError(
                    "Seed " + seed + ": " + failure.getMessage() + "\n  "
                            + fate.world().story(),
                    failure);
        }
    }
}
