package id.jipp.ui.process;

import static id.jipp.ui.process.Hubs.awaitThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Lines between hubs that end, for a second or a month, or go silent. The hubs' clocks are put on meanwhile. */
@ExtendWith(Hubs.Running.class)
class CutLineTest {
    private static Duration ahead = Duration.ZERO;

    @Test
    @DisplayName("N1: cut for 1 s, 4 minutes, 30 days; both sides write, and hold the same once the line is back")
    void writesOnBothSidesOfACut(Hubs hubs) throws Exception {
        for (Duration cut : List.of(Duration.ofSeconds(1), Duration.ofMinutes(4), Duration.ofDays(30))) {
            List<Writer> writers = List.of(hubs.writer(hubs.barat), hubs.writer(hubs.tengah), hubs.writer(hubs.timur));
            writers.forEach(writer -> writer.awaitMore(3));

            hubs.west.cut();
            awaitThat(() -> !hubs.barat.api().stateOf("tengah").equals("connected"));
            ahead = ahead.plus(cut);
            hubs.clocksAhead(ahead);
            writers.forEach(writer -> writer.awaitMore(3));
            hubs.west.mend();
            for (Writer writer : writers) {
                writer.close();
            }

            hubs.holdTheSame(writers);
            if (cut.compareTo(Duration.ofMinutes(1)) > 0) {
                awaitThat(() -> hubs.barat.api().lastAbsence("tengah").compareTo(cut.minusMinutes(1)) > 0);
            }
        }
    }

    @Test
    @DisplayName("N3: a line that swallows all and says nothing is found by the heartbeat, left, and made anew")
    void aHalfOpenLineIsFoundAndMadeAnew(Hubs hubs) throws Exception {
        int before = hubs.west.connections();

        hubs.west.silence();
        try (Writer west = hubs.writer(hubs.barat);
                Writer east = hubs.writer(hubs.timur)) {
            west.awaitMore(3);
            east.awaitMore(3);
            awaitThat(() -> !hubs.barat.api().stateOf("tengah").equals("connected")
                    && !hubs.tengah.api().stateOf("barat").equals("connected"));
            hubs.west.mend();
            Hubs.awaitConnected(hubs.barat, hubs.tengah);
            west.close();
            east.close();
            hubs.holdTheSame(List.of(west, east));
        }

        assertThat(hubs.west.connections()).isGreaterThan(before);
    }
}
