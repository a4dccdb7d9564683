package id.jipp.sync.session;

import static id.jipp.sync.session.SyncSession.State.CLOSED;
import static org.assertj.core.api.Assertions.assertThat;

import id.jipp.core.peer.Peer;
import id.jipp.core.peer.PeerPolicy;
import id.jipp.sync.protocol.ByeCode;
import id.jipp.sync.protocol.Frame;
import id.jipp.sync.protocol.Frames;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A link that ends: both know it, whoever was away, and nothing passes any more. */
class LeavingSessionTest {
    private final TestHub bali = TestHub.of("bali");
    private final TestHub jatim = TestHub.of("jatim");

    @BeforeEach
    void link() {
        TestHub.link(bali, jatim);
    }

    @Test
    void whoIsConnectedIsToldAtOnce() {
        bali.write("public", "satu");
        Pair open = Pair.open(bali, jatim);

        leave(bali, jatim);
        open.changed();

        assertThat(stateOf(bali, jatim)).isEqualTo(Peer.State.GONE);
        assertThat(open.calleeClosed).isEqualTo(new Action.Close(ByeCode.LEFT, "the link is over", true));
        assertThat(jatim.held(bali, "public")).as("what came stays").isEqualTo(1);
        assertThat(jatim.peers.keyOf(bali.id)).isEqualTo(bali.identity.publicKey());
    }

    @Test
    void whoWasAwayIsToldWhenItCalls() {
        leave(bali, jatim);
        bali.write("public", "sesudahnya");

        Pair called = Pair.open(jatim, bali);

        assertThat(stateOf(bali, jatim)).isEqualTo(Peer.State.GONE);
        assertThat(called.callerClosed.code()).isEqualTo(ByeCode.LEFT);
        assertThat(jatim.held(bali, "public")).isZero();
        assertThat(called.byCallee).hasExactlyElementsOfTypes(Frame.Welcome.class, Frame.Bye.class);
    }

    @Test
    void whoLeftCallsUntilTheOtherKnows() {
        leave(bali, jatim);
        bali.write("public", "sesudahnya");

        Pair first = Pair.open(bali, jatim);
        Pair second = Pair.open(bali, jatim);

        assertThat(stateOf(bali, jatim)).isEqualTo(Peer.State.GONE);
        assertThat(first.calleeClosed.code()).isEqualTo(ByeCode.LEFT);
        assertThat(second.callerClosed).isEqualTo(new Action.Close(ByeCode.LEFT, "the link is over", true));
        assertThat(jatim.held(bali, "public")).isZero();
    }

    @Test
    void afterLeavingNothingComesThroughARelayEither() {
        TestHub panrb = TestHub.of("panrb");
        TestHub.link(bali, panrb);
        TestHub.link(jatim, panrb);
        leave(bali, jatim);
        Pair.open(bali, jatim);
        bali.write("public", "sesudahnya");
        jatim.write("public", "juga");
        Pair.open(bali, panrb);
        Pair toJatim = Pair.open(panrb, jatim);
        Pair.open(panrb, bali);

        assertThat(panrb.held(bali, "public")).isEqualTo(1);
        assertThat(jatim.held(bali, "public")).isZero();
        assertThat(bali.held(jatim, "public")).isZero();
        assertThat(toJatim.callee.state()).isEqualTo(SyncSession.State.FOLLOWING);
    }

    @Test
    void aNewInvitationLinksThemAgainAndWhatWasMissedFollows() {
        leave(bali, jatim);
        Pair.open(bali, jatim);
        bali.write("public", "sementara berpisah");
        String code = jatim.peers.invite(People.coordinator(jatim)).orThrow();

        bali.peers.take(code, PeerPolicy.OPEN, People.coordinator(bali)).orThrow();
        Pair asking = Pair.open(bali, jatim);
        assertThat(jatim.peers.find(bali.id).orElseThrow().state()).isEqualTo(Peer.State.ASKING);
        jatim.peers.accept(bali.id, PeerPolicy.OPEN, People.coordinator(jatim)).orThrow();
        asking.changed();

        assertThat(jatim.held(bali, "public")).isEqualTo(1);
        assertThat(stateOf(jatim, bali)).isEqualTo(Peer.State.LINKED);
    }

    @Test
    @DisplayName("S6: who has not proven the key of a hub cannot end a link in its name")
    void anUnprovenGoodbyeEndsNothing() {
        byte[] bye = Frames.encode(new Frame.Bye(ByeCode.LEFT, "bohong"));
        SyncSession calling = jatim.call(bali);
        calling.on(new Event.Opened(0));
        calling.on(new Event.Received(bye));
        SyncSession called = jatim.answer();
        called.on(new Event.Opened(0));
        bali.call(jatim).on(new Event.Opened(0)).stream()
                .filter(Action.Send.class::isInstance)
                .forEach(hello -> called.on(new Event.Received(((Action.Send) hello).frame())));
        called.on(new Event.Received(bye));

        assertThat(List.of(calling.state(), called.state())).containsOnly(CLOSED);
        assertThat(stateOf(bali, jatim)).isEqualTo(Peer.State.LINKED);
    }

    private static void leave(TestHub who, TestHub whom) {
        who.peers.leave(whom.id, true, People.coordinator(who)).orThrow();
    }

    private static Peer.State stateOf(TestHub peer, TestHub at) {
        return at.peers.find(peer.id).orElseThrow().state();
    }
}
