package id.jipp.sync.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import id.jipp.core.log.Acceptance;
import id.jipp.core.log.Ed25519;
import id.jipp.core.log.Entry;
import id.jipp.core.log.EntryRange;
import id.jipp.core.log.EntrySigning;
import id.jipp.core.log.Epochs;
import id.jipp.core.log.Erased;
import id.jipp.core.log.Fork;
import id.jipp.core.log.Hash;
import id.jipp.core.log.Head;
import id.jipp.core.log.HubId;
import id.jipp.core.log.InMemoryHubLog;
import id.jipp.core.log.PlacedEntry;
import id.jipp.core.log.Position;
import id.jipp.core.log.StreamId;
import id.jipp.core.peer.Direction;
import id.jipp.core.peer.Peer;
import id.jipp.core.room.SimulatedRooms;
import id.jipp.core.store.InMemoryDocuments;
import id.jipp.sync.protocol.Frame;
import id.jipp.sync.protocol.FrameViolation;
import id.jipp.sync.protocol.Frames;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Knows what really was written and promised, and sees to it that every hub's log, answers and screens agree with it. */
final class Watch {
    private static final long REPEATS_EXTRA = 200;

    private final World world;
    /** Every entry an author ever had in its own log: stream, number, and the hash of it; two where it signed twice. */
    private final Map<StreamId, Map<Long, Set<Hash>>> written = new HashMap<>();

    private final Map<Node, Seen> seen = new HashMap<>();
    private final Map<HubId, Map<StreamId, Long>> everHeld = new HashMap<>();
    private int looks;
    private long glimpses;

    Watch(World world) {
        this.world = world;
    }

    /** What we saw of one hub so far. */
    private static final class Seen {
        final Map<StreamId, Head> heads = new HashMap<>();
        final Map<StreamId, Long> noted = new HashMap<>();
        final Map<StreamId, Long> promised = new HashMap<>();
        final Map<StreamId, Head> frozen = new HashMap<>();
        final Map<StreamId, Set<Long>> erased = new HashMap<>();
        final Map<HubId, Map<StreamId, Head>> known = new HashMap<>();
        Position lookedAt = Position.START;
        long news;
        long repeats;
    }

    private Seen of(Node node) {
        return seen.computeIfAbsent(node, fresh -> new Seen());
    }

    /** That number was told to a person or a peer as done. */
    void promised(Node node, StreamId stream, long seq) {
        of(node).promised.merge(stream, seq, Math::max);
    }

    /** After a write that was answered; the others are seen at the next start. */
    void wrote(Node author) {
        if (author.isUp()) {
            noteWritten(author);
        }
    }

    boolean isFrozen(Node node, StreamId stream) {
        return node.log.isFrozen(stream);
    }

    /** An operator put an old state there: what was promised since is the operator's to answer for. */
    void restored(Node node) {
        Seen before = of(node);
        Seen anew = new Seen();
        anew.news = before.news;
        anew.repeats = before.repeats;
        seen.put(node, anew);
    }

    /** After each start: nothing that was promised is missing, and what is derived is what the log makes. */
    void started(Node node) {
        noteWritten(node);
        Seen before = of(node);
        before.promised.forEach((stream, seq) -> {
            if (node.log.head(stream).seq() < seq) {
                wrong(
                        "I1",
                        node,
                        stream + " was promised up to " + seq + " and is there up to " + node.log.head(stream));
            }
        });
        erasedStays(node);
        before.known.clear();
        derived(node);
    }

    private void derived(Node node) {
        SimulatedRooms anew = new SimulatedRooms(node.id, node.log, new InMemoryDocuments.Store());
        anew.catchUp();
        if (!anew.shown().equals(node.rooms.shown())) {
            wrong("I3", node, "shows " + node.rooms.shown() + "; its log makes " + anew.shown());
        }
    }

    /** Before a frame goes out: it names and carries only what that peer may have. */
    void sends(Cable.End end, byte[] bytes) {
        Frame frame;
        try {
            frame = Frames.decode(ByteBuffer.wrap(bytes));
        } catch (FrameViolation wrong) {
            wrong("I2", end.node, "sends what is no frame: " + wrong.getMessage());
            return;
        }
        switch (frame) {
            case Frame.Have have ->
                have.heads().forEach((stream, head) -> {
                    mayTell(end, stream);
                    tells(end.node, stream, head.seq());
                });
            case Frame.Entries entries -> {
                mayTell(end, entries.stream());
                tells(end.node, entries.stream(), entries.entries().getLast().seq());
            }
            case Frame.Glimpse glimpse -> mayTell(end, glimpse.stream());
            case Frame.Ack ack -> tells(end.node, ack.stream(), ack.head().seq());
            default -> {}
        }
    }

    private void tells(Node node, StreamId stream, long seq) {
        if (node.log.head(stream).seq() < seq) {
            wrong("I1", node, "tells that it holds " + stream + " up to " + seq);
        }
        promised(node, stream, seq);
        everHeld.computeIfAbsent(node.id, fresh -> new HashMap<>()).merge(stream, seq, Math::max);
    }

    private void mayTell(Cable.End end, StreamId stream) {
        HubId peer = end.other.node.id;
        if (!mayHold(peer, stream)) {
            wrong("AUDIENCE", end.node, "tells " + peer + " of " + stream);
        }
        Peer link = end.node.peers.find(peer).orElseThrow();
        if (link.state() != Peer.State.LINKED || !sends(link.policy().of(stream.name()))) {
            wrong("POLICY", end.node, "tells " + peer + " of " + stream + " against " + link.policy());
        }
        if (isBlocked(end.node, stream.hub())) {
            wrong("X4", end.node, "gives on " + stream + " of a blocked hub");
        }
    }

    private static boolean sends(Direction direction) {
        return direction == Direction.SEND || direction == Direction.BOTH;
    }

    private static boolean receives(Direction direction) {
        return direction == Direction.RECEIVE || direction == Direction.BOTH;
    }

    private static boolean isBlocked(Node node, HubId hub) {
        return node.peers
                .find(hub)
                .filter(peer -> peer.state() == Peer.State.BLOCKED)
                .isPresent();
    }

    /** Whether a hub may have a stream at all. */
    private boolean mayHold(HubId hub, StreamId stream) {
        if (stream.name().isPublic() || stream.hub().equals(hub)) {
            return true;
        }
        String subject = stream.name().subject();
        return stream.name().isRoom()
                ? world.rooms.getOrDefault(subject, Set.of()).contains(hub)
                : subject.equals(hub.value());
    }

    /** Before a frame is handled. */
    void arrives(Cable.End end, byte[] bytes, boolean flipped) {
        if (flipped) {
            return;
        }
        try {
            if (Frames.decode(ByteBuffer.wrap(bytes)) instanceof Frame.Entries entries) {
                long held = end.node.log.head(entries.stream()).seq();
                long repeats = entries.entries().stream()
                        .filter(entry -> entry.seq() <= held)
                        .count();
                of(end.node).repeats += repeats;
                of(end.node).news += entries.entries().size() - repeats;
            }
        } catch (FrameViolation nothingToCount) {
            throw new IllegalStateException(nothingToCount);
        }
    }

    /** What must hold at every moment. */
    void look() {
        looks++;
        world.nodes.stream().filter(Node::isUp).forEach(this::look);
        world.nodes.forEach(this::lookAtGlimpsed);
        if (!world.bitsTurn && looks % 8 == 0) {
            world.nodes.stream().filter(Node::isUp).forEach(this::lookAtKnown);
        }
    }

    /** What is shown before its time is what its author wrote, and is meant for that hub. */
    private void lookAtGlimpsed(Node node) {
        node.glimpsed.forEach(range -> {
            if (!mayHold(node.id, range.stream())) {
                wrong("AUDIENCE", node, "is shown " + range.stream());
            }
            range.entries().forEach(entry -> {
                if (!written.getOrDefault(range.stream(), Map.of())
                        .getOrDefault(entry.seq(), Set.of())
                        .contains(entry.hash())) {
                    wrong("S1", node, "is shown " + range.stream() + " " + entry.seq() + " as its author never wrote");
                }
            });
        });
        glimpses += node.glimpsed.size();
        node.glimpsed.clear();
    }

    /** How often a hub was shown the end of a room before its history. */
    long glimpses() {
        return glimpses;
    }

    private void noteWritten(Node author) {
        Map<StreamId, Long> noted = of(author).noted;
        author.log.heads().byStream().forEach((stream, head) -> {
            if (stream.hub().equals(author.id)) {
                long from = noted.getOrDefault(stream, 0L);
                noted.put(stream, head.seq());
                Map<Long, Set<Hash>> own = written.computeIfAbsent(stream, fresh -> new HashMap<>());
                while (from < head.seq()) {
                    List<Entry> more = author.log.read(stream, from, 1_000, Integer.MAX_VALUE);
                    more.forEach(entry -> own.computeIfAbsent(entry.seq(), fresh -> new HashSet<>())
                            .add(entry.hash()));
                    from = more.getLast().seq();
                }
            }
        });
    }

    /** What a hub has heard to be erased it does not have, whenever and from whomever it came. */
    private void lookForErased(Node node) {
        Seen before = of(node);
        for (List<PlacedEntry> news = node.log.readFrom(before.lookedAt, 1_000);
                !news.isEmpty();
                news = node.log.readFrom(before.lookedAt, 1_000)) {
            for (PlacedEntry placed : news) {
                Entry entry = placed.entry();
                before.lookedAt = placed.position();
                if (before.erased.getOrDefault(entry.stream(), Set.of()).contains(entry.seq())) {
                    isErased(node, entry.stream(), entry.seq());
                }
                Erased.of(entry).ifPresent(gone -> {
                    StreamId stream = new StreamId(entry.stream().hub(), gone.stream());
                    before.erased
                            .computeIfAbsent(stream, fresh -> new HashSet<>())
                            .addAll(gone.numbers());
                    gone.numbers().forEach(seq -> isErased(node, stream, seq));
                });
            }
        }
    }

    private void erasedStays(Node node) {
        of(node).erased.forEach((stream, seqs) -> seqs.forEach(seq -> isErased(node, stream, seq)));
    }

    private static void isErased(Node node, StreamId stream, long seq) {
        List<Entry> held = node.log.read(stream, seq - 1, 1, 1);
        boolean there = held.stream()
                .findFirst()
                .filter(entry -> !entry.isErased() && !entry.header().kind().startsWith("log."))
                .isPresent();
        if (there) {
            wrong("ERASED", node, seq + " of " + stream + " was erased and is there");
        }
    }

    private void look(Node node) {
        Seen before = of(node);
        lookForErased(node);
        node.log.heads().byStream().forEach((stream, head) -> {
            Head last = before.heads.getOrDefault(stream, Head.NONE);
            if (head.seq() == 0 || head.equals(last)) {
                return;
            }
            if (head.seq() <= last.seq()) {
                wrong("I1", node, stream + " went back from " + last + " to " + head);
            }
            if (!written.getOrDefault(stream, Map.of())
                    .getOrDefault(head.seq(), Set.of())
                    .contains(head.hash())) {
                wrong("I2", node, stream + " has at " + head + " what its author never wrote");
            }
            if (!isSigned(node, stream, head)) {
                wrong("I5", node, stream + " has at " + head + " what its author did not sign");
            }
            if (!mayHold(node.id, stream)) {
                wrong("AUDIENCE", node, "holds " + stream);
            }
            if (!mayTake(node, stream)) {
                wrong("X4", node, "took more of " + stream + " than its policy allows");
            }
            if (before.frozen.containsKey(stream)) {
                wrong("F1", node, stream + " is frozen and grew to " + head);
            }
            before.heads.put(stream, head);
        });
        for (Fork fork : node.log.forks()) {
            if (before.frozen.put(fork.stream(), node.log.head(fork.stream())) == null) {
                int signed = written.get(fork.stream())
                        .getOrDefault(fork.seq(), Set.of())
                        .size();
                if (signed < 2) {
                    wrong("F1", node, "accuses " + fork.stream() + " of having signed " + fork.seq() + " twice");
                }
            }
        }
    }

    private boolean isSigned(Node node, StreamId stream, Head head) {
        Entry last = node.log.read(stream, head.seq() - 1, 1, 1).getFirst();
        byte[] signature = last.signature();
        byte[] key = node.peers.keyOf(stream.hub());
        return signature != null
                && key != null
                && Ed25519.verifies(key, EntrySigning.signed(last.headerBytes()), signature);
    }

    /** By the links a hub has now; they changed before the last step, if at all. */
    private static boolean mayTake(Node node, StreamId stream) {
        return stream.hub().equals(node.id)
                || node.peers
                        .find(stream.hub())
                        .filter(peer ->
                                peer.isLinked() && receives(peer.policy().of(stream.name())))
                        .isPresent();
    }

    private void lookAtKnown(Node node) {
        Map<HubId, Map<StreamId, Head>> known = of(node).known;
        for (Node other : world.nodes) {
            Map<StreamId, Head> now = node.heads.of(other.id);
            now.forEach((stream, head) -> {
                if (head.seq() > everHeld.getOrDefault(other.id, Map.of()).getOrDefault(stream, 0L)) {
                    wrong("I1", node, "believes that " + other + " holds " + stream + " up to " + head);
                }
            });
            known.put(other.id, now);
        }
    }

    /** Whether over every open line all has passed that may. */
    boolean isSettled() {
        return world.nodes.stream().allMatch(Node::isUp)
                && world.nodes.stream()
                        .allMatch(
                                node -> Epochs.standingStill(node.log, node.id).isEmpty())
                && unsettled().isEmpty();
    }

    private List<String> unsettled() {
        List<String> unsettled = new ArrayList<>();
        world.nodes.stream().filter(node -> node.behind).forEach(world::project);
        for (List<Node> edge : world.edges) {
            unsettled(edge.get(0), edge.get(1), unsettled);
            unsettled(edge.get(1), edge.get(0), unsettled);
        }
        return unsettled;
    }

    private void unsettled(Node from, Node to, List<String> unsettled) {
        from.log.heads().byStream().forEach((stream, head) -> {
            if (!passes(from, to, stream) || head.seq() == 0) {
                return;
            }
            boolean frozenThere = isFrozen(to, stream);
            boolean frozenHere = isFrozen(from, stream);
            if (frozenHere && !frozenThere) {
                unsettled.add("F1: " + stream + " is frozen at " + from + " and not at " + to);
            } else if (!frozenThere && !covers(to, stream, head)) {
                unsettled.add("I4: " + to + " has " + stream + " up to " + to.log.head(stream) + ", " + from + " up to "
                        + head);
            }
        });
    }

    private static boolean covers(Node node, StreamId stream, Head head) {
        Head held = node.log.head(stream);
        return held.equals(head)
                || held.seq() > head.seq()
                        && node.log
                                .read(stream, head.seq() - 1, 1, 1)
                                .getFirst()
                                .hash()
                                .equals(head.hash());
    }

    /** Whether that stream may go over that line in that direction, by what both know. */
    private boolean passes(Node from, Node to, StreamId stream) {
        Peer there = from.peers.find(to.id).orElse(null);
        Peer here = to.peers.find(from.id).orElse(null);
        boolean open = there != null
                && here != null
                && there.isLinked()
                && here.isLinked()
                && sends(there.policy().of(stream.name()))
                && receives(here.policy().of(stream.name()));
        if (!open || isBlocked(from, stream.hub()) || !mayTake(to, stream)) {
            return false;
        }
        if (!stream.name().isRoom() || stream.hub().equals(to.id)) {
            return mayHold(to.id, stream);
        }
        String room = stream.name().subject();
        return from.rooms.membership().takesPart(room, to.id)
                && (room.startsWith(stream.hub() + ".") || to.rooms.membership().takesPart(room, stream.hub()));
    }

    /** What must hold once all works again. */
    void end() {
        if (!world.nodes.stream().allMatch(Node::isUp)) {
            wrong("I4", world.nodes.getFirst(), "not all are up again");
        }
        List<String> unsettled = unsettled();
        if (!unsettled.isEmpty()) {
            fail(unsettled.getFirst() + "; " + unsettled.size() + " wrong of this kind");
        }
        for (Node node : world.nodes) {
            derived(node);
            verify(node);
            repeats(node);
            erasedStays(node);
            if (!Epochs.standingStill(node.log, node.id).isEmpty()) {
                wrong("F1", node, "stands still in " + Epochs.standingStill(node.log, node.id));
            }
        }
        sameRooms();
    }

    /** What comes again is what was under way when a line or a source changed: less than what came at all. */
    private void repeats(Node node) {
        Seen all = of(node);
        if (all.repeats > all.news + REPEATS_EXTRA) {
            wrong("I6", node, "was sent " + all.repeats + " entries again, and " + all.news + " new ones");
        }
    }

    private void sameRooms() {
        for (String room : world.rooms.keySet()) {
            Map<Map<StreamId, Head>, List<String>> shown = new HashMap<>();
            for (Node node : world.nodes) {
                Map<StreamId, Head> heads = new HashMap<>(node.log.heads().byStream());
                heads.keySet()
                        .removeIf(stream -> !stream.name().first().value().equals("room/" + room)
                                || !stream.equals(Epochs.current(node.log, stream)));
                List<String> lines = node.rooms.shown(room);
                if (lines != null && node.rooms.membership().takesPart(room, node.id)) {
                    List<String> other = shown.putIfAbsent(heads, lines);
                    if (other != null && !other.equals(lines)) {
                        wrong("I4", node, "shows " + lines + "; another with the same entries " + other);
                    }
                }
            }
        }
    }

    /** Every entry held is signed by its author: a log that trusts nobody takes all of them. */
    private void verify(Node node) {
        InMemoryHubLog fresh = new InMemoryHubLog(node.identity, node.peers, node.clock, new Random(1));
        node.log.heads().byStream().forEach((stream, head) -> {
            for (long after = 0; after < head.seq(); after = fresh.head(stream).seq()) {
                List<Entry> entries = node.log.read(stream, after, 1_000, Integer.MAX_VALUE);
                assertThat(fresh.accept(new EntryRange(stream, entries)))
                        .as("I5: %s after %s of %s", stream, after, node)
                        .isInstanceOf(Acceptance.Accepted.class);
            }
        });
    }

    private static void wrong(String rule, Node node, String what) {
        fail(rule + ": " + node + " " + what);
    }
}
