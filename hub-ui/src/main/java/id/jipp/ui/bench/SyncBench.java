package id.jipp.ui.bench;

import id.jipp.core.innovation.Imports;
import id.jipp.core.log.HubId;
import id.jipp.core.log.HubLog;
import id.jipp.core.log.NewEntry;
import id.jipp.core.log.PlacedEntry;
import id.jipp.core.log.StreamId;
import id.jipp.core.log.StreamName;
import id.jipp.core.peer.PeerHeads;
import id.jipp.core.store.Documents;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Two hubs, each a process of its own, on loopback: a catch-up of 20,000 entries of about 1 KB, then single live
 * changes. Beside them what the machine allows in the same run: the log store, the document store, hashes, signatures,
 * a bare socket.
 */
final class SyncBench {
    private static final int ENTRIES = Integer.getInteger("bench.entries", 20_000);
    private static final int LIVE = 1_000;
    private static final int LIVE_WARM_UP = 200;
    private static final HubId A = new HubId("hub-a");
    private static final HubId B = new HubId("hub-b");
    private static final StreamId STREAM = new StreamId(A, StreamName.PUBLIC);
    private static final Pattern TOTAL = Pattern.compile("\"total\"\\s*:\\s*(\\d+)");

    private SyncBench() {}

    static void run(Figures figures, Path folder) throws Exception {
        Path folderA = folder.resolve("a");
        Path folderB = folder.resolve("b");
        int portB = BenchHub.freePort();
        Process b = null;
        try (ConfigurableApplicationContext a = BenchHub.inThisProcess(A.value(), folderA, BenchHub.freePort())) {
            Limits.measure(figures, folder.resolve("limits"), a.getBean(Documents.Store.class));
            BenchHub.fill(a.getBean(Imports.class), A, ENTRIES, new SplittableRandom(20231102));
            b = BenchHub.inItsOwn(B.value(), folderB, portB);
            waitFor(() -> Files.exists(folderB.resolve(B.value()).resolve("ready")), "hub B answers");
            catchUp(figures, a, folderA, folderB, portB);
            figures.add("memory of the receiving hub", residentMegabytes(b), "MB");
            live(figures, a);
        } finally {
            if (b != null) {
                b.destroy();
                b.waitFor(20, TimeUnit.SECONDS);
            }
        }
        figures.ratio("catch-up to the log store", "catch-up until in the log", "limit: log store, groups of 256");
        figures.ratio(
                "catch-up to the document store", "catch-up until in the lists", "limit: document store, insertMany");
    }

    private static void catchUp(
            Figures figures, ConfigurableApplicationContext a, Path folderA, Path folderB, int portB) throws Exception {
        PeerHeads peerHeads = a.getBean(PeerHeads.class);
        long target = a.getBean(HubLog.class).head(STREAM).seq();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch held = new CountDownLatch(1);
        Runnable stop = peerHeads.onChange(peer -> {
            begun.countDown();
            if (peerHeads.of(B, STREAM).seq() >= target) {
                held.countDown();
            }
        });
        introduce(folderA, folderB);
        begun.await();
        long start = System.nanoTime();
        await(held, "hub B holds everything");
        double seconds = (System.nanoTime() - start) / 1e9;
        stop.run();
        waitFor(() -> totalAt(portB) >= target, "hub B lists everything");
        double secondsVisible = (System.nanoTime() - start) / 1e9;
        figures.add("catch-up", target, "entries");
        figures.add("catch-up until in the log", target / seconds, "entries/s");
        figures.add("catch-up until in the lists", target / secondsVisible, "entries/s");
    }

    /** Each finds the other's card in its own demo folder; from now on they call each other. */
    private static void introduce(Path folderA, Path folderB) throws IOException {
        copyCard(folderA, folderB, A);
        copyCard(folderB, folderA, B);
    }

    private static void copyCard(Path from, Path to, HubId hub) throws IOException {
        Files.createDirectories(to.resolve(hub.value()));
        Files.copy(
                from.resolve(hub.value()).resolve("card"),
                to.resolve(hub.value()).resolve("card"),
                StandardCopyOption.REPLACE_EXISTING);
    }

    private static void live(Figures figures, ConfigurableApplicationContext a) throws Exception {
        HubLog log = a.getBean(HubLog.class);
        PeerHeads peerHeads = a.getBean(PeerHeads.class);
        byte[] content = "{\"bench\":true}".getBytes(StandardCharsets.UTF_8);
        long[] nanos = new long[LIVE];
        for (int i = -LIVE_WARM_UP; i < LIVE; i++) {
            PlacedEntry placed = log.append(StreamName.PUBLIC, List.of(new NewEntry("bench.tick", 1, content)))
                    .getFirst();
            long committed = System.nanoTime();
            CountDownLatch held = new CountDownLatch(1);
            Runnable stop = peerHeads.onChange(peer -> {
                if (peerHeads.of(B, STREAM).seq() >= placed.entry().seq()) {
                    held.countDown();
                }
            });
            if (peerHeads.of(B, STREAM).seq() < placed.entry().seq()) {
                await(held, "hub B holds a live change");
            }
            if (i >= 0) {
                nanos[i] = System.nanoTime() - committed;
            }
            stop.run();
        }
        figures.times("live change, committed to acknowledged durable", nanos);
    }

    private static long totalAt(int port) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/api/v1/innovations?size=1&hub=" + A))
                .build();
        String body = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
        Matcher total = TOTAL.matcher(body);
        return total.find() ? Long.parseLong(total.group(1)) : 0;
    }

    private static double residentMegabytes(Process process) throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.exists(status)) {
            return Double.NaN;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1_000)
                .findFirst()
                .orElse(Double.NaN);
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void waitFor(Condition condition, String what) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
        while (!condition.holds()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Within 5 minutes it did not come to this: " + what);
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static void await(CountDownLatch latch, String what) throws InterruptedException {
        if (!latch.await(5, TimeUnit.MINUTES)) {
            throw new IllegalStateException("Within 5 minutes it did not come to this: " + what);
        }
    }
}
