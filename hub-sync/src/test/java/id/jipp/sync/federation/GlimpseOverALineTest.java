package id.jipp.sync.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.jipp.core.log.HubId;
import id.jipp.core.log.HubLog;
import id.jipp.core.log.NewEntry;
import id.jipp.core.log.StreamId;
import id.jipp.core.peer.PeerHeads;
import id.jipp.core.projection.Projections;
import id.jipp.core.room.Message;
import id.jipp.core.room.Room;
import id.jipp.core.room.Rooms;
import id.jipp.core.store.InMemoryDocuments;
import id.jipp.sync.rough.RoughLine;
import id.jipp.sync.session.SessionLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * A room over a line of 1 Mbit/s and 300 ms there and back. For figures {@code -Dglimpse.messages=10000}, and {@code
 * -Dglimpse.behind=2147483647} for the same without a glimpse.
 */
class GlimpseOverALineTest {
    private static final int MESSAGES = Integer.getInteger("glimpse.messages", 1_500);
    private static final int BEHIND = Integer.getInteger("glimpse.behind", 200);

    private final Map<String, Set<HubId>> members = new HashMap<>();
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    @Test
    @DisplayName("X1, N7: over a thin line the newest message is on the page long before its history")
    void theNewestIsThereLongBeforeItsHistory() throws Exception {
        RunningHub jatim = hub("jatim");
        RunningHub bali = hub("bali");
        Rooms there = rooms(jatim);
        Rooms here = rooms(bali);
        bali.glimpses = here.glimpses();
        Room room = there.open("Kelas", "", List.of(), Set.of(bali.id), jatim.coordinator())
                .orThrow();
        members.put(room.id().toString(), Set.of(jatim.id, bali.id));
        say(jatim.log(), room);
        StreamId share = new StreamId(jatim.id, room.id().stream());
        long all = jatim.log().head(share).seq();

        long from = System.nanoTime();
        jatim.knows(bali, false);
        bali.knows(jatim, thinLine(jatim).address());
        await().atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> newest(here, room, bali).equals("pesan " + MESSAGES));
        long held = bali.log().head(share).seq();
        figure("the newest on the page", from);
        if (BEHIND < MESSAGES) {
            assertThat(held).as("of %d entries then here", all).isLessThan(all);
        }

        await().atMost(Duration.ofMinutes(5)).until(() -> bali.log().head(share).seq() == all);
        figure("all here", from);
        await().atMost(Duration.ofMinutes(1)).until(() -> !here.isEarlierOnTheWay(room.id(), bali.coordinator()));
        assertThat(page(here, room, bali)).isEqualTo(page(there, room, jatim));
        assertThat(bali.with(jatim).received()).isEqualTo(all);
    }

    private static void figure(String what, long from) {
        if (Integer.getInteger("glimpse.messages") != null) {
            System.out.println(what + " after " + (System.nanoTime() - from) / 1_000_000 + " ms");
        }
    }

    private RunningHub hub(String name) {
        RunningHub hub = new RunningHub(name, members, SessionLimits.STANDARD.glimpsing(BEHIND));
        open.add(hub);
        return hub;
    }

    private RoughLine thinLine(RunningHub to) throws IOException {
        RoughLine line = new RoughLine(to.port).thin(150, 125_000);
        open.add(line);
        return line;
    }

    private static Rooms rooms(RunningHub hub) {
        return Rooms.of(
                hub.id,
                hub.bean(HubLog.class),
                new InMemoryDocuments.Store(),
                hub.bean(Projections.class),
                hub.bean(PeerHeads.class),
                Clock.systemUTC(),
                System::nanoTime);
    }

    private static void say(HubLog log, Room room) {
        for (int number = 1; number <= MESSAGES; number++) {
            String words =
                    "{\"clientId\":\"client-%d\",\"text\":\"pesan %d\",\"author\":\"staf\",\"authorName\":\"Staf\"}"
                            .formatted(number, number);
            log.append(
                    room.id().stream(),
                    List.of(new NewEntry("message.said", 1, words.getBytes(StandardCharsets.UTF_8))));
        }
    }

    private static String newest(Rooms rooms, Room room, RunningHub hub) {
        List<Message> newest = rooms.before(room.id(), null, 1, hub.coordinator());
        return newest.isEmpty() ? "" : newest.getFirst().text();
    }

    private static List<Message> page(Rooms rooms, Room room, RunningHub hub) {
        return rooms.before(room.id(), null, 200, hub.coordinator());
    }
}
