package id.jipp.sync.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.jipp.core.log.HubId;
import id.jipp.core.material.InMemoryBlobs;
import id.jipp.core.material.Manifest;
import id.jipp.sync.rough.RoughLine;
import id.jipp.sync.session.SessionLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Hubs on real sockets over lines as bad as real ones. */
class RoughLinesTest {
    private static final String ROOM = "bali.k3v9x2m7q4hd8f0c";

    private final Map<String, Set<HubId>> rooms = new HashMap<>();
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    private RunningHub hub(String name, InMemoryBlobs blobs) {
        RunningHub hub = new RunningHub(name, rooms, SessionLimits.STANDARD, blobs);
        open.add(hub);
        return hub;
    }

    private RoughLine line(RunningHub to) throws Exception {
        RoughLine line = new RoughLine(to.port);
        open.add(line);
        return line;
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(5));
    }

    @Test
    @DisplayName("N4: over a line that flaps every connection brings something, and what comes again is bounded")
    void aFlappingLineMakesProgress() throws Exception {
        RunningHub jatim = hub("jatim", new InMemoryBlobs());
        RunningHub bali = hub("bali", new InMemoryBlobs());
        String text = "x".repeat(10_000);
        for (int i = 0; i < 600; i++) {
            jatim.write("public", text);
        }
        RoughLine line = line(jatim).cuts(4, 5_000_000, new Random(4));
        jatim.knows(bali, false);
        bali.knows(jatim, line.address());

        soon().until(() -> bali.holds(jatim, "public") == 600);

        assertThat(line.faultsLeft()).isZero();
        assertThat(line.connections()).isLessThanOrEqualTo(4 + 2);
        // A cut loses what was under way: at most what a session begins with, twice that after a second.
        assertThat(line.carried()).isLessThan(600 * 10_300L + 4 * 1_100_000L);
    }

    @Test
    @DisplayName("N7: on a thin line of 300 ms that is reset, words overtake a file")
    void wordsOvertakeAFileOnAThinLine() throws Exception {
        rooms.put(ROOM, Set.of(new HubId("bali"), new HubId("jatim")));
        InMemoryBlobs there = new InMemoryBlobs();
        InMemoryBlobs here = new InMemoryBlobs();
        byte[] bytes = new byte[2_000_000];
        new Random(7).nextBytes(bytes);
        Manifest manifest = there.put(bytes);
        RunningHub jatim = hub("jatim", there);
        RunningHub bali = hub("bali", here);
        jatim.exchange.given.add(manifest.file());
        bali.exchange.wanted.add(manifest);
        RoughLine line = line(jatim).thin(150, 125_000).cuts(2, 1_500_000, new Random(7));
        jatim.knows(bali, false);
        bali.knows(jatim, line.address());

        for (int word = 1; word <= 6; word++) {
            long begun = word * 150_000L;
            soon().until(() -> here.arrived(manifest.file()) > begun || here.has(manifest.file()));
            assertThat(here.has(manifest.file())).isFalse();
            long before = here.arrived(manifest.file());
            long said = word;
            jatim.write("room/" + ROOM, "kata " + word);
            soon().until(() -> bali.holds(jatim, "room/" + ROOM) == said);
            // So much of the file as the line carries in two seconds.
            assertThat(here.arrived(manifest.file()) - before).isLessThan(250_000);
        }
        soon().until(() -> here.has(manifest.file()));
        assertThat(line.faultsLeft()).isZero();
    }
}
