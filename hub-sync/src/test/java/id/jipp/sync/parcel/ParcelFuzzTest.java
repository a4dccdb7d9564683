package id.jipp.sync.parcel;

import static org.assertj.core.api.Assertions.assertThat;

import id.jipp.core.log.LogVerifier;
import id.jipp.core.log.Mutator;
import id.jipp.core.outcome.Outcome;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** More on demand: {@code -Dfuzz.rounds=1000000}; another beginning: {@code -Dfuzz.seed=8}. */
class ParcelFuzzTest {
    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final long ALLOCATED_MAX = 512 * 1024;
    private static final long ALLOCATED_PER_BYTE_MAX = 128;

    private int whole;
    private int stopped;
    private int refused;

    @Test
    @DisplayName("S1, L1: whatever bytes come, only what is right is taken, and nothing is allocated by a claimed size")
    void whateverComesOnlyWhatIsRightIsTaken() {
        long seed = Long.getLong("fuzz.seed", 7);
        Random random = new Random(seed);
        List<byte[]> real = List.copyOf(RealParcels.byName().values());
        // What the program makes once, at its first parcel, is no part of any parcel.
        real.forEach(parcel -> RealParcels.receiver().takes(parcel));
        Mutator mutator = new Mutator(random, real);
        for (int round = 0; round < Integer.getInteger("fuzz.rounds", 2_500); round++) {
            byte[] bytes = round % 2 == 0 ? mutator.next() : withRightChecks(random, real);
            take(bytes, "round " + round + " of seed " + seed);
        }
        assertThat(stopped).as("parcels that broke off").isGreaterThan(200);
        assertThat(refused).isGreaterThan(200);
        assertThat(whole).isGreaterThan(30);
    }

    private void take(byte[] bytes, String which) {
        Courier jatim = RealParcels.receiver();
        long before = THREADS.getCurrentThreadAllocatedBytes();
        Outcome<ParcelTaken> outcome;
        try {
            outcome = jatim.takes(bytes);
        } catch (RuntimeException | Error wrong) {
            throw new AssertionError(which + ": " + HexFormat.of().formatHex(bytes), wrong);
        }
        assertThat(THREADS.getCurrentThreadAllocatedBytes() - before)
                .as("bytes allocated in %s", which)
                .isLessThan(ALLOCATED_MAX + ALLOCATED_PER_BYTE_MAX * bytes.length);
        switch (outcome) {
            case Outcome.Refused<ParcelTaken> no -> {
                refused++;
                assertThat(jatim.hub.log.heads().byStream()).as(which).isEmpty();
            }
            case Outcome.Done<ParcelTaken> done when done.value().stopped() == null -> whole++;
            case Outcome.Done<ParcelTaken> done -> stopped++;
        }
        assertThat(LogVerifier.verify(jatim.hub.log, jatim.hub.peers).problems())
                .as(which)
                .isEmpty();
    }

    /** Records of real parcels with a part of one changed, doubled, left out or moved, and every checksum right. */
    private static byte[] withRightChecks(Random random, List<byte[]> real) {
        byte[] parcel = real.get(random.nextInt(real.size()));
        List<byte[]> records = records(parcel);
        int at = random.nextInt(records.size());
        switch (random.nextInt(5)) {
            case 0 -> records.add(at, records.get(random.nextInt(records.size())));
            case 1 -> records.remove(at);
            case 2 -> records.add(random.nextInt(records.size()), records.remove(at));
            case 3 -> {
                List<byte[]> others = records(real.get(random.nextInt(real.size())));
                records.set(at, others.get(random.nextInt(others.size())));
            }
            default -> records.set(at, changed(records.get(at), random));
        }
        ByteBuffer out = ByteBuffer.allocate(2 * parcel.length + 1_000_000);
        out.put(parcel, 0, 9);
        records.forEach(out::put);
        byte[] all = new byte[out.position()];
        out.flip().get(all);
        return all;
    }

    private static byte[] changed(byte[] record, Random random) {
        byte[] content = java.util.Arrays.copyOfRange(record, 5, record.length - 4);
        byte[] next = new Mutator(random, List.of(content.length == 0 ? new byte[1] : content)).next();
        ByteBuffer out = ByteBuffer.allocate(next.length + 9)
                .put(record[0])
                .putInt(next.length)
                .put(next);
        CRC32C check = new CRC32C();
        check.update(out.array(), 0, next.length + 5);
        return out.putInt((int) check.getValue()).array();
    }

    private static List<byte[]> records(byte[] parcel) {
        List<byte[]> records = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(parcel).position(9);
        while (in.hasRemaining()) {
            byte[] record = new byte[in.getInt(in.position() + 1) + 9];
            in.get(record);
            records.add(record);
        }
        return records;
    }
}
