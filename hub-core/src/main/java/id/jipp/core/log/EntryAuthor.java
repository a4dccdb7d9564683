package id.jipp.core.log;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;

/** Makes this hub's own entries: numbers, salts, chains and signs them. Thread-safe if its parts are. */
final class EntryAuthor {
    private final Signer signer;
    private final Clock clock;
    private final RandomGenerator salts;

    EntryAuthor(Signer signer, Clock clock, RandomGenerator salts) {
        this.signer = signer;
        this.clock = clock;
        this.salts = salts;
    }

    HubId hub() {
        return signer.hub();
    }

    /** The entries that follow that head; the last is signed, and so is the last of each piece. */
    List<Entry> write(StreamName name, Head head, List<NewEntry> news) {
        return signedAtEnds(chained(name, head, news));
    }

    /** The same, each of them signed: where only the first of them may come to be in the log. */
    List<Entry> writeEachSigned(StreamName name, Head head, List<NewEntry> news) {
        return chained(name, head, news).stream().map(this::sign).toList();
    }

    private List<Entry> chained(StreamName name, Head head, List<NewEntry> news) {
        StreamId stream = new StreamId(signer.hub(), name);
        Instant time = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<Entry> entries = new ArrayList<>(news.size());
        long seq = head.seq();
        Hash previous = head.hash();
        for (NewEntry fresh : news) {
            Entry entry = chained(stream, ++seq, previous, Objects.requireNonNullElse(fresh.time(), time), fresh);
            entries.add(entry);
            previous = entry.hash();
        }
        return entries;
    }

    private Entry chained(StreamId stream, long seq, Hash previous, Instant time, NewEntry fresh) {
        byte[] payload = salted(fresh.content());
        EntryHeader header = new EntryHeader(
                stream, seq, previous, fresh.kind(), fresh.kindVersion(), time, Hash.sha256(payload), payload.length);
        return new Entry(header, EntryCodec.encode(header), null, payload);
    }

    private byte[] salted(byte[] content) {
        byte[] salt = new byte[LogLimits.SALT_BYTES];
        salts.nextBytes(salt);
        byte[] payload = new byte[salt.length + content.length];
        System.arraycopy(salt, 0, payload, 0, salt.length);
        System.arraycopy(content, 0, payload, salt.length, content.length);
        return payload;
    }

    private List<Entry> signedAtEnds(List<Entry> entries) {
        PieceEnds ends = new PieceEnds();
        List<Entry> signed = new ArrayList<>(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            ends.add(entry);
            boolean end = ends.isFull() || i == entries.size() - 1;
            signed.add(end ? sign(entry) : entry);
            if (end) {
                ends.close();
            }
        }
        return signed;
    }

    private Entry sign(Entry entry) {
        byte[] signature = signer.sign(EntrySigning.signed(entry.headerBytes()));
        return new Entry(entry.header(), entry.headerBytes(), signature, entry.payload());
    }
}
