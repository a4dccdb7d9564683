package id.jipp.sync.session;

import static org.assertj.core.api.Assertions.assertThat;

import id.jipp.core.log.Entry;
import id.jipp.core.log.EntryRange;
import id.jipp.core.log.HubId;
import id.jipp.core.log.StreamId;
import id.jipp.core.peer.Direction;
import id.jipp.core.peer.PeerPolicy;
import id.jipp.sync.protocol.ByeCode;
import id.jipp.sync.protocol.Frame;
import id.jipp.sync.protocol.Frames;
import id.jipp.sync.protocol.ProtocolLimits;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The newest words of a room come before its history, and by the same rules. */
class GlimpseSessionTest {
    private static final String LOCAL = "bali.k3v9x2m7q4hd8f0c";
    private static final String ROOM = "room/" + LOCAL;

    private final Map<String, Set<HubId>> rooms = new HashMap<>();
    private final TestHub bali = new TestHub("bali", rooms, Clock.systemUTC(), 1);
    private final TestHub jatim = new TestHub("jatim", rooms, Clock.systemUTC(), 2);
    private final TestHub panrb = new TestHub("panrb", rooms, Clock.systemUTC(), 3);

    GlimpseSessionTest() {
        rooms.put(LOCAL, Set.of(bali.id, jatim.id));
        TestHub.link(bali, jatim);
        TestHub.link(bali, panrb);
    }

    @Test
    @DisplayName("X1: who is far behind in a room is shown its newest entries before the first of its history")
    void theNewestComesBeforeTheFirstEntry() {
        bali.writeMany(ROOM, 700, 100);

        Pair pair = Pair.open(bali, jatim);

        List<Frame> said = pair.byCaller.stream()
                .filter(frame -> frame instanceof Frame.Glimpse || frame instanceof Frame.Entries)
                .toList();
        assertThat(said.getFirst()).isInstanceOf(Frame.Glimpse.class);
        assertThat(glimpses(pair)).hasSize(1);
        EntryRange shown = jatim.glimpsed.getFirst();
        assertThat(shown.entries())
                .extracting(Entry::seq)
                .hasSize(50)
                .startsWith(651L)
                .endsWith(700L);
        assertThat(jatim.held(bali, ROOM)).as("all of it came in its place too").isEqualTo(700);
        assertThat(pair.callee.progress().received()).isEqualTo(700);
        assertThat(pair.callee.progress().repeated()).isZero();
        assertThat(pair.caller.progress().sent()).isEqualTo(700);
    }

    @Test
    @DisplayName("X1: a small gap, another stream than a room's and a second question have none")
    void onlyAFarBehindRoomHasOneAndOnce() {
        bali.writeMany(ROOM, 200, 10);
        bali.writeMany("public", 500, 10);
        Pair small = Pair.open(bali, jatim);
        assertThat(glimpses(small)).isEmpty();

        bali.writeMany(ROOM, 300, 10);
        jatim.sources = new Sources();
        Pair large = new Pair(bali.call(jatim), jatim.answer());
        large.begin();
        assertThat(glimpses(large)).hasSize(1);
        large.caller(new Event.Received(Frames.encode(new Frame.Want(bali.stream(ROOM), 0, 4_000, 4 * 1024 * 1024))));
        large.talk();
        large.tick(1_000);
        assertThat(glimpses(large)).hasSize(1);
    }

    @Test
    @DisplayName("L3: a glimpse is bounded: fewer entries where they are long, none where one is too long")
    void aGlimpseIsBounded() {
        bali.writeMany(ROOM, 300, 15_000);
        assertThat(bytes(glimpses(Pair.open(bali, jatim)).getFirst())).isBetween(30_000, 64 * 1024);

        bali.writeMany(ROOM, 300, 100_000);
        jatim.sources = new Sources();
        assertThat(glimpses(Pair.open(bali, jatim))).isEmpty();
        assertThat(jatim.held(bali, ROOM)).isEqualTo(600);
    }

    @Test
    @DisplayName("L3: many rooms are shown a share of the line at a time")
    void manyRoomsAreShownAShareAtATime() {
        for (int i = 0; i < 20; i++) {
            String local = "bali.k3v9x2m7q4hd8f" + (char) ('a' + i) + "c";
            rooms.put(local, Set.of(bali.id, jatim.id));
            bali.writeMany("room/" + local, 300, 1_000);
        }

        Pair pair = Pair.open(bali, jatim);

        int shown = glimpses(pair).size();
        assertThat(shown).as("of 20 within a second").isBetween(1, 10);
        pair.tick(1_000);
        assertThat(glimpses(pair)).as("who has all is shown none").hasSize(shown);
    }

    @Test
    @DisplayName("X4: who may not have a room is shown nothing of it, however it asks")
    void whoMayNotHaveARoomIsShownNothing() {
        bali.writeMany(ROOM, 500, 10);
        Pair pair = Pair.open(panrb, bali);
        pair.callee(new Event.Received(Frames.encode(new Frame.Want(bali.stream(ROOM), 0, 4_000, 4 * 1024 * 1024))));
        pair.talk();
        pair.tick(1_000);

        assertThat(pair.byCallee).noneMatch(Frame.Glimpse.class::isInstance);
        assertThat(panrb.glimpsed).isEmpty();
    }

    @Test
    @DisplayName("X4: what a policy keeps out is not shown either, and no more when a link ends")
    void whatAPolicyKeepsOutIsNotShown() {
        bali.writeMany(ROOM, 500, 10);
        Pair pair = Pair.open(bali, jatim);
        assertThat(jatim.glimpsed).hasSize(1);

        jatim.knows(bali, new PeerPolicy(Direction.BOTH, Direction.SEND));
        pair.changed();
        assertThat(jatim.glimpsed).as("shown after the policy changed").isEmpty();

        jatim.knows(bali);
        jatim.log = TestHub.of("jatim").log;
        jatim.sources = new Sources();
        Pair again = Pair.open(bali, jatim, frames -> without(frames, Frame.Entries.class));
        assertThat(jatim.glimpsed).hasSize(1);
        jatim.peers.leave(bali.id, true, People.coordinator(jatim)).orThrow();
        again.changed();
        assertThat(jatim.glimpsed).as("shown after the link ended").isEmpty();
    }

    @Test
    @DisplayName("S1, F3: a forged glimpse ends the session, and nothing of it is shown")
    void aForgedGlimpseEndsTheSession() {
        bali.writeMany(ROOM, 500, 10);
        TestHub other = TestHub.of("bali");
        other.writeMany(ROOM, 500, 10);
        StreamId stream = bali.stream(ROOM);
        List<Entry> right = bali.log.read(stream, 450, 50, 1 << 20);
        List<Entry> foreign = other.log.read(stream, 450, 50, 1 << 20);
        List<Entry> mixed = new ArrayList<>(right);
        mixed.set(10, foreign.get(10));
        Entry first = right.getFirst();
        List<Entry> otherWords = new ArrayList<>(right);
        byte[] words = Objects.requireNonNull(first.payload()).clone();
        words[words.length - 1] ^= 1;
        otherWords.set(0, new Entry(first.header(), first.headerBytes(), first.signature(), words));

        for (List<Entry> forged : List.of(foreign, mixed, otherWords)) {
            Pair pair = Pair.open(bali, jatim, glimpseIs(new Frame.Glimpse(stream, forged)));
            assertThat(pair.calleeClosed).isNotNull();
            assertThat(pair.calleeClosed.code()).isEqualTo(ByeCode.BAD_ENTRIES);
            assertThat(jatim.glimpsed).isEmpty();
            jatim.sources = new Sources();
        }
    }

    @Test
    @DisplayName("S4: a glimpse nobody asked for, and a second one, end the session")
    void whatWasNotAskedForEndsTheSession() {
        bali.writeMany(ROOM, 500, 10);
        Frame.Glimpse real = new Frame.Glimpse(bali.stream(ROOM), bali.log.read(bali.stream(ROOM), 450, 50, 1 << 20));
        Pair twice = Pair.open(
                bali, jatim, frames -> frames.getFirst() instanceof Frame.Glimpse ? List.of(real, real) : frames);
        assertThat(twice.calleeClosed).isNotNull();
        assertThat(twice.calleeClosed.code()).isEqualTo(ByeCode.UNEXPECTED);

        Pair unasked = Pair.open(
                bali,
                panrb,
                frames -> frames.getFirst() instanceof Frame.Have ? List.of(frames.getFirst(), real) : frames);
        assertThat(unasked.calleeClosed).isNotNull();
        assertThat(unasked.calleeClosed.code()).isEqualTo(ByeCode.UNEXPECTED);
        assertThat(panrb.glimpsed).isEmpty();
    }

    @Test
    @DisplayName("F1: of a stream that stands still nothing is shown before its time")
    void aStreamThatStandsStillIsNotShown() {
        bali.writeMany(ROOM, 499, 10);
        TestHub twin = bali.twin();
        bali.write(ROOM, "satu");
        twin.write(ROOM, "lain");
        StreamId stream = bali.stream(ROOM);
        bali.log.accept(new EntryRange(stream, twin.log.read(stream, 499, 1, 1 << 20)));
        assertThat(bali.log.forks()).hasSize(1);

        assertThat(glimpses(Pair.open(bali, jatim))).isEmpty();
    }

    private static UnaryOperator<List<Frame>> glimpseIs(Frame.Glimpse glimpse) {
        return frames -> frames.getFirst() instanceof Frame.Glimpse ? List.of(glimpse) : frames;
    }

    private static List<Frame> without(List<Frame> frames, Class<? extends Frame> kind) {
        return frames.stream().filter(frame -> !kind.isInstance(frame)).toList();
    }

    private static List<Frame.Glimpse> glimpses(Pair pair) {
        return pair.byCaller.stream()
                .filter(Frame.Glimpse.class::isInstance)
                .map(Frame.Glimpse.class::cast)
                .toList();
    }

    private static int bytes(Frame.Glimpse glimpse) {
        int bytes = glimpse.entries().stream().mapToInt(Entry::size).sum();
        assertThat(bytes).isLessThanOrEqualTo(ProtocolLimits.GLIMPSE_BYTES_MAX);
        return bytes;
    }
}
