package id.jipp.core.log;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * The collections of one log: {@code log_entries} ({@code _id}, {@code position}, {@code record}), {@code log_forks},
 * and {@code log_state} with a snapshot of the heads and of what was erased, from which a start reads on. Asked by {@code _id} or by position
 * only, one or many: positions and numbers have no holes, so a range is a list of keys. Used by one thread at a time.
 */
final class MongoLogStore {
    private static final int STEP = 256;
    private static final int SNAPSHOT_EVERY = 20_000;
    private static final long FORKS_NANOS = 5_000_000_000L;

    private final MongoCollection<Document> entries;
    private final MongoCollection<Document> forks;
    private final MongoCollection<Document> state;
    private final Map<StreamId, Head> heads = new TreeMap<>();
    private final Map<StreamId, Set<Long>> erased = new TreeMap<>();
    private Position last = Position.START;
    private Position kept = Position.START;
    private @Nullable List<Fork> knownForks;
    private long forksReadAt;

    private MongoLogStore(MongoDatabase database) {
        this.entries = database.getCollection("log_entries");
        this.forks = database.getCollection("log_forks");
        this.state = database.getCollection("log_state");
    }

    static MongoLogStore in(MongoDatabase database) {
        MongoLogStore store = new MongoLogStore(database);
        store.entries.createIndex(Indexes.ascending("position"), new IndexOptions().unique(true));
        store.readSnapshot();
        store.refresh();
        return store;
    }

    private void readSnapshot() {
        Document snapshot = state.find(Filters.eq("heads")).first();
        if (snapshot == null || snapshot.get("erased") == null) {
            return;
        }
        for (Document gone : snapshot.getList("erased", Document.class)) {
            erased.put(parsed(gone.getString("stream")), new TreeSet<>(gone.getList("numbers", Long.class)));
        }
        for (Document head : snapshot.getList("streams", Document.class)) {
            heads.put(
                    parsed(head.getString("stream")),
                    new Head(head.getLong("seq"), Hash.parse(head.getString("hash"))));
        }
        last = new Position(snapshot.getLong("position"));
        kept = last;
    }

    void keepSnapshot() {
        if (last.equals(kept)) {
            return;
        }
        List<Document> streams = new ArrayList<>();
        heads.forEach((stream, head) -> streams.add(new Document("stream", stream.toString())
                .append("seq", head.seq())
                .append("hash", head.hash().toString())));
        List<Document> gone = new ArrayList<>();
        erased.forEach((stream, numbers) ->
                gone.add(new Document("stream", stream.toString()).append("numbers", List.copyOf(numbers))));
        state.replaceOne(
                Filters.eq("heads"),
                new Document("_id", "heads")
                        .append("position", last.value())
                        .append("streams", streams)
                        .append("erased", gone),
                new ReplaceOptions().upsert(true));
        kept = last;
    }

    /** Takes note of what was added since, by anyone. */
    void refresh() {
        List<PlacedEntry> news;
        do {
            news = readFrom(last, STEP);
            for (PlacedEntry placed : news) {
                Entry entry = placed.entry();
                heads.put(entry.stream(), new Head(entry.seq(), entry.hash()));
                erase(entry);
                last = placed.position();
            }
            if (last.value() - kept.value() >= SNAPSHOT_EVERY) {
                keepSnapshot();
            }
        } while (news.size() == STEP);
    }

    /** The entries that follow that position without a hole. */
    List<PlacedEntry> readFrom(Position after, int entriesMax) {
        List<Long> positions = LongStream.rangeClosed(after.value() + 1, after.value() + entriesMax)
                .boxed()
                .toList();
        List<PlacedEntry> found = new ArrayList<>();
        entries.find(Filters.in("position", positions))
                .batchSize(entriesMax)
                .forEach(document ->
                        found.add(new PlacedEntry(new Position(document.getLong("position")), entry(document))));
        found.sort(Comparator.comparing(PlacedEntry::position));
        int dense = 0;
        while (dense < found.size() && found.get(dense).position().value() == after.value() + dense + 1) {
            dense++;
        }
        return List.copyOf(found.subList(0, dense));
    }

    /** In order; stops at the first that another program forestalled. */
    void insert(List<PlacedEntry> placed) {
        entries.insertMany(
                placed.stream()
                        .map(each -> new Document(
                                        "_id",
                                        id(each.entry().stream(), each.entry().seq()))
                                .append("position", each.position().value())
                                .append("record", new Binary(EntryRecord.bytes(each.entry()))))
                        .toList(),
                new InsertManyOptions().ordered(true));
    }

    Stream<Entry> entries(StreamId stream, long from, long to) {
        return Stream.iterate(from, start -> start <= to, start -> start + STEP)
                .flatMap(start -> step(stream, start, Math.min(to, start + STEP - 1)).stream());
    }

    private List<Entry> step(StreamId stream, long from, long to) {
        List<String> ids = LongStream.rangeClosed(from, to)
                .mapToObj(seq -> id(stream, seq))
                .toList();
        List<Entry> found = new ArrayList<>();
        entries.find(Filters.in("_id", ids)).batchSize(STEP).forEach(document -> found.add(entry(document)));
        found.sort(Comparator.comparing(Entry::seq));
        return found;
    }

    Head head(StreamId stream) {
        return heads.getOrDefault(stream, Head.NONE);
    }

    Heads heads() {
        return Heads.of(heads);
    }

    Position last() {
        return last;
    }

    /** Does what that entry says, if it is one that erases others; doing it again does nothing. */
    private void erase(Entry erasing) {
        Erased.of(erasing).ifPresent(gone -> {
            StreamId stream = new StreamId(erasing.stream().hub(), gone.stream());
            Set<Long> numbers = erased.computeIfAbsent(stream, fresh -> new TreeSet<>());
            for (long seq : gone.numbers()) {
                numbers.add(seq);
                Document document = entries.find(Filters.eq(id(stream, seq))).first();
                if (document != null && !entry(document).isErased()) {
                    Binary without =
                            new Binary(EntryRecord.bytes(entry(document).erased()));
                    entries.updateOne(Filters.eq(id(stream, seq)), Updates.set("record", without));
                }
            }
        });
    }

    /** As it may lie here: without what its author has erased. */
    Entry kept(Entry came) {
        return erased.getOrDefault(came.stream(), Set.of()).contains(came.seq()) ? came.erased() : came;
    }

    boolean isFrozen(StreamId stream) {
        return forks.find(Filters.eq(stream.toString())).first() != null;
    }

    void keep(Fork fork) {
        forks.replaceOne(
                Filters.eq(fork.stream().toString()),
                new Document("_id", fork.stream().toString()).append("proof", new Binary(ForkRecord.bytes(fork))),
                new ReplaceOptions().upsert(true));
        knownForks = null;
    }

    /** Others may have frozen a stream a moment ago and it is not told here yet; taking in and appending ask anew. */
    List<Fork> forks() {
        if (knownForks == null || System.nanoTime() - forksReadAt > FORKS_NANOS) {
            knownForks = List.copyOf(readForks());
            forksReadAt = System.nanoTime();
        }
        return knownForks;
    }

    private List<Fork> readForks() {
        return forks.find(Filters.in(
                        "_id", heads.keySet().stream().map(StreamId::toString).toList()))
                .map(document -> ForkRecord.read(
                        parsed(document.getString("_id")),
                        document.get("proof", Binary.class).getData()))
                .into(new ArrayList<>());
    }

    EntryRules.Held held(StreamId stream) {
        return new EntryRules.Held() {
            private @Nullable Boolean frozen;

            @Override
            public Head head() {
                return MongoLogStore.this.head(stream);
            }

            @Override
            public boolean isFrozen() {
                if (frozen == null) {
                    frozen = MongoLogStore.this.isFrozen(stream);
                }
                return frozen;
            }

            @Override
            public List<Entry> pieceFrom(long seq) {
                return RangeCut.of(entries(stream, seq, head().seq()).iterator(), 1, Integer.MAX_VALUE);
            }

            @Override
            public Hash hashAt(long seq) {
                Head head = head();
                return seq == head.seq()
                        ? head.hash()
                        : step(stream, seq, seq).getFirst().hash();
            }
        };
    }

    private static Entry entry(Document document) {
        return EntryRecord.read(document.get("record", Binary.class).getData());
    }

    private static String id(StreamId stream, long seq) {
        return stream + ":" + seq;
    }

    private static StreamId parsed(String name) {
        int colon = name.indexOf(':');
        return new StreamId(new HubId(name.substring(0, colon)), new StreamName(name.substring(colon + 1)));
    }
}
