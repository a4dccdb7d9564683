package id.jipp.sync.session;

import static org.assertj.core.api.Assertions.assertThat;

import id.jipp.core.log.Entry;
import id.jipp.core.log.Epochs;
import id.jipp.core.log.Erased;
import id.jipp.core.log.Fork;
import id.jipp.core.log.NewEntry;
import id.jipp.core.log.StreamId;
import id.jipp.core.log.StreamName;
import id.jipp.sync.protocol.ByeCode;
import id.jipp.sync.protocol.Frame;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is erased stays erased over every way, a key on two machines is found and lived with, versions get on. */
class TrustTest {
    private static final StreamName SECOND = new StreamName("public~2");

    private final TestHub bali = TestHub.of("bali");
    private final TestHub jatim = TestHub.of("jatim");
    private final TestHub papua = TestHub.of("papua");
    private final StreamId first = bali.stream("public");
    private final StreamId second = new StreamId(bali.id, SECOND);

    @BeforeEach
    void link() {
        TestHub.link(bali, jatim);
        TestHub.link(jatim, papua);
        TestHub.link(bali, papua);
    }

    @Test
    void anErasureTravelsAndARelayGivesOnTheHeaderAlone() {
        bali.write("public", "satu", "nomor telepon", "tiga");
        Pair line = Pair.open(bali, jatim);
        bali.log.append(StreamName.PUBLIC, List.of(new Erased(StreamName.PUBLIC, List.of(2L), "person").entry()));
        line.added();

        close(line);
        Pair relay = meet(jatim, papua);

        assertThat(contents(papua, first)).containsExactly("satu", "-", "tiga", "erased");
        assertThat(relay.rawByCaller)
                .noneMatch(frame -> new String(frame, StandardCharsets.ISO_8859_1).contains("nomor telepon"));
        assertThat(jatim.heads.of(papua.id, first)).isEqualTo(bali.log.head(first));
    }

    @Test
    @DisplayName("F2: a relay that has not heard of the erasure brings back nothing")
    void aRelayThatIsBehindBringsBackNothing() {
        bali.write("public", "nomor telepon");
        meet(bali, jatim);
        bali.log.append(StreamName.PUBLIC, List.of(new Erased(StreamName.PUBLIC, List.of(1L), "person").entry()));
        bali.write("public", "dua");
        meet(bali, papua);

        meet(jatim, papua);

        assertThat(contents(papua, first)).containsExactly("-", "erased", "dua");
        assertThat(contents(jatim, first)).containsExactly("-", "erased", "dua");
    }

    @Test
    @DisplayName("C9, F1: a key on two machines is found at the first contact, and a new epoch brings all together")
    void aCopiedKeyIsFoundAndLivedWith() {
        bali.write("public", "sebelum");
        meet(bali, jatim);

        aKeyIsCopied();

        for (TestHub hub : List.of(bali, jatim, papua)) {
            assertThat(Epochs.current(hub.log, first)).isEqualTo(second);
            assertThat(contents(hub, second)).containsExactly("epoch", "sebelum", "mesin satu", "sesudah");
        }
        assertThat(contents(papua, first)).as("evidence stays").containsExactly("sebelum", "mesin dua");
    }

    /** Two machines write, two hubs find out, the operator begins a new epoch. */
    private void aKeyIsCopied() {
        TestHub twin = bali.twin();
        bali.write("public", "mesin satu");
        twin.write("public", "mesin dua");
        meet(bali, jatim);
        meet(twin, papua);

        meet(jatim, papua);
        assertThat(jatim.log.forks()).extracting(Fork::stream).containsExactly(first);
        assertThat(papua.log.forks()).extracting(Fork::stream).containsExactly(first);
        meet(bali, jatim);
        assertThat(Epochs.standingStill(bali.log, bali.id)).containsExactly(StreamName.PUBLIC);

        Epochs.begin(bali.log, bali.id, StreamName.PUBLIC, said -> {});
        bali.write("public", "sesudah");
        meet(bali, jatim);
        meet(jatim, papua);
    }

    @Test
    @DisplayName("C8: a backup from before the new epoch deletes nothing elsewhere and goes on in the epoch")
    void anOldBackupComesToTheNewEpoch() {
        bali.write("public", "sebelum");
        TestHub old = bali.twin();
        meet(bali, jatim);
        aKeyIsCopied();

        meet(old, jatim);

        assertThat(old.log.head(second)).isEqualTo(jatim.log.head(second));
        assertThat(contents(jatim, second)).containsExactly("epoch", "sebelum", "mesin satu", "sesudah");
        old.write("public", "lagi");
        assertThat(contents(old, second)).containsExactly("epoch", "sebelum", "mesin satu", "sesudah", "lagi");
    }

    @Test
    @DisplayName("X3: a peer of 1.0 is told of first epochs only, and follows them")
    void aPeerOfTheVersionBeforeHearsNothingOfEpochs() {
        bali.write("public", "sebelum");
        meet(bali, jatim);
        aKeyIsCopied();
        TestHub aceh = TestHub.of("aceh");
        TestHub.link(jatim, aceh);
        aceh.knows(bali);
        aceh.limits = aceh.limits.speaking(0);

        Pair called = Pair.open(aceh, jatim);

        assertThat(called.callerClosed).isNull();
        assertThat(aceh.log.head(first).seq()).isEqualTo(2);
        assertThat(aceh.log.head(second).seq()).isZero();
        assertThat(called.byCallee)
                .noneMatch(frame -> frame instanceof Frame.Have have
                        && have.heads().keySet().stream()
                                .anyMatch(stream -> stream.name().epoch() > 1));
        jatim.write("public", "halo");
        called.added();
        assertThat(aceh.log.head(jatim.stream("public")).seq()).isEqualTo(1);
        close(called);
        Pair calling = Pair.open(jatim, aceh);
        assertThat(calling.callerClosed).isNull();
        assertThat(aceh.log.head(second).seq()).isZero();
    }

    @Test
    @DisplayName("X3: versions n-1, n and n+1 meet in the highest both speak, whoever calls")
    void versionsMeet() {
        for (int other : new int[] {0, 1, 2}) {
            jatim.limits = SessionLimits.STANDARD.speaking(other);
            for (Pair pair : List.of(Pair.open(bali, jatim), Pair.open(jatim, bali))) {
                assertThat(pair.callerClosed).isNull();
                assertThat(pair.byCallee.getFirst())
                        .isInstanceOfSatisfying(
                                Frame.Welcome.class,
                                welcome -> assertThat(welcome.minor()).isEqualTo(Math.min(1, other)));
            }
        }
        assertThat(ByeCode.VERSION.isBlame()).isFalse();
    }

    @Test
    @DisplayName("X3: a kind nobody on the way knows is kept by the relay and comes out as it went in")
    void anUnknownKindPassesARelay() {
        bali.log.append(StreamName.PUBLIC, List.of(new NewEntry("from.the.future", 7, bytes("besok"))));
        meet(bali, jatim);
        meet(jatim, papua);

        Entry sent = bali.log.read(first, 0, 1, 9_999).getFirst();
        Entry came = papua.log.read(first, 0, 1, 9_999).getFirst();
        assertThat(came.headerBytes()).isEqualTo(sent.headerBytes());
        assertThat(came.payload()).isEqualTo(sent.payload());
        assertThat(came.header().kindVersion()).isEqualTo(7);
    }

    /** One contact, from the first word to the end of the line. */
    private static Pair meet(TestHub caller, TestHub callee) {
        Pair pair = Pair.open(caller, callee);
        pair.tick(1_000);
        close(pair);
        return pair;
    }

    private static void close(Pair pair) {
        pair.caller(new Event.Lost());
        pair.callee(new Event.Lost());
    }

    private static List<String> contents(TestHub hub, StreamId stream) {
        return hub.log.read(stream, 0, 100, 1_000_000).stream()
                .map(entry -> entry.header().kind().startsWith("log.")
                        ? entry.header().kind().substring(4)
                        : entry.content() == null ? "-" : new String(entry.content(), StandardCharsets.UTF_8))
                .toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
