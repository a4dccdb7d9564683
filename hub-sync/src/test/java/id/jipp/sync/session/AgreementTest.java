package id.jipp.sync.session;

import static org.assertj.core.api.Assertions.assertThat;

import id.jipp.core.log.HubId;
import id.jipp.sync.protocol.Frame;
import id.jipp.sync.protocol.Frames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What it costs two hubs to see that they hold the same. */
class AgreementTest {
    private static final int HEAD_BYTES_MAX = 64;

    private final Map<String, Set<HubId>> rooms = new HashMap<>();
    private final TestHub bali = new TestHub("bali", rooms, java.time.Clock.systemUTC(), 1);
    private final TestHub jatim = new TestHub("jatim", rooms, java.time.Clock.systemUTC(), 2);

    /** So many rooms and the public stream of bali; jatim has one of its own. */
    private void agree(int streams) {
        TestHub.link(bali, jatim);
        jatim.write("public", "satu");
        bali.write("public", "satu");
        for (int i = 2; i < streams; i++) {
            String room = "bali.k3v9x2m7q4hd%04d".formatted(i * 37 % 10_000);
            rooms.put(room, Set.of(bali.id, jatim.id));
            bali.write("room/" + room, "halo");
        }
        Pair before = Pair.open(bali, jatim);
        before.caller(new Event.Lost());
        before.callee(new Event.Lost());
        assertThat(jatim.log.heads()).isEqualTo(bali.log.heads());
        assertThat(jatim.log.heads().byStream()).hasSize(streams);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 200})
    void twoHubsThatAgreeAreDoneInOneRoundTrip(int streams) {
        agree(streams);

        Pair pair = Pair.open(bali, jatim);
        for (int second = 0; second < 10; second++) {
            pair.tick(1_000);
        }

        assertThat(pair.byCaller).filteredOn(compares()).singleElement().satisfies(have -> isShort(have, streams));
        assertThat(pair.byCallee).filteredOn(compares()).singleElement().satisfies(have -> isShort(have, streams));
        assertThat(pair.byCaller).noneMatch(carries());
        assertThat(pair.byCallee).noneMatch(carries());
        assertThat(pair.caller.progress().state()).isEqualTo(SyncSession.State.FOLLOWING);
        assertThat(pair.callee.progress().state()).isEqualTo(SyncSession.State.FOLLOWING);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 200})
    void whatTheyFollowFromThenOnIsAskedForOnceByWhoDidNotWriteIt(int streams) {
        agree(streams);

        Pair pair = Pair.open(bali, jatim);
        for (int second = 0; second < 10; second++) {
            pair.tick(1_000);
        }

        List<Frame> wants = Stream.concat(pair.byCaller.stream(), pair.byCallee.stream())
                .filter(Frame.Want.class::isInstance)
                .toList();
        assertThat(wants).hasSize(streams).doesNotHaveDuplicates();
        assertThat(wants).allSatisfy(want -> assertThat(Frames.encode(want)).hasSizeLessThanOrEqualTo(HEAD_BYTES_MAX));
    }

    private static void isShort(Frame have, int streams) {
        assertThat(Frames.encode(have)).hasSizeLessThanOrEqualTo(HEAD_BYTES_MAX * streams);
    }

    private static Predicate<Frame> compares() {
        return Frame.Have.class::isInstance;
    }

    /** Anything beyond the greeting, the comparison and what is followed. */
    private static Predicate<Frame> carries() {
        return frame -> switch (frame) {
            case Frame.Hello f -> false;
            case Frame.Welcome f -> false;
            case Frame.Proof f -> false;
            case Frame.Have f -> false;
            case Frame.Want f -> false;
            default -> true;
        };
    }
}
