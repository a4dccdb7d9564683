package id.jipp.core.log;

import static org.assertj.core.api.Assertions.assertThat;

import id.jipp.core.identity.HubIdentity;
import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a real process that writes, again and again. {@code -Dkill.rounds=100} for more than the build's five; the seed
 * of the moments is in the failure.
 */
class KillLoopTest {
    private static final HubIdentity BALI = HubIdentity.ofSeed(new HubId("bali"), new byte[32]);
    private static final AuthorKeys KEYS = hub -> hub.equals(BALI.hub()) ? BALI.publicKey() : null;
    private static final StreamId STREAM = new StreamId(BALI.hub(), StreamName.PUBLIC);
    private static final int WRITERS = 4;

    @TempDir
    Path folder;

    @Test
    @DisplayName("C1: kill -9 at any moment loses no acknowledged entry, doubles none, and needs no manual step")
    void killedAtAnyMoment() throws Exception {
        int rounds = Integer.getInteger("kill.rounds", 5);
        long seed = Long.getLong("kill.seed", 7);
        Random moments = new Random(seed);
        long acknowledged = 0;
        for (int round = 1; round <= rounds; round++) {
            acknowledged = Math.max(acknowledged, lastAcknowledgedBeforeKill(20 + moments.nextInt(400)));
            try (HubLog log = MvHubLog.open(folder, BALI, KEYS, Clock.systemUTC())) {
                assertThat(log.head(STREAM).seq())
                        .as("round %d of seed %d", round, seed)
                        .isGreaterThanOrEqualTo(acknowledged);
                assertThat(log.last().value()).isEqualTo(log.head(STREAM).seq());
                assertThat(LogVerifier.verify(log, KEYS).problems())
                        .as("round %d of seed %d", round, seed)
                        .isEmpty();
            }
        }
        assertThat(acknowledged).isPositive();
    }

    /** Lets a child write, kills it after it acknowledged so many, and answers the highest number it acknowledged. */
    private long lastAcknowledgedBeforeKill(int killAfter) throws Exception {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        Child.class.getName(),
                        folder.toString())
                .redirectError(new File("/dev/null"))
                .start();
        long highest = 0;
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.US_ASCII))) {
            int heard = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.endsWith(".")) {
                    highest = Math.max(highest, Long.parseLong(line, 0, line.length() - 1, 10));
                }
                if (++heard == killAfter) {
                    child.toHandle().destroyForcibly();
                }
            }
        } finally {
            child.destroyForcibly().waitFor();
        }
        return highest;
    }

    /** Appends from several threads and prints each number once it was acknowledged. */
    static final class Child {
        public static void main(String[] args) {
            HubLog log = MvHubLog.open(Path.of(args[0]), BALI, KEYS, Clock.systemUTC());
            for (int i = 0; i < WRITERS; i++) {
                int size = 10 + i * 500;
                Thread.ofPlatform().start(() -> {
                    while (true) {
                        List<PlacedEntry> placed = log.append(
                                StreamName.PUBLIC, List.of(new NewEntry("test.happened", 1, new byte[size])));
                        String line = placed.getFirst().entry().seq() + ".\n";
                        synchronized (System.out) {
                            System.out.print(line);
                            System.out.flush();
                        }
                    }
                });
            }
        }
    }
}
