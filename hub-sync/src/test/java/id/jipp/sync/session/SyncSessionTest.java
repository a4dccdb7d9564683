package id.jipp.sync.session;

import static id.jipp.sync.session.SyncSession.State.CLOSED;
import static id.jipp.sync.session.SyncSession.State.FOLLOWING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.jipp.core.log.Entry;
import id.jipp.core.log.EntryRange;
import id.jipp.core.log.Fork;
import id.jipp.core.log.Head;
import id.jipp.core.log.HubId;
import id.jipp.core.log.HubLog;
import id.jipp.core.peer.Direction;
import id.jipp.core.peer.Glimpses;
import id.jipp.core.peer.Peer;
import id.jipp.core.peer.PeerPolicy;
import id.jipp.sync.protocol.ByeCode;
import id.jipp.sync.protocol.Frame;
import id.jipp.sync.protocol.Frames;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SyncSessionTest {
    private static final String ROOM = "bali.k3v9x2m7q4hd8f0c";

    private final Map<String, Set<HubId>> rooms = new HashMap<>();
    private final TestHub bali = new TestHub("bali", rooms, Clock.systemUTC(), 1);
    private final TestHub jatim = new TestHub("jatim", rooms, Clock.systemUTC(), 2);
    private final TestHub panrb = new TestHub("panrb", rooms, Clock.systemUTC(), 3);

    @BeforeEach
    void link() {
        TestHub.link(bali, jatim);
    }

    @Test
    void whatOneHoldsComesToTheOther() {
        bali.write("public", "satu", "dua", "tiga");
        jatim.write("public", "empat");

        Pair pair = Pair.open(bali, jatim);

        assertThat(pair.caller.state()).isEqualTo(FOLLOWING);
        assertThat(pair.callee.state()).isEqualTo(FOLLOWING);
        assertThat(jatim.log.heads()).isEqualTo(bali.log.heads());
        assertThat(pair.callee.progress().received()).isEqualTo(3);
        assertThat(pair.caller.progress().sent()).isEqualTo(3);
    }

    @Test
    void whatIsWrittenLaterFollowsAtOnce() {
        Pair pair = Pair.open(bali, jatim);
        bali.write("public", "satu");
        pair.added();
        bali.write("public", "dua");
        pair.added();

        assertThat(jatim.held(bali, "public")).isEqualTo(2);
        assertThat(bali.heads.holding(bali.stream("public"), 2)).containsExactly(jatim.id);
    }

    @Test
    void manyEntriesComeInFramesWithinTheirLimits() {
        bali.writeMany("public", 6_000, 1_000);
        Pair pair = Pair.open(bali, jatim);

        assertThat(jatim.held(bali, "public")).isEqualTo(6_000);
        assertThat(pair.byCaller.stream().filter(Frame.Entries.class::isInstance))
                .allSatisfy(frame -> assertThat(Frames.encode(frame).length).isLessThanOrEqualTo(600 * 1024));
    }

    @Test
    void roomsGoOnlyToHubsThatTakePart() {
        TestHub.link(bali, panrb);
        rooms.put(ROOM, Set.of(bali.id, jatim.id));
        bali.write("room/" + ROOM, "halo");

        Pair withPanrb = Pair.open(bali, panrb);
        Pair withJatim = Pair.open(bali, jatim);

        assertThat(jatim.held(bali, "room/" + ROOM)).isEqualTo(1);
        assertThat(panrb.held(bali, "room/" + ROOM)).isZero();
        assertThat(withPanrb.byCaller.toString()).doesNotContain(ROOM);
        assertThat(withJatim.byCaller.toString()).contains(ROOM);
    }

    @Test
    void whoIsInvitedToARoomDuringTheSessionGetsIt() {
        rooms.put(ROOM, Set.of(bali.id));
        bali.write("room/" + ROOM, "halo");
        Pair pair = Pair.open(bali, jatim);
        assertThat(jatim.held(bali, "room/" + ROOM)).isZero();

        rooms.put(ROOM, Set.of(bali.id, jatim.id));
        pair.changed();

        assertThat(jatim.held(bali, "room/" + ROOM)).isEqualTo(1);
    }

    @Test
    void aHubThatLostItsTailGetsItBackFromItsPeer() {
        bali.write("public", "satu");
        var backup = bali.backup();
        bali.write("public", "dua");
        Pair.open(bali, jatim);

        bali.log = backup;
        bali.sources = new Sources();
        Pair.open(bali, jatim);

        assertThat(bali.held(bali, "public")).isEqualTo(2);
    }

    @Test
    @DisplayName("C8: a hub given an old backup hears from its peer first, takes its own back, and only then writes on")
    void aHubGivenAnOldBackupTakesItsOwnBackBeforeItWrites() {
        bali.write("public", "satu");
        var backup = id.jipp.core.log.InMemoryHubLog.restored(
                bali.log, bali.identity, bali.peers, bali.clock, new java.util.Random(9));
        bali.write("public", "dua");
        Pair.open(bali, jatim);
        List<Long> whole = new ArrayList<>();
        HubLog heard = (HubLog) Proxy.newProxyInstance(
                HubLog.class.getClassLoader(), new Class<?>[] {HubLog.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("ownStreamsAreWhole")) {
                        whole.add(backup.head(bali.stream("public")).seq());
                    }
                    return method.invoke(backup, arguments);
                });
        bali.log = backup;
        bali.sources = new Sources();
        jatim.sources = new Sources();
        Home home = new Home(
                bali.identity,
                heard,
                bali.peers,
                bali.audience,
                bali.heads,
                bali.sources,
                bali.files,
                Glimpses.NONE,
                bali.limits);

        Pair pair = new Pair(SyncSession.calling(home, jatim.id, bali.nonce()), jatim.answer());
        pair.callee(new Event.Opened(0));
        pair.caller(new Event.Opened(0));
        pair.talk();
        assertThat(whole)
                .as("up to where it had its own when sync said it was whole")
                .containsExactly(2L);
        bali.write("public", "tiga");
        pair.added();

        assertThat(jatim.held(bali, "public")).isEqualTo(3);
        assertThat(jatim.log.forks()).isEmpty();
    }

    @Test
    void aThirdHubCarriesWhatTwoExchange() {
        TestHub.link(bali, panrb);
        jatim.knows(panrb);
        panrb.knows(jatim);
        panrb.write("public", "satu");
        Pair.open(bali, panrb);
        Pair pair = Pair.open(bali, jatim);

        assertThat(jatim.held(panrb, "public")).isEqualTo(1);
        assertThat(pair.caller.progress().refused()).isZero();
    }

    @Test
    void anUnknownAuthorsEntriesAreRefusedThroughARelay() {
        TestHub.link(bali, panrb);
        panrb.write("public", "satu");
        Pair.open(bali, panrb);

        Pair.open(bali, jatim);

        assertThat(jatim.held(panrb, "public")).isZero();
    }

    @Test
    @DisplayName("X4: of a blocked hub nothing more comes in, through no relay, and nothing of it is given on")
    void ofABlockedHubNothingMorePasses() {
        TestHub.link(bali, panrb);
        jatim.knows(panrb);
        panrb.write("public", "satu");
        Pair withPanrb = Pair.open(bali, panrb);
        Pair withJatim = Pair.open(bali, jatim);
        assertThat(jatim.held(panrb, "public")).isEqualTo(1);

        jatim.peers.move(panrb.id, Peer.State.BLOCKED, People.coordinator(jatim));
        withJatim.changed();
        panrb.write("public", "dua");
        withPanrb.added();
        withJatim.added();
        withJatim.tick(1_000);

        assertThat(bali.held(panrb, "public")).isEqualTo(2);
        assertThat(jatim.held(panrb, "public")).as("what came before stays").isEqualTo(1);
        TestHub maluku = TestHub.of("maluku");
        TestHub.link(jatim, maluku);
        maluku.knows(panrb);
        Pair.open(jatim, maluku);
        assertThat(maluku.held(panrb, "public")).as("given on by who blocks it").isZero();
    }

    @Test
    @DisplayName("X4: with a blocked hub there is no session, neither called nor calling, and an open one ends")
    void withABlockedHubThereIsNoSession() {
        Pair open = Pair.open(bali, jatim);
        jatim.peers.move(bali.id, Peer.State.BLOCKED, People.coordinator(jatim));
        open.changed();
        bali.write("public", "satu");

        assertThat(open.callee.state()).isEqualTo(CLOSED);
        assertThat(Pair.open(bali, jatim).callee.state()).isEqualTo(CLOSED);
        assertThat(Pair.open(jatim, bali).caller.state()).isEqualTo(CLOSED);
        assertThat(jatim.held(bali, "public")).isZero();
        assertThat(jatim.peers.keyOf(bali.id))
                .as("what it wrote before still verifies")
                .isNotNull();
    }

    @Test
    void aPolicyThatOnlySendsTakesNothingIn() {
        bali.knows(jatim, new PeerPolicy(Direction.SEND, Direction.NONE));
        bali.write("public", "satu");
        jatim.write("public", "dua");

        Pair.open(bali, jatim);

        assertThat(jatim.held(bali, "public")).isEqualTo(1);
        assertThat(bali.held(jatim, "public")).isZero();
    }

    @Test
    void inAMeshNothingTravelsTwice() {
        TestHub.link(bali, panrb);
        TestHub.link(jatim, panrb);
        Pair one = Pair.open(bali, jatim);
        Pair two = Pair.open(bali, panrb);
        Pair three = Pair.open(jatim, panrb);
        bali.write("public", "satu", "dua");
        for (int i = 0; i < 3; i++) {
            one.added();
            two.added();
            three.added();
        }
        bali.write("public", "tiga");
        for (int i = 0; i < 5; i++) {
            one.tick(1000);
            two.tick(1000);
            three.tick(1000);
        }

        assertThat(panrb.held(bali, "public")).isEqualTo(3);
        assertThat(jatim.held(bali, "public")).isEqualTo(3);
        assertThat(one.callee.progress().repeated()
                        + two.callee.progress().repeated()
                        + three.callee.progress().repeated()
                        + three.caller.progress().repeated())
                .isZero();
    }

    @Test
    @DisplayName("I6: where a source brings nothing more, one other is asked in its place, not all of them")
    void aStalledSourceIsReplacedByOneOther() {
        TestHub maluku = TestHub.of("maluku");
        List<TestHub> relays = List.of(jatim, maluku);
        TestHub.link(bali, panrb);
        relays.forEach(relay -> {
            TestHub.link(relay, panrb);
            relay.knows(bali);
        });
        bali.write("public", "satu");
        Pair.open(bali, panrb);
        bali.write("public", "dua", "tiga");
        EntryRange all =
                new EntryRange(bali.stream("public"), bali.log.read(bali.stream("public"), 0, 10, Integer.MAX_VALUE));
        relays.forEach(relay -> relay.log.accept(all));
        List<Pair> pairs = relays.stream().map(relay -> Pair.open(relay, panrb)).toList();

        long asked = 0;
        for (long millis = 1_000; millis <= 9_000; millis += 1_000) {
            for (Pair pair : pairs) {
                pair.callee(new Event.Tick(millis));
            }
        }
        for (Pair pair : pairs) {
            asked += pair.byCallee.stream()
                    .filter(frame -> frame instanceof Frame.Want want && want.entries() > 0)
                    .count();
        }

        assertThat(asked).isEqualTo(1);
        pairs.forEach(Pair::talk);
        assertThat(panrb.held(bali, "public")).isEqualTo(3);
    }

    @Test
    void theLinkClosesWhenItIsPaused() {
        Pair pair = Pair.open(bali, jatim);
        bali.peers.move(jatim.id, Peer.State.PAUSED, People.coordinator(bali));
        pair.changed();

        assertThat(pair.caller.state()).isEqualTo(CLOSED);
        assertThat(pair.calleeClosed).isEqualTo(new Action.Close(ByeCode.CLOSED, "the link is closed", true));
    }

    @Test
    @DisplayName("F1: two entries under one number freeze the stream and nothing else")
    void twoEntriesUnderOneNumberFreezeTheStream() {
        bali.write("public", "satu");
        var backup = bali.backup();
        bali.write("public", "dua");
        Pair.open(bali, jatim);
        bali.log = backup;
        bali.write("public", "lain");
        bali.write("room/" + ROOM, "halo");
        rooms.put(ROOM, Set.of(bali.id, jatim.id));
        bali.sources = new Sources();
        jatim.sources = new Sources();

        Pair pair = Pair.open(bali, jatim);

        assertThat(pair.callee.state()).isEqualTo(FOLLOWING);
        assertThat(jatim.log.forks()).hasSize(1);
        assertThat(jatim.held(bali, "room/" + ROOM)).isEqualTo(1);
    }

    @Test
    @DisplayName("F1: the proof is given to whoever holds either side, and the author itself; then all stand still")
    void theProofOfAForkReachesAll() {
        TestHub.link(jatim, panrb);
        panrb.knows(bali);
        bali.write("public", "satu");
        var backup = bali.backup();
        bali.write("public", "dua");
        Pair.open(bali, jatim);
        Pair relayed = Pair.open(jatim, panrb);
        assertThat(panrb.held(bali, "public")).isEqualTo(2);
        bali.log = backup;
        bali.write("public", "lain");
        bali.sources = new Sources();

        Pair direct = Pair.open(bali, jatim);
        direct.tick(1_000);
        relayed.tick(1_000);

        List.of(bali, jatim, panrb)
                .forEach(hub -> assertThat(hub.log.forks())
                        .as("at %s", hub.id)
                        .extracting(Fork::stream, Fork::seq)
                        .containsExactly(tuple(bali.stream("public"), 2L)));
        assertThat(direct.callee.state()).isEqualTo(FOLLOWING);
        assertThat(relayed.callee.state()).isEqualTo(FOLLOWING);
    }

    @Test
    @DisplayName("F1: who sends nothing to a peer still sees that it holds another entry under an older number")
    void anOlderNumberWithAnotherHashIsSeen() {
        bali.write("public", "satu");
        var backup = bali.backup();
        bali.write("public", "dua");
        Pair.open(bali, jatim);
        bali.log = backup;
        bali.write("public", "lain", "lain lagi");
        bali.knows(jatim, new PeerPolicy(Direction.RECEIVE, Direction.NONE));
        bali.sources = new Sources();

        Pair.open(bali, jatim);

        assertThat(bali.log.forks()).extracting(Fork::seq).containsExactly(2L);
    }

    @Test
    @DisplayName("F1: what proves nothing stops nothing")
    void aFalseProofStopsNothing() {
        bali.write("public", "satu", "dua");
        Pair pair = Pair.open(bali, jatim);
        List<Entry> entries = bali.log.read(bali.stream("public"), 0, 10, Integer.MAX_VALUE).stream()
                .map(Entry::erased)
                .toList();

        pair.callee(new Event.Received(
                Frames.encode(new Frame.Forked(new Fork(bali.stream("public"), 1, entries, entries)))));

        assertThat(jatim.log.forks()).isEmpty();
        assertThat(pair.callee.state()).isEqualTo(FOLLOWING);
    }

    // Hostile

    @Test
    void anUnknownHubIsTurnedAway() {
        panrb.knows(bali);
        Pair pair = Pair.open(panrb, bali);

        assertThat(pair.callerClosed).isNotNull();
        assertThat(pair.callerClosed.code()).isEqualTo(ByeCode.UNKNOWN_HUB);
        assertThat(pair.callee.progress().refused()).isEqualTo(1);
    }

    @Test
    @DisplayName("L4: who asks to be linked is a stranger until their invitation is seen")
    void whoAsksWithoutAnInvitationStaysAStranger() {
        String used = bali.peers.invite(People.coordinator(bali)).orThrow();
        TestHub maluku = TestHub.of("maluku");
        maluku.peers.take(used, PeerPolicy.OPEN, People.coordinator(maluku)).orThrow();
        Pair.open(maluku, bali);
        panrb.peers.take(used, PeerPolicy.OPEN, People.coordinator(panrb)).orThrow();

        Pair pair = Pair.open(panrb, bali);

        assertThat(pair.calleeClosed.code()).isEqualTo(ByeCode.INVITATION);
        assertThat(pair.others).doesNotContain(new Action.Proven(panrb.id));
    }

    @Test
    void whoAsksWithAnInvitationIsKnownWhileTheyWait() {
        String code = bali.peers.invite(People.coordinator(bali)).orThrow();
        panrb.peers.take(code, PeerPolicy.OPEN, People.coordinator(panrb)).orThrow();
        Pair pair = Pair.open(panrb, bali);

        assertThat(pair.calleeClosed).isNull();
        assertThat(pair.others).contains(new Action.Proven(panrb.id));
    }

    @Test
    @DisplayName("S2: a hub that comes with another key than the known one is turned away")
    void aWrongKeyIsTurnedAway() {
        TestHub false1 = new TestHub("jatim", rooms, Clock.systemUTC(), 77);
        false1.knows(bali);
        Pair pair = Pair.open(false1, bali);

        assertThat(pair.calleeClosed.code()).isEqualTo(ByeCode.WRONG_KEY);
    }

    @Test
    @DisplayName("S3: an old handshake proves nothing")
    void anOldHandshakeProvesNothing() {
        bali.write("public", "satu");
        Pair old = Pair.open(bali, jatim);
        SyncSession fresh = jatim.answer();
        fresh.on(new Event.Opened(0));

        List<Action> welcome = fresh.on(new Event.Received(old.rawByCaller.get(0)));
        List<Action> after = fresh.on(new Event.Received(old.rawByCaller.get(1)));

        assertThat(welcome).hasSize(1);
        assertThat(fresh.state()).isEqualTo(CLOSED);
        assertThat(((Action.Close) after.getLast()).code()).isEqualTo(ByeCode.BAD_PROOF);
    }

    @Test
    void whatComesTooEarlyEndsTheSession() {
        SyncSession session = jatim.answer();
        session.on(new Event.Opened(0));
        assertThat(last(session.on(received(new Frame.Accepted())))).isEqualTo(ByeCode.UNEXPECTED);
    }

    @Test
    void aSecondHelloEndsTheSession() {
        Pair pair = Pair.open(bali, jatim);
        assertThat(last(pair.callee.on(new Event.Received(pair.rawByCaller.get(0)))))
                .isEqualTo(ByeCode.UNEXPECTED);
    }

    @Test
    void garbageEndsTheSessionAndIsCounted() {
        Pair pair = Pair.open(bali, jatim);
        assertThat(last(pair.callee.on(new Event.Received(new byte[] {0x12, 1, 2, 3}))))
                .isEqualTo(ByeCode.MALFORMED);
        assertThat(pair.callee.progress().refused()).isEqualTo(1);
        assertThat(pair.callee.on(new Event.Tick(5))).isEmpty();
    }

    @Test
    void entriesNobodyAskedForEndTheSession() {
        rooms.put(ROOM, Set.of(bali.id, jatim.id));
        Pair pair = Pair.open(bali, jatim);
        bali.write("room/" + ROOM, "satu");
        var entries = bali.log.read(bali.stream("room/" + ROOM), 0, 10, 10_000);

        assertThat(last(pair.callee.on(received(new Frame.Entries(bali.stream("room/" + ROOM), entries)))))
                .isEqualTo(ByeCode.UNEXPECTED);
        assertThat(jatim.held(bali, "room/" + ROOM)).isZero();
    }

    @Test
    @DisplayName("S4: a gap ends the session and nothing is stored")
    void aGapEndsTheSession() {
        bali.write("public", "satu");
        Pair pair = Pair.open(bali, jatim);
        bali.write("public", "dua");
        bali.write("public", "tiga");
        var third = bali.log.read(bali.stream("public"), 2, 10, 10_000);

        assertThat(last(pair.callee.on(received(new Frame.Entries(bali.stream("public"), third)))))
                .isEqualTo(ByeCode.GAP);
        assertThat(jatim.held(bali, "public")).isEqualTo(1);
    }

    @Test
    @DisplayName("S1: one changed bit in a signature, and nothing is stored")
    void aBadSignatureEndsTheSession() {
        bali.write("public", "satu");
        Pair pair = Pair.open(bali, jatim);
        bali.write("public", "dua");
        Entry entry = bali.log.read(bali.stream("public"), 1, 10, 10_000).getFirst();
        byte[] signature = entry.signature().clone();
        signature[3] ^= 1;
        Entry changed = new Entry(entry.header(), entry.headerBytes(), signature, entry.payload());

        assertThat(last(pair.callee.on(received(new Frame.Entries(bali.stream("public"), List.of(changed))))))
                .isEqualTo(ByeCode.BAD_ENTRIES);
        assertThat(jatim.held(bali, "public")).isEqualTo(1);
        assertThat(pair.callee.progress().lastRefusal().detail()).contains("BAD_SIGNATURE");
    }

    @Test
    void moreThanTheWindowEndsTheSession() {
        jatim.limits = new SessionLimits(2, 1_000_000, 15_000, 10_000, 5_000);
        bali.write("public", "satu");
        Pair pair = Pair.open(bali, jatim);
        bali.write("public", "dua", "tiga", "empat");
        var three = bali.log.read(bali.stream("public"), 1, 10, 10_000);

        assertThat(last(pair.callee.on(received(new Frame.Entries(bali.stream("public"), three)))))
                .isEqualTo(ByeCode.OVER_CREDIT);
        assertThat(jatim.held(bali, "public")).isEqualTo(1);
    }

    @Test
    @DisplayName("F4: a peer that tells of too many streams is cut off")
    void tooManyStreamsEndTheSession() {
        Pair pair = Pair.open(bali, jatim);
        List<Action> actions = List.of();
        for (int i = 0; i < 30 && pair.callee.state() != CLOSED; i++) {
            Map<id.jipp.core.log.StreamId, Head> heads = new HashMap<>();
            for (int j = 0; j < 1_000; j++) {
                heads.put(
                        bali.stream("room/x%03d.%08d".formatted(i, j)),
                        new Head(7, id.jipp.core.log.Hash.sha256(new byte[] {1})));
            }
            actions = pair.callee.on(received(Frame.Have.of(true, heads)));
        }
        assertThat(last(actions)).isEqualTo(ByeCode.MALFORMED);
    }

    @Test
    void aStreamThatIsNotOfferedAndOneThatIsNotThereAreRefusedAlike() {
        rooms.put(ROOM, Set.of(bali.id));
        bali.write("room/" + ROOM, "rahasia");
        Pair pair = Pair.open(bali, jatim);

        Frame there = first(pair.caller.on(received(new Frame.Want(bali.stream("room/" + ROOM), 0, 100, 100_000))));
        String other = "bali.zzzzzzzzzzzzzzzz";
        Frame not = first(pair.caller.on(received(new Frame.Want(bali.stream("room/" + other), 0, 100, 100_000))));

        assertThat(there.toString().replace(ROOM, other)).isEqualTo(not.toString());
    }

    @Test
    @DisplayName("N3: who is silent for two heartbeats is taken for gone")
    void silenceEndsTheSession() {
        Pair pair = Pair.open(bali, jatim);
        List<Action> actions = List.of();
        for (long millis = 0; millis <= 30_000; millis += 1000) {
            actions = pair.caller.on(new Event.Tick(millis));
        }
        assertThat(last(actions)).isEqualTo(ByeCode.SILENT);
    }

    @Test
    void heartbeatsKeepAQuietSessionOpen() {
        Pair pair = Pair.open(bali, jatim);
        for (int i = 0; i < 200; i++) {
            pair.tick(1_000);
        }
        assertThat(pair.caller.state()).isEqualTo(FOLLOWING);
    }

    @Test
    @DisplayName("L4: a greeting that does not come is not waited for")
    void aGreetingThatDoesNotComeIsNotWaitedFor() {
        SyncSession session = jatim.answer();
        session.on(new Event.Opened(0));
        assertThat(last(session.on(new Event.Tick(10_000)))).isEqualTo(ByeCode.SILENT);
    }

    @Test
    @DisplayName("X3: a frame of a later version that may be skipped is skipped, another is not")
    void unknownFramesAreSkippedOnlyIfTheySaySo() {
        Pair pair = Pair.open(bali, jatim);
        assertThat(pair.callee.on(new Event.Received(new byte[] {(byte) 0xF7, 1, 2})))
                .isEmpty();
        assertThat(last(pair.callee.on(new Event.Received(new byte[] {0x7F, 1, 2}))))
                .isEqualTo(ByeCode.MALFORMED);
    }

    @Test
    void typingReachesWhoTakesPartAndNobodyElse() {
        rooms.put(ROOM, Set.of(bali.id, jatim.id));
        Pair pair = Pair.open(bali, jatim);
        pair.caller(new Event.Tell(ROOM, new byte[] {7}));
        pair.caller(new Event.Tell("bali.zzzzzzzzzzzzzzzz", new byte[] {8}));
        pair.talk();

        assertThat(pair.others.stream().filter(Action.Deliver.class::isInstance))
                .singleElement()
                .satisfies(
                        action -> assertThat(((Action.Deliver) action).room()).isEqualTo(ROOM));
    }

    private static Event received(Frame frame) {
        return new Event.Received(Frames.encode(frame));
    }

    private static ByeCode last(List<Action> actions) {
        return ((Action.Close) actions.getLast()).code();
    }

    private static Frame first(List<Action> actions) {
        return Frames.decode(java.nio.ByteBuffer.wrap(((Action.Send) actions.getFirst()).frame()));
    }
}
