package id.jipp.core.peer;

import static org.assertj.core.api.Assertions.assertThat;

import id.jipp.core.log.HubId;
import id.jipp.core.log.StreamId;
import id.jipp.core.log.StreamName;
import id.jipp.core.outcome.Outcome;
import id.jipp.core.outcome.Outcome.Why;
import id.jipp.core.person.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How a link ends, and how it comes about again. */
class LeavingTest {
    private final LinkHub bali = new LinkHub("bali");
    private final LinkHub jatim = new LinkHub("jatim");

    @BeforeEach
    void link() {
        bali.linkWith(jatim);
    }

    @Test
    void onlyCoordinatorsAndAdminsOfThisHubEndALink() {
        assertThat(why(bali.peers.leave(jatim.id, true, bali.person(Role.STAFF))))
                .isEqualTo(Why.FORBIDDEN);
        assertThat(why(bali.peers.leave(jatim.id, true, jatim.coordinator()))).isEqualTo(Why.FORBIDDEN);
        assertThat(bali.sees(jatim).isLinked()).isTrue();
        assertThat(bali.peers.leave(jatim.id, true, bali.person(Role.ADMIN))).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void theKeyOfAHubThatLeftStaysKnownAlsoAfterAStart() {
        jatim.peers.gone(bali.id);
        bali.peers.leave(jatim.id, false, bali.coordinator()).orThrow();

        assertThat(bali.open().keyOf(jatim.id)).isEqualTo(jatim.identity.publicKey());
        assertThat(jatim.open().keyOf(bali.id)).isEqualTo(bali.identity.publicKey());
        assertThat(jatim.sees(bali).state()).isEqualTo(Peer.State.GONE);
        assertThat(bali.open().find(jatim.id).orElseThrow())
                .extracting(Peer::state, Peer::forgotten)
                .containsExactly(Peer.State.LEFT, true);
    }

    @Test
    void whatCameIsShownUntilTheCoordinatorLetsItGoAndAgainWithANewLink() {
        bali.peers.leave(jatim.id, true, bali.coordinator()).orThrow();
        assertThat(bali.peers.showing(jatim.id)).isEqualTo(Showing.WHOLE);

        bali.peers.leave(jatim.id, false, bali.coordinator()).orThrow();
        assertThat(bali.peers.showing(jatim.id)).isEqualTo(Showing.NOTHING);

        String code = jatim.peers.invite(jatim.coordinator()).orThrow();
        bali.peers.take(code, PeerPolicy.OPEN, bali.coordinator()).orThrow();
        assertThat(bali.peers.showing(jatim.id)).isEqualTo(Showing.NOTHING);
        bali.peers.accepted(jatim.id);
        assertThat(bali.peers.showing(jatim.id)).isEqualTo(Showing.WHOLE);
    }

    @Test
    void aHubThatLeftComesBackWithANewInvitationOnly() {
        String used = bali.peers.invite(bali.coordinator()).orThrow();
        LinkHub maluku = new LinkHub("maluku");
        String secret = taken(maluku, used);
        bali.peers.asked(maluku.card(), secret).orThrow();
        bali.peers.accept(maluku.id, PeerPolicy.OPEN, bali.coordinator()).orThrow();
        bali.peers.gone(maluku.id);

        assertThat(why(bali.peers.asked(maluku.card(), secret))).isEqualTo(Why.NOT_FOUND);
        assertThat(bali.sees(maluku).state()).isEqualTo(Peer.State.GONE);

        maluku.peers.leave(bali.id, true, maluku.coordinator()).orThrow();
        String fresh = taken(maluku, bali.peers.invite(bali.coordinator()).orThrow());
        assertThat(bali.peers.asked(maluku.card(), fresh).orThrow().state()).isEqualTo(Peer.State.ASKING);
    }

    @Test
    @DisplayName("F5: who comes back with another key is refused, and the words say so")
    void anotherKeyIsRefused() {
        bali.peers.leave(jatim.id, true, bali.coordinator()).orThrow();
        LinkHub other = new LinkHub("jatim", 77, new id.jipp.core.store.InMemoryDocuments.Store());

        String secret = taken(other, bali.peers.invite(bali.coordinator()).orThrow());
        assertThat(reason(bali.peers.asked(other.card(), secret))).isEqualTo("peer-other-key");
        String theirs = other.peers.invite(other.coordinator()).orThrow();
        assertThat(reason(bali.peers.take(theirs, PeerPolicy.OPEN, bali.coordinator())))
                .isEqualTo("peer-other-key");
        assertThat(bali.peers.keyOf(jatim.id)).isEqualTo(jatim.identity.publicKey());
    }

    @Test
    void aLinkThatIsOverIsNeitherPausedNorResumedNorGivenAPolicy() {
        bali.peers.leave(jatim.id, true, bali.coordinator()).orThrow();

        for (Peer.State to : Peer.State.values()) {
            assertThat(why(bali.peers.move(jatim.id, to, bali.coordinator()))).isEqualTo(Why.CONFLICT);
        }
        assertThat(reason(bali.peers.policy(jatim.id, bali.sees(jatim).policy(), PeerPolicy.OPEN, bali.coordinator())))
                .isEqualTo("peer-over");
    }

    @Test
    void aPolicyIsChangedOnlyFromWhatThePersonSaw() {
        PeerPolicy seen = bali.sees(jatim).policy();
        PeerPolicy first = new PeerPolicy(Direction.SEND, Direction.NONE);
        bali.peers.policy(jatim.id, seen, first, bali.coordinator()).orThrow();

        assertThat(reason(bali.peers.policy(
                        jatim.id, seen, new PeerPolicy(Direction.NONE, Direction.NONE), bali.coordinator())))
                .isEqualTo("peer-policy-changed");
        assertThat(bali.sees(jatim).policy()).isEqualTo(first);
    }

    @Test
    @DisplayName("X4: nothing of a link that ended, is blocked or paused comes in or goes out")
    void nothingPassesOverAClosedLink() {
        Audience audience = Audiences.of(bali.id, bali.peers, nowhere());
        StreamId ours = new StreamId(bali.id, StreamName.PUBLIC);
        StreamId theirs = new StreamId(jatim.id, StreamName.PUBLIC);
        LinkHub relay = new LinkHub("panrb");
        bali.linkWith(relay);
        assertThat(audience.offers(jatim.id, ours)).isTrue();
        assertThat(audience.accepts(relay.id, theirs)).isTrue();

        bali.peers.move(jatim.id, Peer.State.BLOCKED, bali.coordinator()).orThrow();
        assertThat(audience.offers(jatim.id, ours)).isFalse();
        assertThat(audience.accepts(jatim.id, theirs)).isFalse();
        assertThat(audience.accepts(relay.id, theirs)).isFalse();
        assertThat(audience.offers(relay.id, theirs)).isFalse();

        bali.peers.leave(jatim.id, true, bali.coordinator()).orThrow();
        assertThat(audience.offers(jatim.id, ours)).isFalse();
        assertThat(audience.accepts(relay.id, theirs)).isFalse();
        assertThat(audience.offers(relay.id, theirs)).isTrue();

        bali.peers.leave(jatim.id, false, bali.coordinator()).orThrow();
        assertThat(audience.offers(relay.id, theirs)).isFalse();
    }

    @Test
    void aReferenceComesInAndIsPassedOnToNobody() {
        Audience audience = Audiences.of(bali.id, bali.peers, nowhere());
        StreamId theirs = new StreamId(jatim.id, StreamName.PUBLIC);
        LinkHub other = new LinkHub("panrb");
        bali.linkWith(other);

        bali.peers
                .policy(
                        jatim.id,
                        bali.sees(jatim).policy(),
                        new PeerPolicy(Direction.REFERENCE, Direction.BOTH),
                        bali.coordinator())
                .orThrow();

        assertThat(bali.peers.showing(jatim.id)).isEqualTo(Showing.REFERENCE);
        assertThat(audience.accepts(jatim.id, theirs)).isTrue();
        assertThat(audience.accepts(other.id, theirs)).isTrue();
        assertThat(audience.offers(other.id, theirs)).isFalse();
        assertThat(audience.offers(jatim.id, theirs)).isTrue();
        assertThat(audience.offers(jatim.id, new StreamId(bali.id, StreamName.PUBLIC)))
                .isTrue();
    }

    private static String taken(LinkHub by, String code) {
        HubId inviter =
                by.peers.take(code, PeerPolicy.OPEN, by.coordinator()).orThrow().hub();
        return by.peers.secretFor(inviter).orElseThrow();
    }

    private static Why why(Outcome<?> outcome) {
        return ((Outcome.Refused<?>) outcome).why();
    }

    private static String reason(Outcome<?> outcome) {
        return ((Outcome.Refused<?>) outcome).problems().getFirst().reason();
    }

    private static RoomMembership nowhere() {
        return new RoomMembership() {
            @Override
            public boolean takesPart(String roomId, HubId hub) {
                return false;
            }

            @Override
            public boolean knows(String roomId) {
                return false;
            }
        };
    }
}
