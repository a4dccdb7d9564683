package id.jipp.sync.session;

import static org.assertj.core.api.Assertions.assertThat;

import id.jipp.core.log.Entry;
import id.jipp.core.log.EntryRange;
import id.jipp.core.log.Head;
import id.jipp.core.log.StreamId;
import id.jipp.core.log.StreamName;
import id.jipp.core.peer.Direction;
import id.jipp.core.peer.PeerPolicy;
import id.jipp.sync.protocol.ByeCode;
import id.jipp.sync.protocol.Frame;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Bali and Jawa Timur know each other and never meet; what passes between them goes through a third hub. */
class RelayTest {
    private final TestHub bali = TestHub.of("bali");
    private final TestHub relay = TestHub.of("panrb");
    private final TestHub jatim = TestHub.of("jatim");
    private final StreamId stream = bali.stream("public");

    @BeforeEach
    void star() {
        TestHub.link(bali, relay);
        TestHub.link(relay, jatim);
        bali.knows(jatim);
        jatim.knows(bali);
        bali.write("public", "satu", "dua", "tiga");
        bali.write("public", "empat");
        Pair.open(bali, relay);
    }

    @Test
    @DisplayName("F3: through a star every byte of an entry comes as its author signed it")
    void everyByteComesAsItWasSigned() {
        Pair.open(relay, jatim);

        List<Entry> there = entries(bali);
        List<Entry> here = entries(jatim);
        assertThat(here).hasSize(4);
        for (int i = 0; i < 4; i++) {
            assertThat(here.get(i).headerBytes()).isEqualTo(there.get(i).headerBytes());
            assertThat(here.get(i).payload()).isEqualTo(there.get(i).payload());
        }
        assertThat(here.getLast().signature())
                .as("it covers all before it")
                .isEqualTo(there.getLast().signature());
    }

    @Test
    @DisplayName("F2: what a relay hides comes by a second path, and both then hold the same")
    void whatARelayHidesComesByAnotherPath() {
        Pair hiding = Pair.open(relay, jatim, without(stream));
        assertThat(jatim.held(bali, "public")).isZero();
        assertThat(hiding.callee.state()).isEqualTo(SyncSession.State.FOLLOWING);

        TestHub maluku = TestHub.of("maluku");
        TestHub.link(maluku, jatim);
        TestHub.link(maluku, bali);
        Pair.open(bali, maluku);
        Pair.open(maluku, jatim);

        assertThat(jatim.log.head(stream)).isEqualTo(bali.log.head(stream));
    }

    @Test
    @DisplayName("F2: a relay that promises and does not deliver is passed over for a second path")
    void aRelayThatDelaysIsPassedOver() {
        Pair delaying = Pair.open(
                relay,
                jatim,
                frames -> frames.stream()
                        .filter(frame -> !(frame instanceof Frame.Entries))
                        .toList());
        TestHub maluku = TestHub.of("maluku");
        TestHub.link(maluku, jatim);
        TestHub.link(maluku, bali);
        Pair.open(bali, maluku);
        Pair other = Pair.open(maluku, jatim);
        assertThat(jatim.held(bali, "public")).isZero();

        for (int second = 0; second < 12; second++) {
            delaying.tick(1_000);
            other.tick(1_000);
        }

        assertThat(jatim.log.head(stream)).isEqualTo(bali.log.head(stream));
    }

    @Test
    @DisplayName("F3: of entries a relay makes in another's name none is accepted")
    void nothingMadeInAnothersNameIsAccepted() {
        TestHub forger = new TestHub("bali", Map.of(), Clock.systemUTC(), 99);
        forger.write("public", "palsu", "palsu juga", "palsu lagi", "dan lagi");

        Pair pair = Pair.open(relay, jatim, instead(entries(forger)));

        refusedAndNothingKept(pair);
    }

    @Test
    @DisplayName("F3: entries a relay puts behind the true ones are not accepted, nor anything of that range")
    void nothingAddedIsAccepted() {
        TestHub forger = new TestHub("bali", Map.of(), Clock.systemUTC(), 99);
        forger.log.accept(new EntryRange(stream, entries(bali)));
        List<Entry> more = new ArrayList<>(entries(bali));
        forger.write("public", "a", "b", "c", "d", "palsu");
        more.add(entries(forger).getLast());

        refusedAndNothingKept(Pair.open(relay, jatim, instead(more)));
    }

    @Test
    @DisplayName("F3: what a relay puts in another order, or leaves out of, is not accepted")
    void nothingRearrangedIsAccepted() {
        List<Entry> all = entries(bali);

        refusedAndNothingKept(
                Pair.open(relay, jatim, instead(List.of(all.get(1), all.get(0), all.get(2), all.get(3)))));
        jatim.sources = new Sources();
        refusedAndNothingKept(Pair.open(relay, jatim, instead(List.of(all.get(0), all.get(2), all.get(3)))));
    }

    @Test
    @DisplayName("F3: what a relay gives another's text is not accepted")
    void nothingRewrittenIsAccepted() {
        List<Entry> all = new ArrayList<>(entries(bali));
        Entry first = all.getFirst();
        byte[] payload = first.payload().clone();
        payload[payload.length - 1] ^= 1;
        all.set(0, Entry.received(first.headerBytes(), first.signature(), payload));

        refusedAndNothingKept(Pair.open(relay, jatim, instead(all)));
    }

    @Test
    void whatIsOnlyReferredToIsNotPassedOn() {
        relay.knows(bali, new PeerPolicy(Direction.REFERENCE, Direction.BOTH));

        Pair pair = Pair.open(relay, jatim);

        assertThat(relay.held(bali, "public")).isEqualTo(4);
        assertThat(jatim.held(bali, "public")).isZero();
        assertThat(pair.byCaller.toString()).doesNotContain("bali");
    }

    private void refusedAndNothingKept(Pair pair) {
        assertThat(jatim.held(bali, "public")).isZero();
        assertThat(jatim.log.last().value()).isZero();
        assertThat(pair.calleeClosed).isNotNull();
        assertThat(pair.calleeClosed.code()).isIn(ByeCode.BAD_ENTRIES, ByeCode.GAP, ByeCode.MALFORMED);
        assertThat(pair.callee.progress().refused()).isPositive();
    }

    private List<Entry> entries(TestHub hub) {
        return hub.log.read(stream, 0, 100, Integer.MAX_VALUE);
    }

    /** Says nothing of that stream. */
    private static UnaryOperator<List<Frame>> without(StreamId hidden) {
        return frames -> frames.stream()
                .map(frame -> frame instanceof Frame.Have have ? hiding(have, hidden) : frame)
                .toList();
    }

    private static Frame hiding(Frame.Have have, StreamId hidden) {
        TreeMap<StreamId, Head> heads = new TreeMap<>(have.heads());
        heads.remove(hidden);
        return Frame.Have.of(have.last(), heads);
    }

    /** Says others where entries should come. */
    private static UnaryOperator<List<Frame>> instead(List<Entry> others) {
        StreamId stream = new StreamId(others.getFirst().stream().hub(), StreamName.PUBLIC);
        return frames -> frames.stream()
                .map(frame -> frame instanceof Frame.Entries ? new Frame.Entries(stream, others) : frame)
                .toList();
    }
}
