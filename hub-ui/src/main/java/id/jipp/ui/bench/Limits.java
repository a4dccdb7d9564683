package id.jipp.ui.bench;

import id.jipp.core.identity.HubIdentity;
import id.jipp.core.log.Ed25519;
import id.jipp.core.log.Hash;
import id.jipp.core.log.HubId;
import id.jipp.core.log.HubLog;
import id.jipp.core.log.MvHubLog;
import id.jipp.core.log.NewEntry;
import id.jipp.core.log.StreamName;
import id.jipp.core.store.Documents;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/** What the pieces below sync allow on this machine, in this run. */
final class Limits {
    private static final int ENTRIES = 20_000;
    private static final int GROUP = 256;
    private static final int SIGNATURES = 5_000;
    private static final int KILOBYTE = 1_024;

    private Limits() {}

    /** A document of about 1 KB. */
    record Sheet(String id, String text) {}

    static void measure(Figures figures, Path folder, Documents.Store documents) {
        figures.add("limit: log store, groups of " + GROUP, logStore(folder), "entries/s");
        figures.add("limit: document store, insertMany", documentStore(documents), "documents/s");
        hashesAndSignatures(figures);
        figures.add("limit: bare WebSocket, frames of 64 KiB", BareSocket.bytesPerSecond() / 1e6, "MB/s");
    }

    private static double logStore(Path folder) {
        HubIdentity identity = HubIdentity.ofSeed(new HubId("ukur"), new byte[32]);
        byte[] content = new byte[KILOBYTE];
        new SplittableRandom(7).nextBytes(content);
        List<NewEntry> group = Collections.nCopies(GROUP, new NewEntry("bench.tick", 1, content));
        try (HubLog log = MvHubLog.open(folder, identity, hub -> identity.publicKey(), Clock.systemUTC())) {
            long start = 0;
            for (int written = -10 * GROUP; written < ENTRIES; written += GROUP) {
                if (written <= 0) {
                    start = System.nanoTime();
                }
                log.append(StreamName.PUBLIC, group);
            }
            return ENTRIES / seconds(start);
        }
    }

    private static double documentStore(Documents.Store store) {
        Documents<Sheet> sheets = store.collection("bench_sheets", Sheet.class);
        String text = "a".repeat(KILOBYTE);
        long start = System.nanoTime();
        for (int from = 0; from < ENTRIES; from += 500) {
            List<Sheet> batch = new ArrayList<>(500);
            for (int number = from; number < from + 500; number++) {
                batch.add(new Sheet("sheet-" + number, text));
            }
            sheets.saveAll(batch);
        }
        double rate = ENTRIES / seconds(start);
        sheets.clear();
        return rate;
    }

    private static void hashesAndSignatures(Figures figures) {
        HubIdentity identity = HubIdentity.ofSeed(new HubId("ukur"), new byte[32]);
        byte[] block = new byte[KILOBYTE];
        byte[] signature = identity.sign(block);
        int hashes = SIGNATURES * 40;
        long start = System.nanoTime();
        for (int i = 0; i < hashes; i++) {
            block[0] = (byte) Hash.sha256(block).hashCode();
        }
        figures.add("limit: hashes of 1 KB", hashes / seconds(start), "hashes/s");
        block[0] = 0;
        start = System.nanoTime();
        for (int i = 0; i < SIGNATURES; i++) {
            identity.sign(block);
        }
        figures.add("limit: signatures made", SIGNATURES / seconds(start), "signatures/s");
        start = System.nanoTime();
        for (int i = 0; i < SIGNATURES; i++) {
            if (!Ed25519.verifies(identity.publicKey(), block, signature)) {
                throw new IllegalStateException("A signature of ours does not verify");
            }
        }
        figures.add("limit: signatures checked", SIGNATURES / seconds(start), "signatures/s");
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
