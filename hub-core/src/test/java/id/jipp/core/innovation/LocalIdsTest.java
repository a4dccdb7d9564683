package id.jipp.core.innovation;

import static org.assertj.core.api.Assertions.assertThat;

import id.jipp.core.log.HubId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class LocalIdsTest {
    private static final long NOW = 1_795_000_000_000L;

    @Test
    void idsAreInTheOrderTheyAreMadeWhateverTheClockDoes() {
        LocalIds ids = new LocalIds(new SplittableRandom(1));
        SplittableRandom clock = new SplittableRandom(2);
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            made.add(ids.next(NOW + i / 1_000 + clock.nextInt(-3, 3)));
        }

        assertThat(made).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void aMillisecondThatIsFullGoesOnInTheNext() {
        LocalIds ids = new LocalIds(new Highest());
        String before = ids.next(NOW);
        for (int i = 0; i < 5_000_000; i++) {
            String next = ids.next(NOW);
            if (next.compareTo(before) <= 0) {
                throw new AssertionError(next + " after " + before);
            }
            before = next;
        }
        assertThat(before.substring(0, 9))
                .isGreaterThan(new LocalIds().next(NOW).substring(0, 9));
    }

    @Test
    void anIdHasTheFormOfOne() {
        assertThat(new InnovationId(new HubId("bali"), new LocalIds().next(NOW)).local())
                .hasSize(16);
    }

    /** Chance that always gives the most it may. */
    private static final class Highest implements RandomGenerator {
        @Override
        public long nextLong() {
            return -1;
        }

        @Override
        public long nextLong(long bound) {
            return bound - 1;
        }

        @Override
        public int nextInt(int bound) {
            return bound - 1;
        }
    }
}
