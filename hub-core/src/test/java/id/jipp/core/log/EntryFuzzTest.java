package id.jipp.core.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** More on demand: {@code -Dfuzz.rounds=10000000}; another beginning: {@code -Dfuzz.seed=8}. */
class EntryFuzzTest {
    private static final long SEED = Long.getLong("fuzz.seed", 7);
    private static final int ROUNDS = Integer.getInteger("fuzz.rounds", 50_000);

    private final List<Entry> real = real();

    @Test
    @DisplayName("S1, S4: whatever comes as a header has exactly its one form, or is refused")
    void headers() {
        int[] right = {0};
        fuzz(real.stream().map(Entry::headerBytes).toList(), bytes -> {
            try {
                EntryHeader header = EntryCodec.decode(bytes);
                assertThat(EntryCodec.encode(header)).isEqualTo(bytes);
                right[0]++;
            } catch (MalformedEntry refused) {
                assertThat(refused).hasMessageNotContaining("\n");
            }
        });
        assertThat(right[0]).isPositive();
    }

    @Test
    @DisplayName("C3: whatever lies on disk in a record's place is the record that was written, or is found out")
    void records() {
        List<byte[]> written = real.stream().map(EntryRecord::bytes).toList();
        fuzz(written, bytes -> {
            try {
                Entry read = EntryRecord.read(bytes);
                assertThat(written)
                        .anySatisfy(one -> assertThat(EntryRecord.bytes(read)).isEqualTo(one));
            } catch (EntryRecord.DamagedRecord found) {
                assertThat(found).hasMessageNotContaining("\n");
            }
        });
    }

    @Test
    @DisplayName("C3: whatever lies on disk in a proof's place is a proof, or is found out")
    void proofs() {
        List<Entry> ours = List.of(real.getFirst());
        List<Entry> theirs = List.of(real.getLast().erased());
        StreamId stream = real.getFirst().stream();
        fuzz(List.of(ForkRecord.bytes(new Fork(stream, 1, ours, theirs))), bytes -> {
            try {
                ForkRecord.read(stream, bytes);
            } catch (EntryRecord.DamagedRecord found) {
                assertThat(found).hasMessageNotContaining("\n");
            }
        });
    }

    private static void fuzz(List<byte[]> real, Consumer<byte[]> read) {
        Mutator mutator = new Mutator(new Random(SEED), real);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = mutator.next();
            try {
                read.accept(bytes);
            } catch (RuntimeException | Error wrong) {
                throw new AssertionError(
                        "Seed " + SEED + ", round " + round + ": "
                                + HexFormat.of().formatHex(bytes),
                        wrong);
            }
        }
    }

    private static List<Entry> real() {
        InMemoryHubLog log =
                new InMemoryHubLog(HubLogContract.JATIM, HubLogContract.KEYS, HubLogContract.CLOCK, new Random(1));
        List<Entry> entries = new ArrayList<>();
        for (String name : List.of("public", "room/bali.k3v9x2m7q4hd8f0c", "to/bali")) {
            List<NewEntry> news = List.of(
                    new NewEntry("test.happened", 1, "satu".getBytes(StandardCharsets.UTF_8)),
                    new NewEntry("innovation.published", 65_535, new byte[0]));
            log.append(new StreamName(name), news).forEach(placed -> entries.add(placed.entry()));
        }
        return entries;
    }
}
