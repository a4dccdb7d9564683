package id.jipp.sync.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.jipp.core.identity.HubIdentity;
import id.jipp.core.log.HubId;
import id.jipp.core.material.InMemoryBlobs;
import id.jipp.core.peer.Absence;
import id.jipp.core.peer.Direction;
import id.jipp.core.peer.Passed;
import id.jipp.core.peer.Peer;
import id.jipp.core.peer.PeerPolicy;
import id.jipp.sync.session.SessionLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the ledger says of each peer, with hubs on real sockets. */
class LedgerTest {
    private static final String ROOM = "bali.k3v9x2m7q4hd8f0c";

    private final Map<String, Set<HubId>> rooms = new HashMap<>();
    private final List<RunningHub> hubs = new ArrayList<>();
    private final RunningHub bali = hub("bali");
    private final RunningHub jatim = hub("jatim");

    private RunningHub hub(String name) {
        RunningHub hub = new RunningHub(name, rooms, SessionLimits.STANDARD);
        hubs.add(hub);
        return hub;
    }

    @AfterEach
    void stopAll() {
        hubs.forEach(RunningHub::close);
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(20));
    }

    private void linked() {
        bali.knows(jatim, true);
        jatim.knows(bali, true);
    }

    @Test
    void theProofIsTheSameAtBothHubs() {
        RunningHub panrb = hub("panrb");
        rooms.put(ROOM, Set.of(bali.id, jatim.id));
        linked();
        bali.knows(panrb, true);
        panrb.knows(bali, true);
        jatim.knows(panrb, false);
        panrb.knows(jatim, false);
        bali.write("public", "satu");
        jatim.write("public", "dua");
        panrb.write("public", "tiga");
        bali.write("room/" + ROOM, "halo");

        soon().until(() -> proves(bali, jatim, 4) && proves(bali, panrb, 3));

        assertThat(bali.with(jatim).proof()).isEqualTo(jatim.with(bali).proof());
        assertThat(bali.with(panrb).proof()).isEqualTo(panrb.with(bali).proof());
        assertThat(bali.with(jatim).proof().digest())
                .isNotEqualTo(bali.with(panrb).proof().digest());
    }

    private static boolean proves(RunningHub one, RunningHub other, long entries) {
        return one.isIdenticalTo(other)
                && other.isIdenticalTo(one)
                && one.with(other).proof().entries() == entries
                && other.with(one).proof().entries() == entries;
    }

    @Test
    void overALinkThatGoesOneWayBothKnowThatNothingWaitsAlsoAfterAStart() {
        bali.knows(jatim, jatim.address(), new PeerPolicy(Direction.SEND, Direction.NONE));
        jatim.knows(bali, bali.address(), new PeerPolicy(Direction.RECEIVE, Direction.NONE));
        bali.write("public", "satu");
        soon().until(() -> proves(bali, jatim, 1));

        bali.stop();
        bali.start();

        soon().until(() -> proves(bali, jatim, 1));
        assertThat(bali.with(jatim).waitingToSend()).isZero();
        assertThat(bali.with(jatim).proof()).isEqualTo(jatim.with(bali).proof());
    }

    @Test
    void afterAnAbsenceTheLedgerTellsWhatCameAndWentMeanwhile() {
        rooms.put(ROOM, Set.of(bali.id, jatim.id));
        linked();
        bali.write("public", "sebelumnya");
        soon().until(() -> proves(bali, jatim, 1));
        assertThat(bali.with(jatim).absences()).isEmpty();
        Instant before = bali.now();
        jatim.stop();
        soon().until(() -> bali.with(jatim).state() != PeerStatus.State.CONNECTED);
        bali.write("public", "satu");
        bali.write("public", "dua");
        bali.write("room/" + ROOM, "halo");
        jatim.write("public", "dari jatim");
        bali.later(Duration.ofHours(3));
        jatim.later(Duration.ofHours(3));

        jatim.start();
        soon().until(() -> isOver(bali, jatim) && isOver(jatim, bali));

        Absence atBali = bali.with(jatim).absences().getFirst();
        assertThat(atBali.from()).isBetween(before.minusSeconds(60), before.plusSeconds(60));
        assertThat(Duration.between(atBali.from(), atBali.until())).isGreaterThan(Duration.ofHours(2));
        assertThat(atBali.passed())
                .containsExactlyInAnyOrder(
                        new Passed(bali.id, Passed.Kind.RECORDS, 0, 2),
                        new Passed(bali.id, Passed.Kind.MESSAGES, 0, 1),
                        new Passed(jatim.id, Passed.Kind.RECORDS, 1, 0));
        assertThat(jatim.with(bali).absences().getFirst().passed())
                .containsExactlyInAnyOrder(
                        new Passed(bali.id, Passed.Kind.RECORDS, 2, 0),
                        new Passed(bali.id, Passed.Kind.MESSAGES, 1, 0),
                        new Passed(jatim.id, Passed.Kind.RECORDS, 0, 1));
    }

    private static boolean isOver(RunningHub one, RunningHub other) {
        List<Absence> absences = one.with(other).absences();
        return absences.size() == 1 && absences.getFirst().over();
    }

    @Test
    void theLastContactIsKnownAfterAStartThoughNobodyAnswers() {
        linked();
        soon().until(() -> bali.with(jatim).state() == PeerStatus.State.CONNECTED
                && bali.with(jatim).lastContact() != null);
        soon().until(() -> !bali.bean(id.jipp.core.peer.Absences.class)
                .lastContact(jatim.id)
                .isEmpty());
        jatim.stop();
        bali.stop();

        bali.start();

        assertThat(bali.with(jatim).lastContact()).isNotNull();
        assertThat(bali.with(jatim).identical()).isNull();
    }

    @Test
    @DisplayName("F2: of every hub it is known how old its newest entry here is, and no clock ahead of ours counts")
    void theAgeOfTheNewestEntryIsKnown() {
        linked();
        assertThat(bali.with(jatim).newest()).isNull();
        jatim.write("public", "satu");
        soon().until(() -> bali.with(jatim).newest() != null);

        assertThat(bali.with(jatim).newest()).isBetween(bali.now().minusSeconds(60), bali.now());
    }

    @Test
    void whoLeftIsHeardOfWhenItIsBack() {
        linked();
        bali.write("public", "satu");
        soon().until(() -> jatim.holds(bali, "public") == 1);
        jatim.stop();
        bali.peers().leave(jatim.id, true, bali.coordinator()).orThrow();

        jatim.start();

        soon().until(() -> jatim.peers().find(bali.id).orElseThrow().state() == Peer.State.GONE);
        assertThat(bali.peers().find(jatim.id).orElseThrow().state()).isEqualTo(Peer.State.LEFT);
        assertThat(jatim.holds(bali, "public")).isEqualTo(1);
    }

    @Test
    @DisplayName("S2: who calls as a known hub with another key is refused, and both ledgers say so")
    void anotherKeyIsRefusedAndSaid() {
        linked();
        soon().until(() -> bali.with(jatim).state() == PeerStatus.State.CONNECTED);
        jatim.stop();
        RunningHub other = new RunningHub(
                "jatim",
                rooms,
                SessionLimits.STANDARD,
                HubIdentity.ofSeed(jatim.id, new byte[32]),
                new InMemoryBlobs());
        hubs.add(other);
        other.knows(bali, true);

        soon().until(() -> bali.with(jatim).otherKeyAt() != null);
        soon().until(() -> other.with(bali).state() == PeerStatus.State.REFUSED);
        assertThat(other.with(bali).lastRefusal().code()).isEqualTo("WRONG_KEY");
        assertThat(other.with(bali).lastRefusal().byThem()).isTrue();
    }
}
