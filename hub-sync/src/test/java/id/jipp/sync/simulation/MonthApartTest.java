package id.jipp.sync.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import id.jipp.core.log.Acceptance;
import id.jipp.core.log.Digest;
import id.jipp.core.log.Entry;
import id.jipp.core.log.EntryRange;
import id.jipp.core.log.Head;
import id.jipp.core.log.NewEntry;
import id.jipp.core.log.QuietLog;
import id.jipp.core.log.StreamId;
import id.jipp.core.peer.PeerPolicy;
import id.jipp.sync.session.SessionLimits;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Three hubs that did not hear of each other for a month. {@code -Dsimulation.changes=10000} for more than the build's
 * changes of each.
 */
@ExtendWith(QuietLog.class)
class MonthApartTest {
    private static final int CHANGES = Integer.getInteger("simulation.changes", 2_000);
    private static final long SEED = Long.getLong("simulation.from", 1);
    private static final Duration APART = Duration.ofDays(30);
    private static final int TIMES_TOLD = 3;

    private final Random random = new Random(SEED);
    private final World world = new World(random);
    private final Set<String> written = new HashSet<>();
    private long cuts;
    private long told;

    @Test
    @DisplayName(
            "N1, N5: three hubs, 30 days apart, thousands of changes each; whatever comes in whatever order and how"
                    + " often: the same digest, none lost, none twice")
    void aMonthApartAllHoldTheSameInTheEnd() {
        for (String name : List.of("aceh", "bali", "papua")) {
            long[] skew = {Duration.ofHours(random.nextInt(-48, 48)).toMillis()};
            world.nodes.add(new Node(
                    name,
                    world.clock(skew),
                    new MemoryDisk(random.nextLong()),
                    SessionLimits.STANDARD,
                    Flaw.NONE,
                    new Random(random.nextLong())));
        }
        world.nodes.forEach(one ->
                world.nodes.stream().filter(other -> other != one).forEach(other -> one.knows(other, PeerPolicy.OPEN)));
        world.nodes.forEach(world.watch::started);
        apart();
        world.edges.addAll(Shape.MESH.edges(world.nodes));

        togetherAgain();

        world.watch.end();
        assertThat(world.nodes.stream()
                        .map(node -> Digest.of(node.log.heads()).publicDigest())
                        .distinct())
                .hasSize(1);
        world.nodes.forEach(this::holdsEachOnce);
        System.out.printf(
                "N1: 3 hubs, %d days, %d changes each, %d cuts, %d ranges told in any order: same digest, 0 lost, 0"
                        + " twice%n",
                APART.toDays(), CHANGES, cuts, told);
    }

    /** Each writes all month, a few changes at a time. */
    private void apart() {
        int[] left = {CHANGES, CHANGES, CHANGES};
        long step = APART.toMillis() / CHANGES;
        for (int moment = 0; moment < CHANGES; moment++) {
            world.now += step;
            for (int i = 0; i < left.length; i++) {
                if (left[i] > 0 && random.nextInt(3) == 0 || left[i] > 0 && moment == CHANGES - 1) {
                    int count = moment == CHANGES - 1 ? left[i] : Math.min(left[i], 1 + random.nextInt(6));
                    left[i] -= count;
                    write(world.nodes.get(i), count);
                }
            }
        }
        assertThat(world.now).isGreaterThan(APART.minusHours(1).toMillis());
    }

    private void write(Node author, int count) {
        for (int done = 0; done < count; done += 500) {
            List<NewEntry> news = new ArrayList<>();
            for (int i = 0; i < Math.min(500, count - done); i++) {
                String text = author + " " + written.size();
                written.add(text);
                news.add(new NewEntry("test.said", 1, text.getBytes(StandardCharsets.UTF_8)));
            }
            Entry last = author.write("public", news).getLast().entry();
            world.watch.promised(author, last.stream(), last.seq());
        }
        world.watch.wrote(author);
    }

    /** Lines that break again and again, while the same is told from elsewhere too, in pieces and in any order. */
    private void togetherAgain() {
        List<Telling> tellings = tellings();
        while (!tellings.isEmpty()) {
            for (int i = random.nextInt(40); i > 0 && !tellings.isEmpty(); i--) {
                tell(tellings.removeLast());
            }
            if (random.nextInt(4) == 0 && !world.cables.isEmpty()) {
                world.cables.get(random.nextInt(world.cables.size())).cut(world.now);
                cuts++;
            }
            world.pass(random.nextInt(200));
            world.watch.look();
        }
        for (int i = 0; i < 200 && !world.watch.isSettled(); i++) {
            world.pass(1_000);
            world.watch.look();
        }
    }

    private record Telling(Node to, EntryRange range) {}

    private List<Telling> tellings() {
        List<Telling> tellings = new ArrayList<>();
        for (Node author : world.nodes) {
            StreamId stream = author.stream("public");
            for (long after = 0; after < author.log.head(stream).seq(); ) {
                List<Entry> entries = author.log.read(stream, after, 1 + random.nextInt(60), Integer.MAX_VALUE);
                after = entries.getLast().seq();
                EntryRange range = new EntryRange(stream, entries);
                world.nodes.stream()
                        .filter(node -> node != author)
                        .forEach(node -> tellings.addAll(Collections.nCopies(TIMES_TOLD, new Telling(node, range))));
            }
        }
        Collections.shuffle(tellings, random);
        return tellings;
    }

    private void tell(Telling telling) {
        Acceptance answer = telling.to().log.accept(telling.range());
        assertThat(answer).isNotInstanceOf(Acceptance.Rejected.class);
        told++;
        world.follow(telling.to());
    }

    private void holdsEachOnce(Node node) {
        List<String> held = new ArrayList<>();
        node.log.heads().byStream().forEach((stream, head) -> held.addAll(texts(node, stream, head)));
        assertThat(held).as("held by %s", node).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(written);
    }

    private static List<String> texts(Node node, StreamId stream, Head head) {
        List<String> texts = new ArrayList<>();
        for (long after = 0; after < head.seq(); ) {
            List<Entry> entries = node.log.read(stream, after, 1_000, Integer.MAX_VALUE);
            after = entries.getLast().seq();
            entries.forEach(
                    entry -> texts.add(new String(Objects.requireNonNull(entry.content()), StandardCharsets.UTF_8)));
        }
        return texts;
    }
}
