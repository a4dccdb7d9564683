package id.jipp.core.log;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A log that lives in memory, for tests; passes the same contract as the durable ones. */
public final class InMemoryHubLog implements HubLog {
    private final EntryAuthor author;
    private final AuthorKeys keys;
    private final List<PlacedEntry> arrivals = new ArrayList<>();
    private final Map<StreamId, Stream> streams = new TreeMap<>();
    private final List<Runnable> hints = new CopyOnWriteArrayList<>();
    private @Nullable Heads heads;
    private boolean retains;

    /** @param salts for the payloads; with a seed, every byte of the log is the same in each run */
    public InMemoryHubLog(Signer signer, AuthorKeys keys, Clock clock, RandomGenerator salts) {
        this.author = new EntryAuthor(signer, clock, salts);
        this.keys = keys;
    }

    /** What a backup of the other would hold if it were restored now, with parts of its own. */
    public static InMemoryHubLog restored(
            InMemoryHubLog backup, Signer signer, AuthorKeys keys, Clock clock, RandomGenerator salts) {
        InMemoryHubLog restored = new InMemoryHubLog(signer, keys, clock, salts);
        synchronized (backup) {
            backup.arrivals.forEach(placed -> restored.store(placed.entry()));
            backup.streams.forEach((id, stream) -> {
                restored.stream(id).fork = stream.fork;
                restored.stream(id).erased.addAll(stream.erased);
            });
        }
        return restored;
    }

    @Override
    public List<PlacedEntry> append(StreamName asked, List<NewEntry> news) {
        RangeSize.check(news.size());
        StreamName name = asked.epoch() > 1
                ? asked
                : Epochs.current(this, new StreamId(author.hub(), asked)).name();
        List<PlacedEntry> placed;
        synchronized (this) {
            Stream stream = stream(new StreamId(author.hub(), name));
            if (stream.isFrozen()) {
                throw LogUnavailable.frozen(name);
            }
            placed = author.write(name, stream.head(), news).stream()
                    .map(this::store)
                    .toList();
        }
        hints.forEach(Runnable::run);
        return placed;
    }

    @Override
    public Acceptance accept(EntryRange range) {
        Acceptance answer = switch (EntryRules.check(range, keys)) {
            case EntryRules.Checked.Wrong wrong -> new Acceptance.Rejected(wrong.reason());
            case EntryRules.Checked.Right right -> take(right);
        };
        if (answer instanceof Acceptance.Accepted) {
            hints.forEach(Runnable::run);
        }
        return answer;
    }

    private synchronized Acceptance take(EntryRules.Checked.Right range) {
        Stream held = streams.getOrDefault(range.stream(), new Stream());
        return switch (EntryRules.place(range, held)) {
            case EntryRules.Verdict.Leave leave -> leave.answer();
            case EntryRules.Verdict.Freeze freeze -> {
                held.fork = freeze.proof();
                yield freeze.answer();
            }
            case EntryRules.Verdict.Take take -> {
                take.news().forEach(this::store);
                EpochBegun.of(take.news().getFirst()).ifPresent(begun -> freeze(begun.proof()));
                yield new Acceptance.Accepted(take.news().size(), last());
            }
        };
    }

    /** Stores these as they are, whatever the rules say; only a hub that is broken on purpose does. */
    public synchronized Acceptance believe(EntryRange range) {
        range.entries().forEach(this::store);
        return new Acceptance.Accepted(range.entries().size(), last());
    }

    /** Keeps what is erased; only a hub that is broken on purpose does. */
    public void retain() {
        retains = true;
    }

    /** Forgets that this stream stands still; only a hub that is broken on purpose does. */
    public synchronized void forgive(StreamId id) {
        stream(id).fork = null;
    }

    private PlacedEntry store(Entry came) {
        Stream stream = stream(came.stream());
        Entry entry = stream.erased.contains(came.seq()) && !retains ? came.erased() : came;
        PlacedEntry placed = new PlacedEntry(new Position(arrivals.size() + 1), entry);
        arrivals.add(placed);
        stream.positions.add(arrivals.size() - 1);
        stream.hashes.add(entry.hash());
        heads = null;
        Erased.of(entry)
                .ifPresent(gone -> gone.numbers()
                        .forEach(seq -> erase(new StreamId(entry.stream().hub(), gone.stream()), seq)));
        return placed;
    }

    private Stream stream(StreamId id) {
        return streams.computeIfAbsent(id, fresh -> new Stream());
    }

    @Override
    public synchronized List<Entry> read(StreamId id, long after, int entriesMax, int bytesMax) {
        Stream stream = streams.get(id);
        if (stream == null || after >= stream.positions.size()) {
            return List.of();
        }
        return RangeCut.of(stream.from(after + 1).iterator(), entriesMax, bytesMax);
    }

    @Override
    public synchronized List<PlacedEntry> readFrom(Position after, int entriesMax) {
        int from = (int) Math.min(after.value(), arrivals.size());
        return List.copyOf(arrivals.subList(from, (int) Math.min((long) from + entriesMax, arrivals.size())));
    }

    @Override
    public synchronized Heads heads() {
        Heads now = heads;
        if (now == null) {
            Map<StreamId, Head> byStream = new HashMap<>();
            streams.forEach((id, stream) -> {
                if (!stream.hashes.isEmpty()) {
                    byStream.put(id, stream.head());
                }
            });
            now = Heads.of(byStream);
            heads = now;
        }
        return now;
    }

    @Override
    public synchronized Head head(StreamId id) {
        return streams.getOrDefault(id, new Stream()).head();
    }

    @Override
    public synchronized boolean holds(StreamId id, Head head) {
        Stream stream = streams.getOrDefault(id, new Stream());
        return head.seq() >= 1
                && head.seq() <= stream.hashes.size()
                && stream.hashAt(head.seq()).equals(head.hash());
    }

    @Override
    public synchronized Position last() {
        return new Position(arrivals.size());
    }

    @Override
    public synchronized List<Fork> forks() {
        return streams.values().stream()
                .map(stream -> stream.fork)
                .filter(java.util.Objects::nonNull)
                .sorted(Comparator.comparing(Fork::stream))
                .toList();
    }

    @Override
    public synchronized boolean freeze(Fork proof) {
        Stream held = streams.getOrDefault(proof.stream(), new Stream());
        boolean stops = EntryRules.proves(proof, keys) && held.head().seq() >= proof.seq();
        if (stops && !held.isFrozen()) {
            held.fork = proof;
        }
        return stops;
    }

    /** Removes a payload, though no entry says so: as it comes to a hub that hears of the erasure first. */
    public synchronized void erase(StreamId id, long seq) {
        Stream stream = stream(id);
        stream.erased.add(seq);
        if (seq <= stream.positions.size() && !retains) {
            int place = stream.positions.get((int) seq - 1);
            PlacedEntry placed = arrivals.get(place);
            arrivals.set(
                    place, new PlacedEntry(placed.position(), placed.entry().erased()));
        }
    }

    @Override
    public Runnable onAdded(Runnable hint) {
        hints.add(hint);
        return () -> hints.remove(hint);
    }

    @Override
    public void close() {}

    private final class Stream implements EntryRules.Held {
        private final List<Integer> positions = new ArrayList<>();
        private final List<Hash> hashes = new ArrayList<>();
        private final Set<Long> erased = new HashSet<>();
        private @Nullable Fork fork;

        @Override
        public Head head() {
            return hashes.isEmpty() ? Head.NONE : new Head(hashes.size(), hashes.getLast());
        }

        @Override
        public boolean isFrozen() {
            return fork != null;
        }

        @Override
        public Hash hashAt(long seq) {
            return hashes.get((int) seq - 1);
        }

        @Override
        public List<Entry> pieceFrom(long seq) {
            return RangeCut.of(from(seq).iterator(), 1, Integer.MAX_VALUE);
        }

        private java.util.stream.Stream<Entry> from(long seq) {
            return positions.subList((int) seq - 1, positions.size()).stream()
                    .map(place -> arrivals.get(place).entry());
        }
    }
}
