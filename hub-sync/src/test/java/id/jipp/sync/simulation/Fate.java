package id.jipp.sync.simulation;

import id.jipp.core.log.Entry;
import id.jipp.core.log.Epochs;
import id.jipp.core.log.Erased;
import id.jipp.core.log.Head;
import id.jipp.core.log.HubId;
import id.jipp.core.log.LogUnavailable;
import id.jipp.core.log.NewEntry;
import id.jipp.core.log.StreamId;
import id.jipp.core.log.StreamName;
import id.jipp.core.peer.Direction;
import id.jipp.core.peer.Peer;
import id.jipp.core.peer.PeerPolicy;
import id.jipp.core.person.Person;
import id.jipp.core.person.PersonId;
import id.jipp.core.person.Role;
import id.jipp.core.room.SimulatedRooms;
import id.jipp.sync.session.Event;
import id.jipp.sync.session.SessionLimits;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What happens to the hubs of one world, all of it by its seed: people write, invite, erase and close links; lines break
 * at any frame, go deaf in one direction, turn bits; hubs lose their power in the middle of a write, stop, come back with
 * an old backup; a key lives on two machines; operators begin new epochs.
 */
final class Fate {
    private static final String[] NAMES = {
        "aceh", "bali", "jatim", "kemenkes", "maluku", "panrb", "papua", "riau", "sulsel"
    };
    private static final PeerPolicy[] POLICIES = {
        PeerPolicy.OPEN,
        PeerPolicy.CLOSED,
        new PeerPolicy(Direction.SEND, Direction.BOTH),
        new PeerPolicy(Direction.RECEIVE, Direction.BOTH),
        new PeerPolicy(Direction.BOTH, Direction.NONE)
    };

    private final Random random;
    private final World world;
    private final Map<Node, long[]> skews = new HashMap<>();
    private final Map<Node, Disk> backups = new HashMap<>();
    private final boolean policiesChange;
    private final boolean backupsComeBack;
    private final boolean keysAreCopied;
    private int written;

    private Fate(long seed, Flaw flaw, @Nullable Path folders) {
        random = new Random(seed);
        world = new World(random);
        policiesChange = random.nextInt(4) == 0 || flaw == Flaw.UNGUARDED;
        backupsComeBack = random.nextInt(6) == 0;
        keysAreCopied = random.nextInt(6) == 0 || flaw == Flaw.INDULGENT || flaw == Flaw.STUBBORN;
        world.bitsTurn = random.nextInt(3) == 0 || flaw == Flaw.CREDULOUS;
        world.flips = !world.bitsTurn ? 0 : flaw == Flaw.CREDULOUS ? 0.05 : 0.004;
        int count = 3 + random.nextInt(random.nextInt(3) == 0 ? 6 : 3);
        SessionLimits limits = limits();
        int broken = random.nextInt(count);
        for (int i = 0; i < count; i++) {
            long[] skew = {Duration.ofHours(random.nextInt(-9_000, 9_000)).toMillis()};
            Flaw own = i == broken || flaw == Flaw.GREEDY ? flaw : Flaw.NONE;
            Disk disk = own != Flaw.NONE && folders != null
                    ? own.disk(folders, random.nextLong())
                    : folders == null ? new MemoryDisk(random.nextLong()) : new FileDisk(folders, random.nextLong());
            Node node = new Node(NAMES[i], world.clock(skew), disk, limits, own, new Random(random.nextLong()));
            skews.put(node, skew);
            world.nodes.add(node);
        }
        for (Node one : world.nodes) {
            world.nodes.stream().filter(other -> other != one).forEach(other -> one.knows(other, PeerPolicy.OPEN));
        }
        world.edges.addAll(Shape.values()[random.nextInt(4)].edges(world.nodes));
        world.nodes.forEach(world.watch::started);
        for (int i = 0; i < 2; i++) {
            openRoom(world.nodes.get(i), "room000" + i);
        }
    }

    /** @param folders where the real log files' folders are made; null for logs in memory */
    static Fate of(long seed, @Nullable Path folders) {
        return new Fate(seed, Flaw.NONE, folders);
    }

    /** One of the hubs has that flaw. */
    static Fate of(long seed, Flaw flaw, Path folders) {
        return new Fate(seed, flaw, folders);
    }

    World world() {
        return world;
    }

    private SessionLimits limits() {
        SessionLimits standard = SessionLimits.STANDARD.glimpsing(10);
        return random.nextBoolean()
                ? standard
                : new SessionLimits(
                                64 + random.nextInt(100),
                                300 * 1024,
                                standard.heartbeatMillis(),
                                standard.greetingMillis(),
                                standard.stallMillis())
                        .glimpsing(5);
    }

    /** So many steps in which anything may go wrong, each followed by a look at all hubs; then all works again. */
    void run(int steps) {
        for (int i = 0; i < steps; i++) {
            step();
            pass();
            world.watch.look();
        }
        heal();
    }

    private void pass() {
        int longer = random.nextInt(40);
        world.pass(random.nextInt(longer == 0 ? 40_000 : longer < 8 ? 4_000 : 400));
    }

    private void step() {
        switch (random.nextInt(26)) {
            case 0, 1, 2, 3, 4, 5, 6 -> write(node());
            case 7 -> cutOne();
            case 8 -> down(edge());
            case 9, 10 -> world.down.clear();
            case 11 -> cutPower(node());
            case 12 -> stop(node());
            case 13 -> swallow();
            case 14 -> joinTwice(edge());
            case 15 -> invite();
            case 16 -> erase(node());
            case 17 -> turnClock();
            case 18 -> changePolicy();
            case 19 -> backUp(node());
            case 20 -> restore();
            case 21 -> copyKey();
            case 22 -> beginEpoch(node());
            default -> {}
        }
    }

    private Node node() {
        return world.nodes.get(random.nextInt(world.nodes.size()));
    }

    private List<Node> edge() {
        return world.edges.get(random.nextInt(world.edges.size()));
    }

    private void openRoom(Node owner, String local) {
        String room = owner.id + "." + local;
        Set<HubId> members = new TreeSet<>(Set.of(owner.id));
        List<NewEntry> news = new ArrayList<>();
        news.add(SimulatedRooms.opened("Ruang " + local, owner.clock.instant()));
        world.nodes.stream()
                .filter(node -> random.nextInt(3) > 0 && members.add(node.id))
                .forEach(node -> news.add(SimulatedRooms.invited(node.id)));
        world.rooms.put(room, members);
        write(owner, "room/" + room, news);
    }

    private void write(Node author) {
        if (!author.isUp()) {
            return;
        }
        world.project(author);
        if (!author.isUp()) {
            return;
        }
        List<String> names = new ArrayList<>(List.of("public", "public"));
        world.rooms.keySet().stream()
                .filter(room -> author.rooms.membership().takesPart(room, author.id))
                .forEach(room -> names.add("room/" + room));
        Node other = node();
        if (!other.id.equals(author.id)) {
            names.add("to/" + other.id);
        }
        String name = names.get(random.nextInt(names.size()));
        List<NewEntry> news = new ArrayList<>();
        int count = 1 + random.nextInt(random.nextInt(10) == 0 ? 150 : 4);
        for (int i = 0; i < count; i++) {
            String text = "isi-" + written++;
            news.add(
                    name.startsWith("room/")
                            ? author.rooms.said(name.substring(5), text, author.clock.instant())
                            : new NewEntry("test.said", 1, text.getBytes(StandardCharsets.UTF_8)));
        }
        write(author, name, news);
    }

    private void write(Node author, String name, List<NewEntry> news) {
        if (Epochs.standingStill(author.log, author.id).contains(new StreamName(name))) {
            return;
        }
        try {
            Entry last = author.write(name, news).getLast().entry();
            world.watch.promised(author, last.stream(), last.seq());
            world.watch.wrote(author);
        } catch (LogUnavailable dark) {
            world.crash(author);
        }
        world.follow(author);
    }

    private void cutOne() {
        if (!world.cables.isEmpty()) {
            world.cables.get(random.nextInt(world.cables.size())).cut(world.now);
        }
    }

    private void down(List<Node> edge) {
        world.down.add(edge);
        world.tell("no line between " + edge);
        world.cables.stream()
                .filter(cable -> cable.caller.isWith(edge.get(0), edge.get(1)))
                .forEach(cable -> cable.cut(world.now));
    }

    private void cutPower(Node node) {
        if (random.nextInt(3) > 0) {
            node.disk.cutAt(1 + random.nextInt(6));
        } else if (node.isUp()) {
            world.crash(node);
        }
    }

    private void stop(Node node) {
        if (node.isUp()) {
            world.tell(node + " stops");
            world.endsOf(node)
                    .forEach(end ->
                            world.drive(end, new Event.Leave(id.jipp.sync.protocol.ByeCode.LEAVING, "this hub stops")));
            world.leave(node);
            node.stop();
            node.upAgainAt = world.now + random.nextInt(5_000);
        }
    }

    private void swallow() {
        if (!world.cables.isEmpty()) {
            world.cables.get(random.nextInt(world.cables.size())).swallow(random.nextBoolean());
        }
    }

    private void joinTwice(List<Node> edge) {
        if (!world.down.contains(edge) && edge.get(0).isUp() && edge.get(1).isUp()) {
            world.join(edge.get(1), edge.get(0));
        }
    }

    /** Somebody is invited later on. */
    private void invite() {
        String room = world.rooms.keySet().stream().toList().get(random.nextInt(world.rooms.size()));
        HubId owner = new HubId(room.substring(0, room.indexOf('.')));
        Node guest = node();
        Node host = world.nodes.stream()
                .filter(node -> node.id.equals(owner))
                .findFirst()
                .orElseThrow();
        if (host.isUp() && host.rooms.membership().knows(room) && !guest.id.equals(owner)) {
            Set<HubId> members = new TreeSet<>(world.rooms.get(room));
            members.add(guest.id);
            world.rooms.put(room, members);
            world.tell(guest + " is invited to " + room);
            write(host, "room/" + room, List.of(SimulatedRooms.invited(guest.id)));
        }
    }

    /** Whoever wrote it erases it, in whichever epoch it stands. */
    private void erase(Node author) {
        if (!author.isUp()) {
            return;
        }
        List<Map.Entry<StreamId, Head>> own = author.log.heads().byStream().entrySet().stream()
                .filter(stream -> stream.getKey().hub().equals(author.id))
                .toList();
        if (!own.isEmpty()) {
            Map.Entry<StreamId, Head> one = own.get(random.nextInt(own.size()));
            StreamName name = one.getKey().name();
            long seq = 1 + random.nextLong(one.getValue().seq());
            StreamId current = Epochs.current(author.log, one.getKey());
            if (current.name().epoch() >= name.epoch() && isForPeopleToErase(author, one.getKey(), seq)) {
                world.tell(author + " erases " + seq + " of " + name);
                write(author, name.first().value(), List.of(new Erased(name, List.of(seq), "person").entry()));
            }
        }
    }

    /** What says that a room is, and who takes part, is not: with it the right to what others said there would end. */
    private static boolean isForPeopleToErase(Node author, StreamId stream, long seq) {
        Entry entry = author.log.read(stream, seq - 1, 1, 1).getFirst();
        return !entry.header().kind().startsWith("room.");
    }

    /** The operator sees that a stream stands still, switches off what else has the key, and begins a new epoch. */
    private void beginEpoch(Node node) {
        boolean standsStill = node.isUp()
                && node.flaw != Flaw.STUBBORN
                && !Epochs.standingStill(node.log, node.id).isEmpty();
        if (!standsStill) {
            return;
        }
        if (node.isTwin) {
            world.remove(node);
            return;
        }
        List.copyOf(world.nodes).stream()
                .filter(twin -> twin != node && twin.id.equals(node.id))
                .forEach(world::remove);
        try {
            for (StreamName name : Epochs.standingStill(node.log, node.id)) {
                world.tell(node + " begins a new epoch of " + name);
                Epochs.begin(node.log, node.id, name, said -> world.watch.wrote(node));
                world.watch.wrote(node);
            }
        } catch (LogUnavailable dark) {
            world.crash(node);
        }
        world.follow(node);
    }

    private void turnClock() {
        long[] skew = skews.get(node());
        if (skew != null) {
            skew[0] += Duration.ofMinutes(random.nextInt(-90, 90)).toMillis();
        }
    }

    private void changePolicy() {
        Node node = node();
        Node other = node();
        if (!policiesChange || node.id.equals(other.id)) {
            return;
        }
        Person coordinator =
                new Person(new PersonId(node.id, "koordinator"), "Ni Luh", "Biro", Set.of(Role.COORDINATOR));
        switch (random.nextInt(6)) {
            case 0 -> node.peers.move(other.id, Peer.State.BLOCKED, coordinator);
            case 1 -> node.peers.move(other.id, Peer.State.PAUSED, coordinator);
            case 2, 3 -> node.peers.move(other.id, Peer.State.LINKED, coordinator);
            default ->
                node.peers.policy(
                        other.id,
                        node.peers.find(other.id).orElseThrow().policy(),
                        POLICIES[random.nextInt(POLICIES.length)],
                        coordinator);
        }
        Peer now = node.peers.find(other.id).orElseThrow();
        world.tell(node + " has " + other + " " + now.state() + " " + now.policy());
        world.endsOf(node).forEach(end -> world.drive(end, new Event.Changed()));
    }

    private void backUp(Node node) {
        if (backupsComeBack && node.isUp() && !node.disk.isDark()) {
            backups.put(node, node.disk.copy());
        }
    }

    private void restore() {
        Node node = node();
        Disk backup = backups.remove(node);
        if (backup != null && node.isUp()) {
            world.tell(node + " comes back with an old backup");
            world.leave(node);
            node.stop();
            node.restore(backup);
            world.watch.restored(node);
            world.begin(node);
        }
    }

    private void copyKey() {
        Node node = world.nodes.stream()
                .filter(each -> each.flaw == Flaw.STUBBORN)
                .findFirst()
                .orElseGet(this::node);
        boolean once = world.nodes.stream().map(each -> each.id).distinct().count() == world.nodes.size();
        if (keysAreCopied && once && node.isUp() && !node.disk.isDark()) {
            Node twin = node.twin(new Random(random.nextLong()));
            world.tell(node + " has a twin");
            Node neighbour = node();
            if (!neighbour.id.equals(node.id)) {
                world.nodes.add(twin);
                world.edges.add(List.of(twin, neighbour));
                world.watch.restored(twin);
                world.watch.started(twin);
            }
        }
    }

    /** Everything works again: who may have something, and is joined to who has it, comes to have it. */
    private void heal() {
        world.tell("all works again");
        world.down.clear();
        world.flips = 0;
        List.copyOf(world.cables).forEach(cable -> cable.cut(world.now));
        world.nodes.stream().filter(Node::isUp).forEach(node -> node.disk.cutAt(Integer.MAX_VALUE));
        for (int i = 0; i < 200 && !world.watch.isSettled(); i++) {
            world.pass(1_000);
            world.nodes.stream().toList().forEach(this::beginEpoch);
            world.watch.look();
        }
        world.watch.end();
    }
}
