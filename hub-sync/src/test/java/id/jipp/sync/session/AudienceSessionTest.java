package id.jipp.sync.session;

import static org.assertj.core.api.Assertions.assertThat;

import id.jipp.core.log.Entry;
import id.jipp.core.log.Fork;
import id.jipp.core.log.Hash;
import id.jipp.core.log.Head;
import id.jipp.core.log.HubId;
import id.jipp.core.log.StreamId;
import id.jipp.core.peer.Direction;
import id.jipp.core.peer.PeerPolicy;
import id.jipp.sync.protocol.Frame;
import id.jipp.sync.protocol.Frames;
import id.jipp.sync.protocol.RefuseCode;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who is not meant to have a stream does not have it, and cannot find out that there is one. */
class AudienceSessionTest {
    private static final String ROOM = "bali.k3v9x2m7q4hd8f0c";

    private final World world = new World(true);
    private final TestHub bali = world.bali;
    private final TestHub jatim = world.jatim;
    private final TestHub panrb = world.panrb;

    /** Three linked hubs; Bali and Jawa Timur may have a room and a direct stream that the third may not. */
    private static final class World {
        private final Map<String, Set<HubId>> rooms = new HashMap<>();
        private final TestHub bali = new TestHub("bali", rooms, Clock.systemUTC(), 1);
        private final TestHub jatim = new TestHub("jatim", rooms, Clock.systemUTC(), 2);
        private final TestHub panrb = new TestHub("panrb", rooms, Clock.systemUTC(), 3);

        World(boolean withSecrets) {
            TestHub.link(bali, jatim);
            TestHub.link(bali, panrb);
            TestHub.link(jatim, panrb);
            bali.write("public", "terbuka");
            if (withSecrets) {
                rooms.put(ROOM, Set.of(bali.id, jatim.id));
                bali.write("room/" + ROOM, "rahasia ruang", "lagi");
                jatim.write("room/" + ROOM, "jawaban");
                bali.write("to/jatim", "rahasia berdua");
            }
            Pair.open(bali, jatim);
        }
    }

    @Test
    void nothingOfItIsNamedOrSentByItsAuthorNorByWhoHasIt() {
        for (TestHub from : List.of(bali, jatim)) {
            Pair pair = Pair.open(from, panrb);
            bali.write("room/" + ROOM, "lagi");
            pair.added();
            pair.changed();
            pair.tick(1_000);

            assertThat(pair.byCaller.toString()).doesNotContain(ROOM).doesNotContain("to/jatim");
        }
        assertThat(panrb.held(bali, "room/" + ROOM)).isZero();
        assertThat(panrb.held(bali, "to/jatim")).isZero();
        assertThat(panrb.held(bali, "public")).isEqualTo(1);
    }

    @Test
    @DisplayName("X4: to every frame that asks after a stream one may not have the answer is as if there were none")
    void everyQuestionIsAnsweredAsIfThereWereNone() {
        World without = new World(false);
        for (String name : List.of("room/" + ROOM, "to/jatim")) {
            for (Function<World, TestHub> author : List.<Function<World, TestHub>>of(w -> w.bali, w -> w.jatim)) {
                for (Function<World, TestHub> asked : List.<Function<World, TestHub>>of(w -> w.bali, w -> w.jatim)) {
                    assertThat(answers(world, asked, author, name))
                            .as("of %s of %s, by %s", name, author.apply(world).id, asked.apply(world).id)
                            .isEqualTo(answers(without, asked, author, name));
                }
            }
        }
    }

    /** Everything that hub says after each frame by which one could ask for that stream. */
    private static String answers(
            World world, Function<World, TestHub> askedIn, Function<World, TestHub> author, String name) {
        TestHub asked = askedIn.apply(world);
        TestHub panrb = world.panrb;
        StreamId stream = author.apply(world).stream(name);
        StreamId open = world.bali.stream("public");
        TreeMap<StreamId, Head> claimed = new TreeMap<>();
        Head head = new Head(1, Hash.sha256(new byte[] {1}));
        claimed.put(stream, head);
        List<Entry> proof = world.bali.log.read(open, 0, 1, Integer.MAX_VALUE).stream()
                .map(Entry::erased)
                .toList();
        StringBuilder all = new StringBuilder();
        for (Frame question : List.of(
                new Frame.Want(stream, 0, 10, 10_000),
                Frame.Have.of(true, claimed),
                new Frame.Ack(stream, head),
                new Frame.Refuse(RefuseCode.NOT_WANTED, stream, ""),
                new Frame.Refuse(RefuseCode.OTHER, stream, "apa saja"),
                new Frame.Forked(new Fork(stream, 1, proof, proof)),
                new Frame.Ephemeral(ROOM, new byte[] {1}))) {
            panrb.sources = new Sources();
            Pair pair = Pair.open(panrb, asked);
            List<Action> answer = new ArrayList<>(pair.callee.on(new Event.Received(Frames.encode(question))));
            answer.addAll(pair.callee.on(new Event.Changed()));
            answer.addAll(pair.callee.on(new Event.Tick(1_000)));
            all.append(question.getClass().getSimpleName()).append(": ");
            answer.forEach(action -> all.append(
                    action instanceof Action.Send send
                            ? Frames.decode(ByteBuffer.wrap(send.frame())).toString()
                            : action.toString()));
            all.append(pair.callee.progress().refusedByThem()).append('\n');
        }
        return all.toString();
    }

    @Test
    void whoTakesNothingInIsSentNothingItsSenderKeepsBack() {
        panrb.knows(bali, new PeerPolicy(Direction.SEND, Direction.NONE));
        Pair receiverClosed = Pair.open(bali, panrb);
        assertThat(panrb.held(bali, "public")).as("refused by who receives").isZero();
        assertThat(receiverClosed.byCaller.stream().filter(Frame.Entries.class::isInstance))
                .isEmpty();

        panrb.knows(bali);
        bali.knows(panrb, new PeerPolicy(Direction.RECEIVE, Direction.NONE));
        Pair senderClosed = Pair.open(bali, panrb);
        assertThat(panrb.held(bali, "public")).as("kept back by who sends").isZero();
        assertThat(senderClosed.byCaller.toString()).doesNotContain("public");
    }

    @Test
    void aPolicyTakesEffectInTheMiddleOfASession() {
        Pair pair = Pair.open(bali, panrb);
        assertThat(panrb.held(bali, "public")).isEqualTo(1);

        bali.peers
                .policy(
                        panrb.id,
                        PeerPolicy.OPEN,
                        new PeerPolicy(Direction.RECEIVE, Direction.NONE),
                        People.coordinator(bali))
                .orThrow();
        pair.changed();
        bali.write("public", "tidak lagi");
        pair.added();
        pair.tick(1_000);

        assertThat(panrb.held(bali, "public")).isEqualTo(1);
        assertThat(pair.callee.state()).isEqualTo(SyncSession.State.FOLLOWING);
    }
}
