package id.jipp.ui.bench;

import id.jipp.core.log.Hash;
import id.jipp.core.log.HubLog;
import id.jipp.core.log.NewEntry;
import id.jipp.core.log.PlacedEntry;
import id.jipp.core.log.StreamName;
import id.jipp.core.material.Material;
import id.jipp.core.material.MaterialFields;
import id.jipp.core.material.MaterialKind;
import id.jipp.core.material.Materials;
import id.jipp.core.material.Share;
import id.jipp.core.material.Uploads;
import id.jipp.core.peer.FilePolicy;
import id.jipp.core.peer.Peer;
import id.jipp.core.peer.PeerHeads;
import id.jipp.core.peer.PeerPolicy;
import id.jipp.core.peer.Peers;
import id.jipp.core.person.Person;
import id.jipp.core.person.PersonId;
import id.jipp.core.person.Role;
import id.jipp.core.seminar.SeminarFields;
import id.jipp.core.seminar.SeminarId;
import id.jipp.core.seminar.Seminars;
import id.jipp.core.seminar.When;
import id.jipp.sync.rough.RoughLine;
import java.io.BufferedOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A large material from this process's hub to one in a process of its own: over a good line beside a plain copy, over a
 * line that is cut and turns bits, and beside a word over a thin line.
 */
final class FilesBench implements AutoCloseable {
    private static final long SEED = 20231102;
    private static final int CUTS = 50;
    private static final long THIN_BYTES_PER_SECOND = 125_000;
    private static final int THIN_SECONDS = 100;
    private static final int THIN_MEGABYTES = 40;

    /** One second of fifty has a reset. */
    private static final int SECONDS_PER_RESET = 50;

    private final Figures figures;
    private final Path folder;
    private final BenchHub hubB;
    private final ConfigurableApplicationContext a;
    private final Person coordinator;
    private final SeminarId seminar;

    private FilesBench(Figures figures, Path folder, BenchHub hubA, BenchHub hubB) {
        this.figures = figures;
        this.folder = folder;
        this.hubB = hubB;
        this.a = hubA.inThisProcess();
        this.coordinator =
                new Person(new PersonId(hubA.id(), "koordinator"), "Koordinator", "", Set.of(Role.COORDINATOR));
        Seminars seminars = a.getBean(Seminars.class);
        this.seminar = seminars.newId();
        seminars.create(seminar, fields(), coordinator).orThrow();
    }

    private static SeminarFields fields() {
        return new SeminarFields("Ukur", new When.InYear(2026), null, "", "", "", "", List.of(), List.of());
    }

    static void run(Figures figures, Path folder, int megabytes) throws Exception {
        Files.createDirectories(folder);
        Path plain = made(folder.resolve("plain.txt"), megabytes, 1);
        BareCopy.measure(plain, folder.resolve("copy"));
        figures.add("limit: plain copy, hashed and on disk", BareCopy.measure(plain, folder.resolve("copy")), "MB/s");
        BenchHub hubA = new BenchHub("hub-a", folder);
        try (BenchHub hubB = new BenchHub("hub-b", folder)) {
            hubB.link(open(hubA.asPeer(false), null));
            hubB.start();
            try (FilesBench bench = new FilesBench(figures, folder, hubA, hubB)) {
                bench.connect(null);
                bench.goodLine("hub to hub, the sender calls", plain, megabytes);
                bench.roughLine(megabytes);
                bench.thinLine();
                figures.add("memory of the sending hub, most", hubA.memory("VmHWM"), "MB");
                figures.add("memory of the receiving hub, most", hubB.memory("VmHWM"), "MB");
            }
        }
        theReceiverCalls(figures, folder, plain, megabytes);
        for (String who : List.of("the sender calls", "the receiver calls")) {
            figures.ratio("to the plain copy, " + who, "hub to hub, " + who, "limit: plain copy, hashed and on disk");
        }
    }

    /** The way of most files: a region's hub calls the one that has them. */
    private static void theReceiverCalls(Figures figures, Path folder, Path plain, int megabytes) throws Exception {
        BenchHub hubC = new BenchHub("hub-c", folder);
        try (BenchHub hubD = new BenchHub("hub-d", folder);
                FilesBench bench = new FilesBench(figures, folder, hubC, hubD)) {
            hubD.link(open(hubC.asPeer(true), null));
            bench.a.getBean(Peers.class).link(open(hubD.asPeer(false), null));
            hubD.start();
            bench.goodLine("hub to hub, the receiver calls", plain, megabytes);
        }
    }

    private static Peer open(Peer peer, @Nullable URI address) {
        FilePolicy all = new FilePolicy(true, FilePolicy.Take.ALL, 0, false, 0);
        PeerPolicy policy = new PeerPolicy(PeerPolicy.OPEN.records(), PeerPolicy.OPEN.rooms(), all);
        return new Peer(
                peer.hub(),
                peer.name(),
                peer.publicKey(),
                address == null ? peer.address() : address,
                policy,
                Peer.State.LINKED,
                peer.words());
    }

    private void goodLine(String name, Path plain, int megabytes) throws Exception {
        arrival(made(folder.resolve("warm.txt"), Math.max(1, megabytes / 10), 2));
        double before = hubB.memory("VmRSS");
        figures.add(name, arrival(plain), "MB/s");
        figures.add(name + ": memory of the receiving hub, grown", hubB.memory("VmRSS") - before, "MB");
    }

    private void roughLine(int megabytes) throws Exception {
        long bytes = megabytes * 1_000_000L;
        try (RoughLine line = new RoughLine(hubB.address().getPort())
                .cuts(CUTS, bytes * 9 / 10, new Random(SEED))
                .flipAt(bytes / 3)
                .flipAt(bytes * 2 / 3)) {
            connect(line.address());
            double before = hubB.memory("VmRSS");
            double speed = arrival(made(folder.resolve("rough.txt"), megabytes, 3));
            figures.add("rough line: cuts and turned bits that came", CUTS + 2 - line.faultsLeft(), "faults");
            figures.add("rough line: bytes on the wire to the file's size", (double) line.carried() / bytes, "x");
            figures.add("rough line: hub to hub", speed, "MB/s");
            figures.add("rough line: memory of the receiving hub, grown", hubB.memory("VmRSS") - before, "MB");
        }
    }

    private void thinLine() throws Exception {
        try (RoughLine line = new RoughLine(hubB.address().getPort()).thin(150, THIN_BYTES_PER_SECOND)) {
            connect(line.address());
            attach(made(folder.resolve("thin.txt"), THIN_MEGABYTES, 4));
            long begun = line.carried();
            long start = System.nanoTime();
            List<Long> words = new ArrayList<>();
            int cuts = 0;
            for (long passed = 0; passed < THIN_SECONDS; passed = secondsSince(start)) {
                if (passed >= SECONDS_PER_RESET * cuts + SECONDS_PER_RESET / 2) {
                    line.cut();
                    cuts++;
                }
                words.add(word());
                TimeUnit.MILLISECONDS.sleep(500);
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            figures.add("thin line: resets", cuts, "resets");
            figures.add("thin line: used", (line.carried() - begun) / seconds / THIN_BYTES_PER_SECOND, "x of 1 Mbit/s");
            figures.times(
                    "thin line: a word beside the file",
                    words.stream().mapToLong(Long::longValue).toArray());
        }
    }

    private static long secondsSince(long start) {
        return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
    }

    /** How long until the other hub has acknowledged one entry, in nanoseconds. */
    private long word() throws Exception {
        long start = System.nanoTime();
        PlacedEntry said = a.getBean(HubLog.class)
                .append(
                        StreamName.PUBLIC,
                        List.of(new NewEntry("ukur.kata", 1, "halo".getBytes(StandardCharsets.UTF_8))))
                .getFirst();
        PeerHeads heads = a.getBean(PeerHeads.class);
        while (heads.of(hubB.id(), said.entry().stream()).seq() < said.entry().seq()) {
            TimeUnit.MILLISECONDS.sleep(2);
        }
        return System.nanoTime() - start;
    }

    /** From now on we call the other hub there; null for its own address. */
    private void connect(@Nullable URI address) {
        Peers peers = a.getBean(Peers.class);
        peers.link(open(hubB.asPeer(true), address));
        peers.move(hubB.id(), Peer.State.PAUSED, coordinator).orThrow();
        peers.move(hubB.id(), Peer.State.LINKED, coordinator).orThrow();
    }

    /** Attaches the file and waits until it is whole at the other hub. @return megabytes a second */
    private double arrival(Path file) throws Exception {
        long bytes = Files.size(file);
        Hash hash = attach(file);
        long start = System.nanoTime();
        String name = hash.toString();
        Path there = hubB.data()
                .resolve("files")
                .resolve(name.substring(0, 2))
                .resolve(name.substring(2, 4))
                .resolve(name);
        Waiting.until(() -> Files.exists(there), "hub B has the file");
        return bytes / 1e6 / ((System.nanoTime() - start) / 1e9);
    }

    private Hash attach(Path file) throws Exception {
        Uploads uploads = a.getBean(Uploads.class);
        try (InputStream in = Files.newInputStream(file)) {
            Material material = a.getBean(Materials.class)
                    .attach(
                            seminar,
                            uploads.take(String.valueOf(file.getFileName()), in, coordinator)
                                    .orThrow()
                                    .id(),
                            new MaterialFields("", MaterialKind.OTHER, "CC0 1.0", true, Share.NETWORK),
                            coordinator)
                    .orThrow();
            return material.id().file();
        }
    }

    /** A text of that size, another for each seed. */
    private static Path made(Path file, int megabytes, long seed) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] letters = new byte[1_000];
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            for (int i = 0; i < megabytes * 1_000; i++) {
                for (int at = 0; at < letters.length; at++) {
                    letters[at] = (byte) ('a' + random.nextInt(26));
                }
                letters[letters.length - 1] = '\n';
                out.write(letters);
            }
        }
        return file;
    }

    @Override
    public void close() {
        a.close();
    }
}
