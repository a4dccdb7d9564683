package id.jipp.ui.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Hubs that are ended by {@code kill -9} while programs write at all of them. {@code -Dprocess.restarts=50} for more than
 * the build's three; another seed with {@code -Dprocess.seed}.
 */
@ExtendWith(Hubs.Running.class)
class KilledHubTest {
    private static final int RESTARTS = Integer.getInteger("process.restarts", 2);
    private static final long SEED = Long.getLong("process.seed", 20231102);

    @Test
    @DisplayName(
            "C1: kill -9 of any hubs at any moment, again and again: nothing acknowledged is lost anywhere, nothing"
                    + " is there twice")
    void killedAtAnyMoment(Hubs hubs) throws Exception {
        Random moments = new Random(SEED);
        List<Writer> writers = new ArrayList<>();
        for (ProcessHub hub : hubs.all()) {
            writers.add(hubs.writer(hub));
            writers.add(hubs.writer(hub));
        }
        List<Duration> starts = new ArrayList<>();
        while (starts.size() < RESTARTS) {
            writers.get(moments.nextInt(writers.size())).awaitMore(1 + moments.nextInt(30));
            List<ProcessHub> killed = someOf(hubs.all(), moments);
            killAtOnce(killed, moments.nextInt(30));
            if (moments.nextInt(4) == 0) {
                startedAndKilledAgain(killed.getFirst(), moments.nextInt(8_000));
            }
            starts.addAll(started(killed));
        }
        for (Writer writer : writers) {
            writer.close();
        }

        hubs.holdTheSame(writers);
        for (ProcessHub hub : hubs.all()) {
            hub.kill();
            assertThat(hub.wrong()).isNull();
        }
        tell(writers, starts);
    }

    @Test
    @DisplayName("N6: the relay of a star is killed under way; the others go on, and have each other's when it is back")
    void theRelayIsKilled(Hubs hubs) throws Exception {
        List<Writer> writers = List.of(hubs.writer(hubs.barat), hubs.writer(hubs.timur));
        writers.forEach(writer -> writer.awaitMore(20));

        hubs.tengah.kill();
        writers.forEach(writer -> writer.awaitMore(20));
        hubs.tengah.start();
        for (Writer writer : writers) {
            writer.close();
        }

        hubs.holdTheSame(writers);
    }

    private static List<ProcessHub> someOf(List<ProcessHub> hubs, Random moments) {
        List<ProcessHub> some = new ArrayList<>(hubs);
        Collections.shuffle(some, moments);
        return some.subList(0, 1 + moments.nextInt(hubs.size()));
    }

    private static void killAtOnce(List<ProcessHub> hubs, long afterMillis) throws InterruptedException {
        hubs.getFirst().livesFor(afterMillis);
        for (ProcessHub hub : hubs) {
            hub.kill();
        }
    }

    private static void startedAndKilledAgain(ProcessHub hub, long afterMillis) throws Exception {
        hub.launch();
        assertThat(hub.livesFor(afterMillis)).isTrue();
        hub.kill();
    }

    /** How long each took until it answered, all at once. */
    private static List<Duration> started(List<ProcessHub> hubs) throws IOException {
        long begun = System.nanoTime();
        List<Duration> took = new ArrayList<>();
        for (ProcessHub hub : hubs) {
            hub.launch();
        }
        for (ProcessHub hub : hubs) {
            hub.awaitUp();
            took.add(Duration.ofNanos(System.nanoTime() - begun));
        }
        return took;
    }

    private static void tell(List<Writer> writers, List<Duration> starts) {
        long[] millis = starts.stream().mapToLong(Duration::toMillis).sorted().toArray();
        System.out.printf(
                "C1: %d kills, %d writes acknowledged, 0 lost, 0 twice; a start after a kill: median %d ms, at most %d ms%n",
                millis.length,
                writers.stream()
                        .mapToInt(writer -> writer.acknowledged().size())
                        .sum(),
                millis[millis.length / 2],
                millis[millis.length - 1]);
    }
}
