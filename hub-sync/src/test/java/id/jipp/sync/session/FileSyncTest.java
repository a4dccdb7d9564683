package id.jipp.sync.session;

import static org.assertj.core.api.Assertions.assertThat;

import id.jipp.core.log.Hash;
import id.jipp.core.material.Manifest;
import id.jipp.sync.protocol.ByeCode;
import id.jipp.sync.protocol.Frame;
import id.jipp.sync.protocol.Frames;
import id.jipp.sync.protocol.ProtocolLimits;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FileSyncTest {
    private final TestHub bali = TestHub.of("bali");
    private final TestHub jatim = TestHub.of("jatim");
    private final byte[] bytes = new byte[2 * Manifest.CHUNK_BYTES + 70_001];
    private Manifest manifest;

    @BeforeEach
    void jatimHasAFileThatBaliWants() {
        TestHub.link(bali, jatim);
        new Random(3).nextBytes(bytes);
        manifest = jatim.blobs.put(bytes);
        jatim.exchange.given.add(manifest.file());
        bali.exchange.wanted.add(manifest);
    }

    @Test
    void aFileArrivesOnceAndWhole() {
        Pair pair = Pair.open(bali, jatim);
        pair.tick(1_000);

        assertThat(bali.blobs.isIntact(manifest.file())).isTrue();
        assertThat(piecesOf(pair).stream()
                        .mapToLong(piece -> piece.bytes().length)
                        .sum())
                .isEqualTo(bytes.length);
        assertThat(pair.caller.progress().files()).isEqualTo(new FileProgress(null, bytes.length, 0, 1));
        assertThat(pair.callee.progress().files().sent()).isEqualTo(bytes.length);
    }

    @Test
    void whileNothingIsFetchedNothingIsLookedUp() {
        jatim.exchange.given.clear();
        Pair pair = Pair.open(bali, jatim);
        for (int second = 0; second < 50; second++) {
            pair.tick(1_000);
        }

        assertThat(notsOf(pair)).hasSize(1);
        assertThat(bali.exchange.lookups).isEqualTo(1);
    }

    @Test
    void everyFrameOfAFileStaysWithin64KiB() {
        Pair pair = Pair.open(bali, jatim);
        pair.tick(1_000);

        assertThat(piecesOf(pair)).allMatch(piece -> Frames.encode(piece).length <= 64 * 1024);
    }

    @Test
    void afterACutAtAnyPieceNothingThatCameComesAgain() {
        Pair before = Pair.open(bali, jatim);
        before.cutAfterPieces(5);
        before.tick(1_000);
        long came = bali.blobs.arrived(manifest.file());
        assertThat(came).isPositive().isLessThan(bytes.length);
        before.caller(new Event.Lost());
        before.callee(new Event.Lost());

        Pair after = Pair.open(bali, jatim);
        after.tick(1_000);

        assertThat(bali.blobs.isIntact(manifest.file())).isTrue();
        assertThat(after.caller.progress().files().received()).isEqualTo(bytes.length - came);
    }

    @Test
    void aChunkWithWrongBytesIsFetchedAgainAndCounted_U1() {
        Pair pair = new Pair(bali.call(jatim), jatim.answer());
        pair.flipInPiece(3);
        pair.begin();
        pair.tick(1_000);

        assertThat(bali.blobs.isIntact(manifest.file())).isTrue();
        assertThat(pair.caller.progress().refused()).isEqualTo(1);
        assertThat(pair.caller.progress().files().received()).isEqualTo(bytes.length + Manifest.CHUNK_BYTES);
    }

    @Test
    void aPeerWhoseBytesAreAlwaysWrongIsLeftAfterThreeChunks_U1() {
        byte[] other = bytes.clone();
        other[5] ^= 1;
        TestHub liar = TestHub.of("liar");
        TestHub.link(bali, liar);
        liar.blobs.putAs(manifest.file(), other);
        liar.exchange.given.add(manifest.file());

        Pair pair = Pair.open(bali, liar);
        pair.tick(1_000);
        pair.tick(120_000);

        assertThat(bali.blobs.has(manifest.file())).isFalse();
        assertThat(pair.caller.progress().refused()).isEqualTo(3);

        Pair honest = Pair.open(bali, jatim);
        honest.tick(1_000);
        assertThat(bali.blobs.isIntact(manifest.file())).isTrue();
    }

    @Test
    void aFileThatMayNotBeHadAndOneThatIsNotThereHaveTheSameAnswer_U10() {
        jatim.exchange.given.clear();
        Pair pair = Pair.open(bali, jatim);
        pair.tick(1_000);
        List<Frame> forbidden = notsOf(pair);

        bali.exchange.wanted.clear();
        Manifest unknown = new Manifest(Hash.sha256(new byte[] {1}), 10, List.of(Hash.sha256(new byte[] {2})));
        bali.exchange.wanted.add(unknown);
        pair.tick(1_000);

        assertThat(forbidden).containsExactly(new Frame.FileNot(manifest.file(), false));
        assertThat(notsOf(pair)).contains(new Frame.FileNot(unknown.file(), false));
        assertThat(piecesOf(pair)).isEmpty();
    }

    @Test
    void aRelayThatGetsTheFileLaterTellsWhoAskedInVain() {
        jatim.blobs.remove(manifest.file());
        Pair pair = Pair.open(bali, jatim);
        pair.tick(1_000);
        assertThat(notsOf(pair)).containsExactly(new Frame.FileNot(manifest.file(), true));

        jatim.blobs.put(bytes);
        pair.changed();

        assertThat(bali.blobs.isIntact(manifest.file())).isTrue();
    }

    @Test
    void twoPeersDoNotBringTheSameFile() {
        TestHub panrb = TestHub.of("panrb");
        TestHub.link(bali, panrb);
        panrb.blobs.put(bytes);
        panrb.exchange.given.add(manifest.file());

        Pair one = Pair.open(bali, jatim);
        Pair two = Pair.open(bali, panrb);
        two.tick(1_000);
        one.tick(1_000);

        assertThat(one.caller.progress().files().received()
                        + two.caller.progress().files().received())
                .isEqualTo(bytes.length);
        assertThat(bali.blobs.isIntact(manifest.file())).isTrue();
    }

    @Test
    void whatIsWantedNoMoreIsLeft() {
        Pair pair = Pair.open(bali, jatim);
        pair.cutAfterPieces(2);
        pair.tick(1_000);
        bali.exchange.wanted.clear();
        pair.mend();
        pair.changed();
        long came = pair.caller.progress().files().received();
        pair.tick(1_000);

        assertThat(pair.caller.progress().files().received()).isEqualTo(came);
        assertThat(pair.callerClosed).isNull();
    }

    @Test
    void aPeerThatDoesNotAnswerIsNotWaitedForForEver_X3() {
        Pair pair = Pair.open(bali, jatim);
        pair.cutAfterPieces(0);
        pair.tick(1_000);
        for (int second = 0; second < 40; second++) {
            pair.tick(1_000);
        }

        TestHub panrb = TestHub.of("panrb");
        TestHub.link(bali, panrb);
        panrb.blobs.put(bytes);
        panrb.exchange.given.add(manifest.file());
        Pair other = Pair.open(bali, panrb);
        other.tick(1_000);

        assertThat(bali.blobs.isIntact(manifest.file())).isTrue();
        assertThat(pair.callerClosed).isNull();
    }

    @Test
    void filesTakeNoMoreASecondThanTheLinkAllows() {
        bali.exchange.bytesPerSecondMax = 100_000;
        Pair pair = Pair.open(bali, jatim);
        pair.tick(1_000);
        long before = pair.caller.progress().files().received();
        for (int second = 0; second < 5; second++) {
            pair.tick(1_000);
        }

        assertThat(pair.caller.progress().files().received() - before).isEqualTo(500_000);
    }

    @Test
    void whoAsksForMoreThanMayBeUnderWayIsSentAway_L1() {
        Pair pair = Pair.open(bali, jatim);
        pair.tick(1_000);
        byte[] ask = Frames.encode(new Frame.FileWant(manifest.file(), 0, ProtocolLimits.FILE_PIECE_BYTES_MAX));
        for (int i = 0; i < 17 && pair.calleeClosed == null; i++) {
            pair.calleeWithoutWork(new Event.Received(ask));
        }

        assertThat(pair.calleeClosed).extracting(Action.Close::code).isEqualTo(ByeCode.OVER_CREDIT);
    }

    @Test
    void aPieceNobodyAskedForEndsTheSession_L1() {
        Pair pair = Pair.open(bali, jatim);
        pair.tick(1_000);
        pair.caller(new Event.Received(Frames.encode(new Frame.FilePiece(manifest.file(), 0, new byte[] {1}))));

        assertThat(pair.callerClosed).extracting(Action.Close::code).isEqualTo(ByeCode.UNEXPECTED);
    }

    private static List<Frame.FilePiece> piecesOf(Pair pair) {
        return pair.byCallee.stream()
                .filter(Frame.FilePiece.class::isInstance)
                .map(Frame.FilePiece.class::cast)
                .toList();
    }

    private static List<Frame> notsOf(Pair pair) {
        return pair.byCallee.stream().filter(Frame.FileNot.class::isInstance).toList();
    }
}
