package id.jipp.sync.session;

import static org.assertj.core.api.Assertions.assertThat;

import id.jipp.core.log.AuthorKeys;
import id.jipp.core.log.HubId;
import id.jipp.core.log.LogVerifier;
import id.jipp.core.log.Mutator;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Says hostile things to a hub in the middle of a real conversation. {@code -Dfuzz.talks=100000} for more. */
class SessionFuzzTest {
    private static final String ROOM = "bali.k3v9x2m7q4hd8f0c";

    @Test
    @DisplayName("S1, S4, F4: whatever a peer says, the session answers or ends, and nothing false is taken in")
    void whateverAPeerSaysNothingFalseIsTakenIn() {
        long seed = Long.getLong("fuzz.seed", 7);
        Random random = new Random(seed);
        long ended = 0;
        for (int talk = 0; talk < Integer.getInteger("fuzz.talks", 600); talk++) {
            Map<String, Set<HubId>> rooms = Map.of(ROOM, Set.of(new HubId("bali"), new HubId("jatim")));
            TestHub bali = new TestHub("bali", rooms, Clock.systemUTC(), 1);
            TestHub jatim = new TestHub("jatim", rooms, Clock.systemUTC(), 2);
            TestHub.link(bali, jatim);
            bali.write("public", "satu", "dua");
            bali.write("room/" + ROOM, "halo");
            Pair pair = Pair.open(bali, jatim);
            bali.write("public", "tiga");
            pair.caller(new Event.Added());
            Mutator mutator = new Mutator(random, new ArrayList<>(pair.rawByCaller));
            for (int i = 0; i < 40 && pair.callee.state() != SyncSession.State.CLOSED; i++) {
                byte[] hostile = mutator.next();
                try {
                    pair.callee(new Event.Received(hostile));
                    pair.callee(new Event.Tick(i * 500L));
                } catch (RuntimeException wrong) {
                    throw new AssertionError(
                            "Seed " + seed + ", talk " + talk + ": "
                                    + HexFormat.of().formatHex(hostile),
                            wrong);
                }
            }
            ended += pair.callee.state() == SyncSession.State.CLOSED ? 1 : 0;
            AuthorKeys keys = hub -> hub.equals(bali.id) ? bali.identity.publicKey() : jatim.identity.publicKey();
            assertThat(LogVerifier.verify(jatim.log, keys).problems())
                    .as("talk %d of seed %d", talk, seed)
                    .isEmpty();
            assertThat(Set.of("public", "room/" + ROOM))
                    .containsAll(jatim.log.heads().byStream().keySet().stream()
                            .map(stream -> stream.name().value())
                            .toList());
        }
        assertThat(ended).as("sessions that were ended").isPositive();
    }

    @Test
    @DisplayName("S3: each frame of a finished conversation, said again to a new session, ends it or changes nothing")
    void anOldConversationSaidAgainChangesNothing() {
        TestHub bali = TestHub.of("bali");
        TestHub jatim = TestHub.of("jatim");
        TestHub.link(bali, jatim);
        bali.write("public", "satu", "dua");
        Pair first = Pair.open(bali, jatim);
        List<byte[]> said = List.copyOf(first.rawByCaller);

        SyncSession second = jatim.answer();
        second.on(new Event.Opened(0));
        said.forEach(frame -> second.on(new Event.Received(frame)));

        assertThat(second.state()).isEqualTo(SyncSession.State.CLOSED);
        assertThat(jatim.held(bali, "public")).isEqualTo(2);
    }
}
