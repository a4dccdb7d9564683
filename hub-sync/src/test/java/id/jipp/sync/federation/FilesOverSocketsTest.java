package id.jipp.sync.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.jipp.core.disk.DiskReserve;
import id.jipp.core.log.Hash;
import id.jipp.core.material.DiskBlobs;
import id.jipp.core.material.HashingFile;
import id.jipp.core.material.Manifest;
import id.jipp.sync.rough.RoughLine;
import id.jipp.sync.session.SessionLimits;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files between hubs on real sockets and disks, over lines that break. */
class FilesOverSocketsTest {
    /** Of the file; {@code -Dfile.megabytes=500} for the large one of the benchmarks. */
    private static final int MEGABYTES = Integer.getInteger("file.megabytes", 12);

    private static final int CUTS = Integer.getInteger("file.cuts", 3);
    private static final long SEED = 20231102;

    @TempDir
    private Path folder;

    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    @Test
    void aFileArrivesOnceOverALineThatIsCutAndTurnsBits_U1_U8() throws Exception {
        DiskBlobs there = blobs("jatim");
        DiskBlobs here = blobs("bali");
        Manifest manifest = fill(there);
        RunningHub jatim = hub("jatim", there);
        RunningHub bali = hub("bali", here);
        jatim.exchange.given.add(manifest.file());
        bali.exchange.wanted.add(manifest);
        List<Hash> told = new ArrayList<>();
        here.onWhole(told::add);

        long size = manifest.bytes();
        RoughLine line = new RoughLine(jatim.port)
                .cuts(CUTS, size * 9 / 10, new Random(SEED))
                .flipAt(size / 3)
                .flipAt(size * 2 / 3);
        open.add(line);
        jatim.knows(bali, false);
        bali.knows(jatim, line.address());

        await().atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> here.has(manifest.file()));
        assertThat(here.isIntact(manifest.file())).isTrue();
        assertThat(told).containsExactly(manifest.file());
        assertThat(line.faultsLeft()).isZero();
        // Each cut loses what was under way, each turned bit a chunk or a connection.
        long lost = CUTS * 400_000L + 2 * (Manifest.CHUNK_BYTES + 400_000L);
        assertThat(line.carried()).isLessThan(size * 1_005 / 1_000 + lost);
    }

    @Test
    void aFileGoesOnAfterTheReceiverWasStartedAgain_U8() throws Exception {
        DiskBlobs there = blobs("jatim");
        Manifest manifest = fill(there);
        RunningHub jatim = hub("jatim", there);
        jatim.exchange.given.add(manifest.file());
        RoughLine line = new RoughLine(jatim.port);
        open.add(line);

        DiskBlobs first = blobs("bali");
        RunningHub before = hub("bali", first);
        jatim.knows(before, false);
        before.exchange.wanted.add(manifest);
        before.knows(jatim, line.address());
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(1))
                .until(() -> first.arrived(manifest.file()) > 3 * Manifest.CHUNK_BYTES || first.has(manifest.file()));
        before.close();
        first.close();

        DiskBlobs second = blobs("bali");
        RunningHub after = hub("bali", second);
        after.exchange.wanted.add(manifest);
        after.knows(jatim, line.address());
        await().atMost(Duration.ofMinutes(5)).until(() -> second.has(manifest.file()));

        assertThat(second.isIntact(manifest.file())).isTrue();
        assertThat(line.carried()).isLessThan(manifest.bytes() * 1_005 / 1_000 + Manifest.CHUNK_BYTES + 500_000);
    }

    private DiskBlobs blobs(String hub) throws IOException {
        DiskBlobs blobs = DiskBlobs.open(folder.resolve(hub), new DiskReserve(folder, () -> Long.MAX_VALUE));
        open.add(blobs);
        return blobs;
    }

    private RunningHub hub(String name, DiskBlobs blobs) {
        RunningHub hub = new RunningHub(name, Map.of(), SessionLimits.STANDARD, blobs);
        open.add(hub);
        return hub;
    }

    private Manifest fill(DiskBlobs blobs) throws IOException {
        Path made = folder.resolve("made");
        Random random = new Random(SEED);
        HashingFile hashing = new HashingFile();
        byte[] piece = new byte[1_000_000];
        try (OutputStream out = Files.newOutputStream(made)) {
            for (int i = 0; i < MEGABYTES; i++) {
                random.nextBytes(piece);
                hashing.add(piece, piece.length);
                out.write(piece);
            }
        }
        Manifest manifest = hashing.manifest();
        blobs.adopt(made, manifest);
        return manifest;
    }
}
