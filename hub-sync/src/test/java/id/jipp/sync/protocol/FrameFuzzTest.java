package id.jipp.sync.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.jipp.core.log.Mutator;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** More on demand: {@code -Dfuzz.rounds=10000000}; another beginning: {@code -Dfuzz.seed=8}. */
class FrameFuzzTest {
    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final long ALLOCATED_MAX = 128 * 1024;
    private static final long ALLOCATED_PER_BYTE_MAX = 64;

    @Test
    @DisplayName(
            "S4, F4, L1: whatever comes, it is a frame or it is refused, and nothing is allocated by a claimed size")
    void whateverComesIsAFrameOrRefused() {
        long seed = Long.getLong("fuzz.seed", 7);
        List<byte[]> real = Stream.of(RealFrames.byName(), RealFrames.filesByName(), RealFrames.glimpsesByName())
                .flatMap(frames -> frames.values().stream())
                .map(Frames::encode)
                .toList();
        Mutator mutator = new Mutator(new Random(seed), real);
        int frames = 0;
        int refused = 0;
        for (int round = 0; round < Integer.getInteger("fuzz.rounds", 200_000); round++) {
            byte[] bytes = mutator.next();
            long before = THREADS.getCurrentThreadAllocatedBytes();
            try {
                Frame frame = Frames.decode(ByteBuffer.wrap(bytes));
                if (!(frame instanceof Frame.Skipped)) {
                    Frames.decode(ByteBuffer.wrap(Frames.encode(frame)));
                    frames++;
                }
            } catch (FrameViolation violation) {
                refused++;
            } catch (RuntimeException | Error wrong) {
                throw new AssertionError(
                        "Seed " + seed + ", round " + round + ": "
                                + HexFormat.of().formatHex(bytes),
                        wrong);
            }
            assertThat(THREADS.getCurrentThreadAllocatedBytes() - before)
                    .as("bytes allocated for round %d of seed %d", round, seed)
                    .isLessThan(ALLOCATED_MAX + ALLOCATED_PER_BYTE_MAX * bytes.length);
        }
        assertThat(frames).as("frames that were still right").isGreaterThan(1_000);
        assertThat(refused).isGreaterThan(1_000);
    }

    @ParameterizedTest
    @DisplayName("L1: a size that is claimed and not there is refused before anything is made for it")
    @ValueSource(
            strings = {
                "10 00 ffff", // 65,535 heads
                "12 0b 62616c693a7075626c6963 ffff", // 65,535 entries
                "12 0b 62616c693a7075626c6963 03e8", // 1,000 entries, none there
                "12 0b 62616c693a7075626c6963 0001 01 ffff", // a header of 65,535 bytes
                "12 0b 62616c693a7075626c6963 0001 00 0001 00 7fffffff", // a payload of 2 GiB
                "81 0b 62616c693a7075626c6963 01 ff", // a proof of 255 entries
                "86 1f 62616c693a726f6f6d2f62616c692e6b33763978326d37713468643866306300 0033", // a glimpse of 51
                "86 0b 62616c693a7075626c6963 0001", // a glimpse of what is no room
                "80 04 62616c69 ffff", // an ephemeral of 65,535 bytes
                "05 ff", // a text of 255 bytes
                "11 0b 62616c693a7075626c6963 ffffffffffff", // a number of seven bytes
                "11 0b 62616c693a7075626c6963 8000 00000000 00000000", // a number in a longer form
                "11 0b 62616c693a7075626c6963 01 ffffffff 00000000", // a window of 2^32 - 1
                "7f", // a kind that may not be skipped
                "" // nothing
            })
    void aClaimedSizeThatIsNotThereIsRefused(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));

        assertThatThrownBy(() -> Frames.decode(ByteBuffer.wrap(bytes))).isInstanceOf(FrameViolation.class);
    }

    @Test
    @DisplayName("L1: a frame over the limit is refused unread")
    void aFrameOverTheLimitIsRefused() {
        ByteBuffer bytes =
                ByteBuffer.allocate(ProtocolLimits.FRAME_BYTES_MAX + 1).put(0, (byte) 0x80);

        assertThatThrownBy(() -> Frames.decode(bytes)).isInstanceOf(FrameViolation.class);
    }
}
