package id.jipp.ui.bench;

import id.jipp.core.innovation.InnovationQuery;
import id.jipp.core.innovation.Innovations;
import id.jipp.core.log.Entry;
import id.jipp.core.log.HubId;
import id.jipp.core.log.HubLog;
import id.jipp.core.log.NewEntry;
import id.jipp.core.log.StreamId;
import id.jipp.core.log.StreamName;
import id.jipp.core.peer.PeerHeads;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.springframework.context.ApplicationContext;

/**
 * Live changes, one after another: a record is confirmed in this process's hub, and the next waits until the other hub
 * has said that it holds it durably. Both keep their lists up meanwhile.
 */
final class LiveBench {
    private static final int CHANGES = 2_000;
    private static final int WARM_UP = 1_000;

    private final HubLog log;
    private final PeerHeads peerHeads;
    private final Innovations innovations;
    private final HubId other;

    LiveBench(ApplicationContext hub, HubId other) {
        this.log = hub.getBean(HubLog.class);
        this.peerHeads = hub.getBean(PeerHeads.class);
        this.innovations = hub.getBean(Innovations.class);
        this.other = other;
    }

    void run(Figures figures) throws InterruptedException {
        List<NewEntry> confirmations = confirmations();
        long[] sinceCommit = new long[CHANGES];
        long[] sinceAsked = new long[CHANGES];
        for (int i = -WARM_UP; i < CHANGES; i++) {
            long asked = System.nanoTime();
            NewEntry confirmation = confirmations.get(Math.floorMod(i, confirmations.size()));
            Entry entry = log.append(StreamName.PUBLIC, List.of(confirmation))
                    .getFirst()
                    .entry();
            long committed = System.nanoTime();
            awaitHeld(entry.stream(), entry.seq());
            if (i >= 0) {
                long held = System.nanoTime();
                sinceCommit[i] = held - committed;
                sinceAsked[i] = held - asked;
            }
        }
        figures.times("live change, committed here to acknowledged durable there", sinceCommit);
        figures.times("live change, with the commit here", sinceAsked);
    }

    private void awaitHeld(StreamId stream, long seq) throws InterruptedException {
        CountDownLatch held = new CountDownLatch(1);
        Runnable stop = peerHeads.onChange(peer -> {
            if (peerHeads.of(other, stream).seq() >= seq) {
                held.countDown();
            }
        });
        if (peerHeads.of(other, stream).seq() < seq) {
            Waiting.until(held, "the other hub holds a live change");
        }
        stop.run();
    }

    private List<NewEntry> confirmations() {
        InnovationQuery some =
                new InnovationQuery("", null, null, null, null, null, InnovationQuery.Sort.NEWEST, 0, 200);
        return innovations.list(some).items().stream()
                .map(innovation -> new NewEntry(
                        "innovation.confirmed",
                        1,
                        ("{\"id\":\"" + innovation.id() + "\"}").getBytes(StandardCharsets.UTF_8)))
                .toList();
    }
}
