package id.jipp.ui.bench;

import id.jipp.core.identity.HubIdentity;
import id.jipp.core.log.Ed25519;
import id.jipp.core.log.Hash;
import id.jipp.core.log.HubId;
import id.jipp.core.log.HubLog;
import id.jipp.core.log.MvHubLog;
import id.jipp.core.log.NewEntry;
import id.jipp.core.log.StreamName;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/** What the pieces below sync allow on this machine, in this run: warm, the middle one of five rounds. */
final class Limits {
    private static final int ROUNDS = 5;
    private static final int GROUP = 256;
    private static final int GROUPS = 80;
    private static final int SINGLES = 1_000;
    private static final int SIGNATURES = 3_000;
    private static final int HASHES = 200_000;
    private static final int KILOBYTE = 1_024;

    /** Of so many entries of a catch-up one is signed. */
    private static final int ENTRIES_PER_SIGNATURE = 64;

    private static final String LOG = "limit: log store, groups of " + GROUP;
    private static final String LOG_ONE = "limit: log store, one append";
    private static final String DOCUMENTS = "limit: document store, insertMany";
    private static final String HASH = "limit: hashes of 1 KB";
    private static final String VERIFY = "limit: signatures checked";
    private static final String LINE = "limit: bare WebSocket";
    private static final String ROUND_TRIP = "limit: bare WebSocket, there and back";

    private Limits() {}

    interface Round {
        /** @return how many a second */
        double run();
    }

    static void measure(Figures figures, Path folder) {
        logStore(figures, folder.resolve("log"));
        documentStore(figures, folder);
        hashesAndSignatures(figures);
        BareSocket.measure(figures, LINE, ROUND_TRIP);
    }

    /** What a catch-up and a live change reached of these. */
    static void compare(Figures figures) {
        double smallest = Math.min(
                Math.min(figures.value(LOG), figures.value(HASH)),
                Math.min(figures.value(VERIFY) * ENTRIES_PER_SIGNATURE, figures.value(LINE) * 1e6 / KILOBYTE));
        figures.add("smallest limit of a catch-up into the log", smallest, "entries/s");
        figures.ratio(
                "catch-up into the log to its limit",
                "catch-up until in the log",
                "smallest limit of a catch-up into the log");
        figures.ratio("catch-up into the lists to its limit", "catch-up until in the lists", DOCUMENTS);
        figures.add(
                "limit: live change, one append and one way there and back",
                figures.value(LOG_ONE + " p50") + figures.value(ROUND_TRIP + " p50"),
                "ms");
        figures.ratio(
                "live change to its limit",
                "live change, committed here to acknowledged durable there p50",
                "limit: live change, one append and one way there and back");
    }

    private static void logStore(Figures figures, Path folder) {
        HubIdentity identity = HubIdentity.ofSeed(new HubId("ukur"), new byte[32]);
        byte[] content = new byte[KILOBYTE];
        new SplittableRandom(7).nextBytes(content);
        NewEntry entry = new NewEntry("bench.tick", 1, content);
        List<NewEntry> group = Collections.nCopies(GROUP, entry);
        try (HubLog log = MvHubLog.open(folder, identity, hub -> identity.publicKey(), Clock.systemUTC())) {
            add(figures, LOG, "entries/s", () -> {
                long start = System.nanoTime();
                for (int i = 0; i < GROUPS; i++) {
                    log.append(StreamName.PUBLIC, group);
                }
                return GROUPS * GROUP / seconds(start);
            });
            long[] nanos = new long[SINGLES];
            for (int i = -SINGLES; i < SINGLES; i++) {
                long start = System.nanoTime();
                log.append(StreamName.PUBLIC, List.of(entry));
                nanos[Math.max(0, i)] = System.nanoTime() - start;
            }
            figures.times(LOG_ONE, nanos);
        }
    }

    private static void documentStore(Figures figures, Path folder) {
        try (BareDocuments documents = BareDocuments.in(folder.resolve("store"))) {
            add(figures, DOCUMENTS, "documents/s", documents::insertsPerSecond);
        }
    }

    private static void hashesAndSignatures(Figures figures) {
        HubIdentity identity = HubIdentity.ofSeed(new HubId("ukur"), new byte[32]);
        byte[] block = new byte[KILOBYTE];
        add(figures, HASH, "hashes/s", () -> {
            long start = System.nanoTime();
            for (int i = 0; i < HASHES; i++) {
                block[0] = (byte) Hash.sha256(block).hashCode();
            }
            return HASHES / seconds(start);
        });
        add(figures, "limit: signatures made", "signatures/s", () -> {
            long start = System.nanoTime();
            for (int i = 0; i < SIGNATURES; i++) {
                block[0] = identity.sign(block)[0];
            }
            return SIGNATURES / seconds(start);
        });
        byte[] signature = identity.sign(block);
        add(figures, VERIFY, "signatures/s", () -> {
            long start = System.nanoTime();
            for (int i = 0; i < SIGNATURES; i++) {
                if (!Ed25519.verifies(identity.publicKey(), block, signature)) {
                    throw new IllegalStateException("A signature of ours does not verify");
                }
            }
            return SIGNATURES / seconds(start);
        });
    }

    private static void add(Figures figures, String name, String unit, Round round) {
        figures.add(name, middle(round), unit);
    }

    /** The middle one of the rounds, after one to warm up. */
    static double middle(Round round) {
        round.run();
        double[] found = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            found[i] = round.run();
        }
        Arrays.sort(found);
        return found[ROUNDS / 2];
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
