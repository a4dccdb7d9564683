package id.jipp.sync.protocol;

import id.jipp.core.identity.HubIdentity;
import id.jipp.core.log.Entry;
import id.jipp.core.log.Epochs;
import id.jipp.core.log.Erased;
import id.jipp.core.log.Fork;
import id.jipp.core.log.Hash;
import id.jipp.core.log.Head;
import id.jipp.core.log.HubId;
import id.jipp.core.log.InMemoryHubLog;
import id.jipp.core.log.NewEntry;
import id.jipp.core.log.StreamId;
import id.jipp.core.log.StreamName;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** One frame of every kind, as hubs really send them; the same in every run. */
final class RealFrames {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T02:42:00.123Z"), ZoneOffset.UTC);
    private static final HubIdentity BALI = HubIdentity.ofSeed(new HubId("bali"), new byte[32]);
    private static final StreamId PUBLIC = new StreamId(BALI.hub(), StreamName.PUBLIC);
    private static final StreamId ROOM = new StreamId(BALI.hub(), new StreamName("room/bali.k3v9x2m7q4hd8f0c"));

    private RealFrames() {}

    static Map<String, Frame> byName() {
        InMemoryHubLog log = new InMemoryHubLog(BALI, hub -> BALI.publicKey(), CLOCK, new Random(1));
        log.append(StreamName.PUBLIC, news("satu"));
        InMemoryHubLog twin = InMemoryHubLog.restored(log, BALI, hub -> BALI.publicKey(), CLOCK, new Random(2));
        log.append(StreamName.PUBLIC, news("dua", "tiga", "empat"));
        twin.append(StreamName.PUBLIC, news("lain"));
        log.append(ROOM.name(), news("halo"));
        log.erase(PUBLIC, 2);
        TreeMap<StreamId, Head> heads = new TreeMap<>(log.heads().byStream());
        heads.put(new StreamId(new HubId("balikpapan"), StreamName.PUBLIC), log.head(PUBLIC));
        byte[] nonce = bytes(32, 7);
        byte[] signature = bytes(64, 9);

        Map<String, Frame> frames = new LinkedHashMap<>();
        frames.put("hello", new Frame.Hello(0, 0, false, BALI.hub(), BALI.publicKey(), nonce));
        frames.put("hello that asks", new Frame.Hello(0, 3, true, BALI.hub(), BALI.publicKey(), nonce));
        frames.put("welcome", new Frame.Welcome(0, BALI.hub(), nonce, signature));
        frames.put("proof", new Frame.Proof(signature));
        frames.put("bye", new Frame.Bye(ByeCode.SLOW, "terlalu lambat"));
        frames.put("ask", new Frame.Ask("rahasia", "Provinsi Bali", "wss://hub.baliprov.example/hub/sync"));
        frames.put("accepted", new Frame.Accepted());
        frames.put("have", Frame.Have.of(true, heads));
        frames.put("have, empty and not the last", Frame.Have.of(false, Map.of()));
        frames.put("want", new Frame.Want(PUBLIC, 300, 4_000, 4 * 1024 * 1024));
        frames.put("want no more", new Frame.Want(ROOM, 0, 0, 0));
        frames.put("entries", new Frame.Entries(PUBLIC, log.read(PUBLIC, 0, 10, 1_000_000)));
        frames.put("ack", new Frame.Ack(PUBLIC, log.head(PUBLIC)));
        frames.put("refuse a stream", new Frame.Refuse(RefuseCode.NOT_WANTED, ROOM, "tidak"));
        frames.put("refuse", new Frame.Refuse(RefuseCode.OTHER, null, ""));
        frames.put("ping", new Frame.Ping(Long.MAX_VALUE));
        frames.put("pong", new Frame.Pong(-1));
        frames.put("ephemeral", new Frame.Ephemeral("bali.k3v9x2m7q4hd8f0c", bytes(20, 3)));
        frames.put("forked", new Frame.Forked(new Fork(PUBLIC, 2, erased(log, 1), erased(twin, 1))));
        return frames;
    }

    /** What minor version 1 added: epochs of streams; and what a log is told by in entries of its own. */
    static Map<String, Frame> epochsByName() {
        InMemoryHubLog log = new InMemoryHubLog(BALI, hub -> BALI.publicKey(), CLOCK, new Random(1));
        log.append(StreamName.PUBLIC, news("satu"));
        InMemoryHubLog twin = InMemoryHubLog.restored(log, BALI, hub -> BALI.publicKey(), CLOCK, new Random(2));
        log.append(StreamName.PUBLIC, news("dua"));
        twin.append(StreamName.PUBLIC, news("lain"));
        log.freeze(new Fork(PUBLIC, 2, erased(log, 1), erased(twin, 1)));
        Epochs.begin(log, BALI.hub(), StreamName.PUBLIC, said -> {});
        log.append(StreamName.PUBLIC, List.of(new Erased(StreamName.PUBLIC, List.of(1L), "person").entry()));
        StreamId second = new StreamId(BALI.hub(), StreamName.PUBLIC.at(2));
        Map<String, Frame> frames = new LinkedHashMap<>();
        frames.put("hello of 1.1", new Frame.Hello(0, 1, false, BALI.hub(), BALI.publicKey(), bytes(32, 7)));
        frames.put("have with an epoch", Frame.Have.of(true, log.heads().byStream()));
        frames.put("entries of an epoch", new Frame.Entries(second, log.read(second, 0, 10, 1_000_000)));
        return frames;
    }

    /** What was added to protocol 1 since, in frames that who does not know them skips. */
    static Map<String, Frame> filesByName() {
        Hash file = Hash.sha256(bytes(40, 1));
        Map<String, Frame> frames = new LinkedHashMap<>();
        frames.put("file want", new Frame.FileWant(file, 5_000_000_000L / 4, 64_512));
        frames.put("file piece", new Frame.FilePiece(file, 1_048_576, bytes(30, 2)));
        frames.put("file not", new Frame.FileNot(file, false));
        frames.put("file not, but later", new Frame.FileNot(file, true));
        frames.put("file here", new Frame.FileHere(file));
        return frames;
    }

    /** What shows the end of a room's stream before its history, in a frame that who does not know it skips. */
    static Map<String, Frame> glimpsesByName() {
        InMemoryHubLog log = new InMemoryHubLog(BALI, hub -> BALI.publicKey(), CLOCK, new Random(1));
        log.append(ROOM.name(), news("halo"));
        log.append(ROOM.name(), news("apa kabar", "baik"));
        log.append(ROOM.name(), news("terima kasih"));
        log.erase(ROOM, 2);
        Map<String, Frame> frames = new LinkedHashMap<>();
        frames.put("glimpse", new Frame.Glimpse(ROOM, log.read(ROOM, 1, 10, 1_000_000)));
        return frames;
    }

    private static List<Entry> erased(InMemoryHubLog log, long after) {
        return log.read(PUBLIC, after, 10, 1_000_000).stream()
                .map(Entry::erased)
                .toList();
    }

    private static List<NewEntry> news(String... contents) {
        List<NewEntry> news = new ArrayList<>();
        for (String content : contents) {
            news.add(new NewEntry("test.said", 1, content.getBytes(StandardCharsets.UTF_8)));
        }
        return news;
    }

    private static byte[] bytes(int count, int first) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) (first + i * 5);
        }
        return bytes;
    }
}
