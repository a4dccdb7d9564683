package id.jipp.core.log;

import id.jipp.core.identity.HubIdentity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Measures the durable log with payloads of 500 bytes; run by hand. */
public final class LogFigures {
    private static final HubIdentity BALI = HubIdentity.ofSeed(new HubId("bali"), new byte[32]);
    private static final HubIdentity JATIM = HubIdentity.ofSeed(new HubId("jatim"), new byte[] {
        1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
    });
    private static final AuthorKeys KEYS = hub -> hub.equals(BALI.hub()) ? BALI.publicKey() : JATIM.publicKey();
    private static final StreamId STREAM = new StreamId(BALI.hub(), StreamName.PUBLIC);

    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory("log-figures");
        try (HubLog log = MvHubLog.open(folder.resolve("a"), BALI, KEYS, Clock.systemUTC());
                HubLog other = MvHubLog.open(folder.resolve("b"), JATIM, KEYS, Clock.systemUTC())) {
            IntStream.range(0, 1_000).forEach(i -> log.append(StreamName.PUBLIC, news(1)));
            timed(
                    "append one by one",
                    3_000,
                    () -> IntStream.range(0, 3_000).forEach(i -> log.append(StreamName.PUBLIC, news(1))));
            timed("append one by one, 64 at a time", 50_000, () -> {
                try (var pool = Executors.newFixedThreadPool(64)) {
                    IntStream.range(0, 50_000).forEach(i -> pool.submit(() -> log.append(StreamName.PUBLIC, news(1))));
                }
            });
            timed(
                    "append in batches of 500",
                    100_000,
                    () -> IntStream.range(0, 200).forEach(i -> log.append(StreamName.PUBLIC, news(500))));
            long[] after = {0};
            List<List<Entry>> ranges = new ArrayList<>();
            timed("read in ranges of 500", 150_000, () -> {
                for (List<Entry> range = log.read(STREAM, 0, 500, 4 << 20);
                        !range.isEmpty();
                        range = log.read(STREAM, after[0], 500, 4 << 20)) {
                    ranges.add(range);
                    after[0] = range.getLast().seq();
                }
            });
            timed(
                    "accept ranges of 500",
                    150_000,
                    () -> ranges.forEach(range -> other.accept(new EntryRange(STREAM, range))));
            timed("read by position", 150_000, () -> {
                Position at = Position.START;
                while (other.last().isAfter(at)) {
                    at = other.readFrom(at, 1_000).getLast().position();
                }
            });
            timed("verify", 150_000, () -> LogVerifier.verify(other, KEYS));
        }
        System.out.printf("files: %d MB, %d MB%n", size(folder.resolve("a")), size(folder.resolve("b")));
        long start = System.nanoTime();
        MvHubLog.open(folder.resolve("a"), BALI, KEYS, Clock.systemUTC()).close();
        System.out.printf("open and close: %d ms%n", (System.nanoTime() - start) / 1_000_000);
    }

    private static long size(Path folder) throws Exception {
        return Files.size(folder.resolve("log.mv")) >> 20;
    }

    private static List<NewEntry> news(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new NewEntry("test.happened", 1, new byte[500]))
                .toList();
    }

    private static void timed(String what, int count, Runnable work) {
        long start = System.nanoTime();
        work.run();
        System.out.printf("%s: %,.0f /s%n", what, count * 1e9 / (System.nanoTime() - start));
    }
}
