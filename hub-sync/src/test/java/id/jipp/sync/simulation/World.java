package id.jipp.sync.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import id.jipp.core.log.Acceptance;
import id.jipp.core.log.Entry;
import id.jipp.core.log.EntryRange;
import id.jipp.core.log.Hash;
import id.jipp.core.log.Head;
import id.jipp.core.log.HubId;
import id.jipp.core.log.InMemoryHubLog;
import id.jipp.core.log.StreamId;
import id.jipp.core.log.StreamName;
import id.jipp.sync.session.Event;
import id.jipp.sync.session.TestHub;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * Three to six hubs in a star, a chain or a mesh, with rooms some take part in, clocks that are wrong, and a network that
 * cuts, delays, swallows, turns bits and joins two hubs twice at once. All of it follows from the seed.
 */
final class World {
    private static final String[] NAMES = {"aceh", "bali", "jatim", "kemenkes", "maluku", "panrb"};
    private static final double FLIPS = 0.002;

    private final Random random;
    private final List<Node> nodes = new ArrayList<>();
    private final List<List<Node>> edges = new ArrayList<>();
    private final Map<String, Set<HubId>> rooms = new LinkedHashMap<>();
    private final Set<List<Node>> down = new HashSet<>();
    private final List<Cable> cables = new ArrayList<>();
    private final Map<StreamId, List<Hash>> written = new HashMap<>();
    private final Map<HubId, Map<StreamId, Head>> checked = new HashMap<>();
    private double flips = FLIPS;
    private long now;
    private long tickedAt;

    private World(long seed) {
        random = new Random(seed);
        int count = 3 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            Duration wrong = Duration.ofHours(random.nextInt(-9_000, 9_000));
            Clock clock = Clock.fixed(Instant.parse("2026-11-24T03:00:00Z").plus(wrong), ZoneOffset.UTC);
            nodes.add(new Node(new TestHub(NAMES[i], rooms, clock, seed * 31 + i)));
        }
        for (Node one : nodes) {
            nodes.stream().filter(other -> other != one).forEach(other -> one.hub.knows(other.hub));
        }
        shape(random.nextInt(3));
        for (int i = 0; i < 2; i++) {
            Set<HubId> members = new TreeSet<>();
            nodes.stream().filter(node -> random.nextInt(3) > 0).forEach(node -> members.add(node.hub.id));
            members.add(nodes.get(i).hub.id);
            rooms.put(nodes.get(i).hub.id + ".room000" + i, members);
        }
    }

    static World seeded(long seed) {
        return new World(seed);
    }

    private void shape(int shape) {
        for (int i = 0; i < nodes.size(); i++) {
            for (int j = i + 1; j < nodes.size(); j++) {
                boolean joined = switch (shape) {
                    case 0 -> i == 0;
                    case 1 -> j == i + 1;
                    default -> true;
                };
                if (joined) {
                    edges.add(List.of(nodes.get(i), nodes.get(j)));
                }
            }
        }
    }

    /** So many steps in which anything may go wrong, each followed by a look at all logs. */
    void live(int steps) {
        for (int i = 0; i < steps; i++) {
            step();
            check();
        }
    }

    private void step() {
        switch (random.nextInt(20)) {
            case 0, 1, 2, 3, 4 -> write();
            case 5 -> cutOne();
            case 6 -> down.add(edges.get(random.nextInt(edges.size())));
            case 7, 8 -> down.clear();
            case 9 -> crash(nodes.get(random.nextInt(nodes.size())));
            case 10 -> swallow();
            case 11 -> joinTwice();
            case 12 -> joinRoom();
            default -> {}
        }
        pass(random.nextInt(400));
    }

    private void write() {
        Node author = nodes.get(random.nextInt(nodes.size()));
        List<String> names = new ArrayList<>(List.of("public", "public"));
        rooms.forEach((room, members) -> {
            if (members.contains(author.hub.id)) {
                names.add("room/" + room);
            }
        });
        Node other = nodes.get(random.nextInt(nodes.size()));
        if (other != author) {
            names.add("to/" + other.hub.id);
        }
        String name = names.get(random.nextInt(names.size()));
        String[] contents = new String[1 + random.nextInt(random.nextInt(10) == 0 ? 150 : 4)];
        java.util.Arrays.setAll(contents, i -> "isi " + random.nextInt());
        author.hub.write(name, contents);
        StreamId stream = new StreamId(author.hub.id, new StreamName(name));
        List<Hash> hashes = written.computeIfAbsent(stream, fresh -> new ArrayList<>());
        List<Entry> fresh = author.hub.log.read(stream, hashes.size(), 1_000, Integer.MAX_VALUE);
        fresh.forEach(entry -> hashes.add(entry.hash()));
        cablesOf(author).forEach(cable -> cable.one(author, new Event.Added(), now));
    }

    private void cutOne() {
        if (!cables.isEmpty()) {
            cables.get(random.nextInt(cables.size())).cut();
        }
    }

    private void crash(Node node) {
        cablesOf(node).forEach(Cable::cut);
        node.restart();
    }

    private void swallow() {
        if (!cables.isEmpty()) {
            cables.get(random.nextInt(cables.size())).swallow(random.nextBoolean());
        }
    }

    private void joinTwice() {
        List<Node> edge = edges.get(random.nextInt(edges.size()));
        if (!down.contains(edge)) {
            cables.add(new Cable(edge.get(1), edge.get(0), random, now));
        }
    }

    /** Somebody is invited later on. */
    private void joinRoom() {
        String room = rooms.keySet().stream().toList().get(random.nextInt(rooms.size()));
        Set<HubId> members = new TreeSet<>(rooms.get(room));
        members.add(nodes.get(random.nextInt(nodes.size())).hub.id);
        rooms.put(room, members);
    }

    private List<Cable> cablesOf(Node node) {
        return cables.stream().filter(cable -> cable.touches(node)).toList();
    }

    /** Lets time go by in small pieces. */
    private void pass(long millis) {
        long end = now + millis;
        while (now < end) {
            now = Math.min(end, now + 20);
            cables.removeIf(Cable::isCut);
            for (List<Node> edge : edges) {
                keepUp(edge);
            }
            for (Cable cable : List.copyOf(cables)) {
                cable.deliver(now, flips);
            }
            hintAll();
            if (now - tickedAt >= 1_000) {
                tickedAt = now;
                List.copyOf(cables).forEach(cable -> cable.both(new Event.Tick(now), now));
            }
        }
    }

    private void keepUp(List<Node> edge) {
        Node one = edge.get(0);
        Node other = edge.get(1);
        boolean joined = cables.stream().anyMatch(cable -> cable.joins(one, other));
        if (down.contains(edge)) {
            cables.stream().filter(cable -> cable.joins(one, other)).forEach(Cable::cut);
        } else if (!joined && random.nextInt(5) == 0) {
            boolean turned = random.nextBoolean();
            cables.add(new Cable(turned ? other : one, turned ? one : other, random, now));
        }
    }

    /** As a log does: whoever follows hears that it grew. */
    private void hintAll() {
        for (Node node : nodes) {
            Map<StreamId, Head> heads = node.hub.log.heads().byStream();
            if (!heads.equals(checked.get(node.hub.id))) {
                cablesOf(node).forEach(cable -> cable.one(node, new Event.Added(), now));
                checked.put(node.hub.id, heads);
            }
        }
    }

    /** What must hold at every moment. */
    private void check() {
        for (Node node : nodes) {
            node.hub.log.heads().byStream().forEach((stream, head) -> {
                if (head.seq() == 0) {
                    return;
                }
                assertThat(mayHold(node, stream))
                        .as("%s holds %s", node, stream)
                        .isTrue();
                assertThat(written.get(stream).get((int) head.seq() - 1))
                        .as("%s at %s of %s is what its author wrote", stream, head.seq(), node)
                        .isEqualTo(head.hash());
            });
            assertThat(node.hub.log.forks()).as("forks at %s", node).isEmpty();
        }
    }

    private boolean mayHold(Node node, StreamId stream) {
        if (stream.name().isPublic() || stream.hub().equals(node.hub.id)) {
            return true;
        }
        String subject = stream.name().subject();
        return stream.name().isRoom() ? rooms.get(subject).contains(node.hub.id) : subject.equals(node.hub.id.value());
    }

    /** Everything works again: who may have something, and is joined to it, comes to have it. */
    void heal() {
        down.clear();
        flips = 0;
        List.copyOf(cables).forEach(Cable::cut);
        for (int i = 0; i < 60 && !isSettled(); i++) {
            pass(1_000);
            check();
        }
        written.forEach((stream, hashes) -> {
            for (Node node : reached(stream)) {
                assertThat(node.hub.log.head(stream).seq())
                        .as("%s at %s", stream, node)
                        .isEqualTo(hashes.size());
            }
        });
        nodes.forEach(this::verify);
    }

    private boolean isSettled() {
        return written.entrySet().stream()
                .allMatch(entry -> reached(entry.getKey()).stream()
                        .allMatch(node -> node.hub.log.head(entry.getKey()).seq()
                                == entry.getValue().size()));
    }

    /** The hubs that can get a stream: from its author over hubs that may have it. */
    private Set<Node> reached(StreamId stream) {
        Set<Node> reached = new HashSet<>();
        nodes.stream().filter(node -> node.hub.id.equals(stream.hub())).forEach(reached::add);
        boolean more = true;
        while (more) {
            more = false;
            for (List<Node> edge : edges) {
                for (int i = 0; i < 2; i++) {
                    Node to = edge.get(1 - i);
                    more |= reached.contains(edge.get(i)) && mayHold(to, stream) && reached.add(to);
                }
            }
        }
        return reached;
    }

    /** Every entry held is signed by its author: a log that trusts nobody takes all of them. */
    private void verify(Node node) {
        InMemoryHubLog fresh = new InMemoryHubLog(node.hub.identity, node.hub.peers, node.hub.clock, new Random(1));
        node.hub.log.heads().byStream().forEach((stream, head) -> {
            for (long after = 0; after < head.seq(); after = fresh.head(stream).seq()) {
                List<Entry> entries = node.hub.log.read(stream, after, 1_000, Integer.MAX_VALUE);
                assertThat(fresh.accept(new EntryRange(stream, entries))).isInstanceOf(Acceptance.Accepted.class);
            }
        });
    }
}
