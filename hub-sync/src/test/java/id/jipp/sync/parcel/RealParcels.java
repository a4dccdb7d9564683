package id.jipp.sync.parcel;

import id.jipp.core.log.Entry;
import id.jipp.core.log.Hash;
import id.jipp.core.log.HubId;
import id.jipp.core.peer.PeerPolicy;
import id.jipp.sync.protocol.Frame;
import id.jipp.sync.session.TestHub;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Parcels as hubs really make them; the same in every run. */
final class RealParcels {
    static final String ROOM = "bali.k3v9x2m7q4hd8f0c";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T02:42:00.123Z"), ZoneOffset.UTC);

    private RealParcels() {}

    static TestHub bali() {
        return hub("bali", 1);
    }

    static TestHub jatim() {
        return hub("jatim", 2);
    }

    private static TestHub hub(String name, long seed) {
        Map<String, Set<HubId>> rooms = Map.of(ROOM, Set.of(new HubId("bali"), new HubId("jatim")));
        return new TestHub(name, rooms, CLOCK, seed);
    }

    static Map<String, byte[]> byName() {
        TestHub bali = bali();
        TestHub jatim = jatim();
        TestHub.link(bali, jatim);
        bali.write("public", "satu", "dua", "tiga");
        bali.write("public", "empat");
        bali.log.erase(bali.stream("public"), 2);
        bali.write("room/" + ROOM, "halo");
        bali.write("to/jatim", "usulan");

        Map<String, byte[]> parcels = new LinkedHashMap<>();
        parcels.put("for jatim", new Courier(bali).parcelFor(jatim));
        parcels.put("for anybody", new Courier(bali).parcelFor(null));
        parcels.put("empty", new Courier(jatim).parcelFor(bali));
        parcels.put("that asks", asking());
        parcels.put("with a file", withAFile(bali, jatim));
        return parcels;
    }

    private static byte[] asking() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TestHub maluku = hub("maluku", 3);
        ParcelWriter out = new ParcelWriter(bytes, maluku.identity);
        try {
            out.head(new ParcelHead(
                    maluku.id,
                    maluku.identity.publicKey(),
                    CLOCK.instant(),
                    new HubId("bali"),
                    "AAECAwQFBgcICQoLDA0ODw",
                    "Provinsi Maluku",
                    "wss://hub.malukuprov.example/hub/sync",
                    new TreeMap<>()));
            out.end(0, 0);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static byte[] withAFile(TestHub bali, TestHub jatim) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ParcelWriter out = new ParcelWriter(bytes, bali.identity);
        byte[] content = "paparan".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        List<Entry> entries = bali.log.read(bali.stream("public"), 0, 10, 1_000_000);
        try {
            out.head(new ParcelHead(
                    bali.id,
                    bali.identity.publicKey(),
                    CLOCK.instant(),
                    jatim.id,
                    "",
                    "Bali",
                    "",
                    new TreeMap<>(bali.log.heads().byStream())));
            out.frame(new Frame.Entries(bali.stream("public"), entries));
            out.frame(new Frame.FilePiece(Hash.sha256(content), 0, content));
            out.end(entries.size(), 1);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** Jatim before any parcel came, knowing Bali. */
    static Courier receiver() {
        TestHub jatim = jatim();
        jatim.knows(bali(), PeerPolicy.OPEN);
        return new Courier(jatim);
    }
}
