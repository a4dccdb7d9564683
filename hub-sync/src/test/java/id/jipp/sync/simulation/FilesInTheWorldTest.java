package id.jipp.sync.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import id.jipp.core.log.QuietLog;
import id.jipp.core.material.Manifest;
import id.jipp.core.peer.PeerPolicy;
import id.jipp.sync.protocol.Frame;
import id.jipp.sync.protocol.Frames;
import id.jipp.sync.session.SessionLimits;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Files among hubs whose lines break and whose power goes; more seeds as in {@link SimulationTest}. */
@ExtendWith(QuietLog.class)
class FilesInTheWorldTest {
    private static final int STEPS = 60;
    private static final String[] NAMES = {"aceh", "bali", "jatim", "papua", "riau"};

    @Test
    @DisplayName("N1, U1, U8, I4, I6: every file comes to every hub that may have it, whole, and little of it twice")
    void everyFileComesToEveryHubThatMayHaveIt() {
        int seeds = Integer.getInteger("simulation.seeds", 200) / 5;
        long from = Long.getLong("simulation.from", 1);
        LongStream.range(from, from + seeds).parallel().forEach(seed -> {
            try {
                new Story(seed).run();
            } catch (AssertionError | RuntimeException failure) {
                throw new AssertionError("Seed " + seed + ": " + failure.getMessage(), failure);
            }
        });
    }

    private static final class Story {
        private final Random random;
        private final World world;
        private final List<Manifest> published = new ArrayList<>();
        private final Set<String> excluded = new HashSet<>();
        private int faults;

        Story(long seed) {
            random = new Random(seed);
            world = new World(random);
            world.bitsTurn = random.nextInt(3) == 0;
            world.flips = world.bitsTurn ? 0.003 : 0;
            int count = 3 + random.nextInt(3);
            for (int i = 0; i < count; i++) {
                world.nodes.add(new Node(
                        NAMES[i],
                        world.clock(new long[1]),
                        new MemoryDisk(random.nextLong()),
                        SessionLimits.STANDARD,
                        Flaw.NONE,
                        new Random(random.nextLong())));
            }
            Node left = world.nodes.getLast();
            if (random.nextInt(3) == 0) {
                excluded.add(left.id.value());
            }
            for (Node one : world.nodes) {
                for (Node other : world.nodes) {
                    if (one != other) {
                        boolean closed = excluded.contains(other.id.value());
                        one.knows(other, closed ? PeerPolicy.CLOSED : PeerPolicy.OPEN);
                    }
                }
            }
            world.edges.addAll(Shape.values()[random.nextInt(4)].edges(world.nodes.subList(0, count - 1)));
            world.edges.add(List.of(world.nodes.get(count - 2), left));
            world.nodes.forEach(world.watch::started);
        }

        void run() {
            for (int i = 0; i < STEPS; i++) {
                step();
                world.pass(random.nextInt(random.nextInt(6) == 0 ? 8_000 : 300));
            }
            world.down.clear();
            world.flips = 0;
            List.copyOf(world.cables).forEach(cable -> cable.cut(world.now));
            for (int i = 0; i < 300 && !isDone(); i++) {
                world.pass(1_000);
            }
            check();
        }

        private void step() {
            Node node = world.nodes.get(random.nextInt(world.nodes.size()));
            switch (random.nextInt(8)) {
                case 0, 1 -> publish(node);
                case 2, 3 -> cut();
                case 4 -> {
                    if (node.isUp()) {
                        faults++;
                        world.crash(node);
                    }
                }
                case 5 -> world.down.add(world.edges.get(random.nextInt(world.edges.size())));
                case 6 -> world.down.clear();
                default -> {}
            }
        }

        private void cut() {
            if (!world.cables.isEmpty()) {
                faults++;
                world.cables.get(random.nextInt(world.cables.size())).cut(world.now);
            }
        }

        private void publish(Node node) {
            if (!node.isUp() || isClosedTo(node) || published.size() >= 6) {
                return;
            }
            byte[] bytes = new byte[1 + random.nextInt(random.nextInt(4) == 0 ? 2_500_000 : 200_000)];
            random.nextBytes(bytes);
            Manifest manifest = node.blobs.put(bytes);
            node.write("public", List.of(ToldFiles.entry(manifest)));
            published.add(manifest);
            world.follow(node);
        }

        private boolean isDone() {
            return world.nodes.stream()
                    .allMatch(node -> node.isUp()
                            && (isClosedTo(node) || published.stream().allMatch(file -> node.blobs.has(file.file()))));
        }

        private boolean isClosedTo(Node node) {
            return excluded.contains(node.id.value());
        }

        private void check() {
            long moved = 0;
            for (Node node : world.nodes) {
                for (Manifest file : published) {
                    assertThat(node.blobs.isIntact(file.file()))
                            .as("%s has %s", node, file.file())
                            .isEqualTo(!isClosedTo(node));
                }
                moved += node.pieceBytes;
            }
            long once = published.stream().mapToLong(Manifest::bytes).sum() * (world.nodes.size() - 1);
            long again = (faults + 40L) * 2 * Manifest.CHUNK_BYTES;
            assertThat(moved).isLessThanOrEqualTo(world.bitsTurn ? Long.MAX_VALUE : once + again);
        }
    }

    static long pieceBytes(byte[] frame) {
        return Frames.decode(ByteBuffer.wrap(frame)) instanceof Frame.FilePiece piece ? piece.bytes().length : 0;
    }
}
