package id.jipp.core.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * A log that is as long as one likes and takes no room: its one stream is made up while it is read, and what is taken in
 * is verified and counted, not kept.
 */
public final class EndlessLog implements HubLog {
    private final StreamId stream;
    private final AuthorKeys keys;
    private final byte[] payload = new byte[LogLimits.PAYLOAD_BYTES_MAX];
    private final List<Entry> headers = new ArrayList<>();
    private Head head = Head.NONE;

    /** Written by that hub, with so many of the largest entries. */
    public EndlessLog(Signer author, AuthorKeys keys, int entries) {
        this.stream = new StreamId(author.hub(), StreamName.PUBLIC);
        this.keys = keys;
        for (int i = 0; i < entries; i++) {
            EntryHeader header = new EntryHeader(
                    stream,
                    head.seq() + 1,
                    head.hash(),
                    "test.said",
                    1,
                    Instant.EPOCH,
                    Hash.sha256(payload),
                    payload.length);
            byte[] bytes = EntryCodec.encode(header);
            Entry entry = new Entry(header, bytes, author.sign(EntrySigning.signed(bytes)), null);
            headers.add(entry);
            head = new Head(entry.seq(), entry.hash());
        }
    }

    @Override
    public Acceptance accept(EntryRange range) {
        if (EntryRules.check(range, keys) instanceof EntryRules.Checked.Wrong wrong) {
            return new Acceptance.Rejected(wrong.reason());
        }
        Entry first = range.entries().getFirst();
        if (first.seq() != head.seq() + 1 || !first.header().previous().equals(head.hash())) {
            return new Acceptance.Gap(head.seq() + 1);
        }
        head = new Head(range.last().seq(), range.last().hash());
        return new Acceptance.Accepted(range.entries().size(), new Position(head.seq()));
    }

    @Override
    public List<Entry> read(StreamId asked, long after, int entriesMax, int bytesMax) {
        if (!asked.equals(stream) || after >= headers.size()) {
            return List.of();
        }
        Entry next = headers.get((int) after);
        return List.of(new Entry(next.header(), next.headerBytes(), next.signature(), payload));
    }

    @Override
    public Heads heads() {
        TreeMap<StreamId, Head> heads = new TreeMap<>();
        heads.put(stream, head);
        return new Heads(heads);
    }

    @Override
    public Head head(StreamId asked) {
        return asked.equals(stream) ? head : Head.NONE;
    }

    @Override
    public boolean holds(StreamId asked, Head other) {
        return asked.equals(stream) && head.equals(other);
    }

    @Override
    public Position last() {
        return new Position(head.seq());
    }

    @Override
    public List<Fork> forks() {
        return List.of();
    }

    @Override
    public List<PlacedEntry> append(StreamName name, List<NewEntry> news) {
        throw new UnsupportedOperationException("Nothing is written to it");
    }

    @Override
    public List<PlacedEntry> readFrom(Position after, int entriesMax) {
        throw new UnsupportedOperationException("It has no order of arrival");
    }

    @Override
    public boolean freeze(Fork proof) {
        return false;
    }

    @Override
    public Runnable onAdded(Runnable hint) {
        return () -> {};
    }

    @Override
    public void close() {}
}
