package id.jipp.ui.bench;

import id.jipp.core.innovation.ImportReport;
import id.jipp.core.innovation.Imports;
import id.jipp.core.log.HubLog;
import id.jipp.core.log.StreamId;
import id.jipp.core.log.StreamName;
import id.jipp.core.peer.Peer;
import id.jipp.core.peer.PeerHeads;
import id.jipp.core.peer.Peers;
import id.jipp.core.person.Person;
import id.jipp.core.person.PersonId;
import id.jipp.core.person.Role;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Two hubs over loopback: this process is one of them, the other is a process of its own. The link is paused while the
 * first takes records in, and resumed to measure how they come over; then single live changes. Beside them what the
 * machine allows in the same run.
 */
final class SyncBench implements AutoCloseable {
    private static final int WARM_UP = 5_000;
    private static final int ROUNDS = 3;

    private final Figures figures;
    private final BenchHub hubA;
    private final BenchHub hubB;
    private final ConfigurableApplicationContext a;
    private final Client clientB;
    private final Person coordinator;
    private final SplittableRandom random = new SplittableRandom(20231102);
    private int made;

    private SyncBench(Figures figures, BenchHub hubA, BenchHub hubB) {
        this.figures = figures;
        this.hubA = hubA;
        this.hubB = hubB;
        this.a = hubA.inThisProcess();
        this.clientB = new Client(hubB);
        this.coordinator =
                new Person(new PersonId(hubA.id(), "koordinator"), "Koordinator", "", Set.of(Role.COORDINATOR));
    }

    static void run(Figures figures, Path folder, int entries) throws Exception {
        Limits.measure(figures, folder.resolve("limits"));
        BenchHub hubA = new BenchHub("hub-a", folder);
        try (BenchHub hubB = new BenchHub("hub-b", folder)) {
            hubB.link(hubA.asPeer(false));
            hubB.start();
            try (SyncBench bench = new SyncBench(figures, hubA, hubB)) {
                bench.catchUps(entries);
                new LiveBench(bench.a, hubB.id()).run(figures);
                figures.add("memory of the receiving hub", hubB.memory("VmRSS"), "MB");
            }
        }
        Limits.compare(figures);
    }

    private void catchUps(int entries) throws Exception {
        fill(WARM_UP);
        catchUp(() -> a.getBean(Peers.class).link(hubB.asPeer(true)));
        double[] durable = new double[ROUNDS];
        double[] visible = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            move(Peer.State.PAUSED);
            fill(entries);
            CatchUp came = catchUp(() -> move(Peer.State.LINKED));
            durable[round] = entries / came.durableSeconds();
            visible[round] = entries / came.visibleSeconds();
        }
        figures.add("catch-up", entries, "entries");
        figures.median("catch-up until in the log", durable, "entries/s");
        figures.median("catch-up until in the lists", visible, "entries/s");
    }

    /** From the moment the other hub has said what it holds. */
    private record CatchUp(double durableSeconds, double visibleSeconds) {}

    private CatchUp catchUp(Runnable resume) throws Exception {
        PeerHeads peerHeads = a.getBean(PeerHeads.class);
        StreamId stream = new StreamId(hubA.id(), StreamName.PUBLIC);
        long target = a.getBean(HubLog.class).head(stream).seq();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch held = new CountDownLatch(1);
        Runnable stop = peerHeads.onChange(peer -> {
            begun.countDown();
            if (peerHeads.of(hubB.id(), stream).seq() >= target) {
                held.countDown();
            }
        });
        resume.run();
        Waiting.until(begun, "hub B says what it holds");
        long start = System.nanoTime();
        Waiting.until(held, "hub B holds everything");
        double durable = (System.nanoTime() - start) / 1e9;
        stop.run();
        Waiting.until(() -> clientB.total(hubA.id().value()) >= made, "hub B lists everything");
        return new CatchUp(durable, (System.nanoTime() - start) / 1e9);
    }

    private void fill(int count) throws Exception {
        MadeUpTable.each(made, made + count, random, table -> {
            ImportReport report = a.getBean(Imports.class)
                    .run("ukur.csv", new ByteArrayInputStream(table), coordinator)
                    .orThrow();
            return report.added();
        });
        made += count;
    }

    private void move(Peer.State state) {
        a.getBean(Peers.class).move(hubB.id(), state, coordinator).orThrow();
    }

    @Override
    public void close() {
        a.close();
    }
}
