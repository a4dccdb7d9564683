package id.jipp.ui.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A relay between hubs that drops, repeats, holds back and turns round what they say. */
@ExtendWith(Hubs.Running.class)
class UnrulyLineTest {
    private static final int MISDEEDS = Integer.getInteger("process.misdeeds", 6);
    private static final long SEED = Long.getLong("process.seed", 20231102);

    @Test
    @DisplayName("F2, N5: frames between three hubs in a chain are dropped, repeated, held back and overtaken: all hold"
            + " the same once it ends, and nothing false was taken")
    void whatIsDroppedRepeatedAndOvertakenComesThroughInTheEnd(Hubs hubs) throws Exception {
        hubs.west.unruly(MISDEEDS, SEED);
        hubs.east.unruly(MISDEEDS, SEED + 1);
        List<Writer> writers = new ArrayList<>();
        hubs.all().forEach(hub -> writers.add(hubs.writer(hub)));

        Hubs.awaitThat(() -> hubs.west.misdeedsLeft() + hubs.east.misdeedsLeft() == 0);
        for (Writer writer : writers) {
            writer.close();
        }
        // What was kept back for good is told again on the next line.
        hubs.west.cut();
        hubs.east.cut();
        hubs.running();

        hubs.holdTheSame(writers);
        assertThat(hubs.west.misdeeds()).containsOnlyKeys(Misdeed.values());
    }
}
