package id.jipp.sync.simulation;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SimulationTest {
    private static final int STEPS = 120;

    /** More on demand: {@code -Dsimulation.seeds=5000}. */
    @Test
    @DisplayName("N1, N2, N5, N6, S1, X5: whatever goes wrong, nothing false is held, and in the end all hold the same")
    void whateverGoesWrongAllHoldTheSameInTheEnd() {
        for (long seed = 1; seed <= Integer.getInteger("simulation.seeds", 200); seed++) {
            run(seed);
        }
    }

    private static void run(long seed) {
        try {
            World world = World.seeded(seed);
            world.live(STEPS);
            world.heal();
        } catch (AssertionError | RuntimeException failure) {
            throw new AssertionError("Seed " + seed + ": " + failure.getMessage(), failure);
        }
    }
}
