package id.jipp.core.log;

import com.mongodb.ConnectionString;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.event.CommandListener;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The log in MongoDB, which several programs of one hub may share. The unique {@code _id} ({@code hub:stream:seq}) and
 * the unique position decide who was first; the other reads what is new, chains anew and tries again. Appends that wait
 * for each other are inserted together. Written with majority and journal, read with majority.
 *
 * <p>There are no transactions: an append whose program dies in the middle may leave its first entries in the log, in
 * order, chained and signed, and what another program wrote may lie between. When a write fails because the line to the
 * database broke, nobody knows whether it is in the log; {@link LogUnavailable} says only that it was not acknowledged.
 *
 * <p>Proven by the contract suite against the embedded engine, which has one node and no journal of its own. Majority,
 * failover and two programs at once can be proven only against a replica set: {@code JIPP_MONGODB_URI}.
 */
public final class MongoHubLog implements HubLog {
    private static final int ATTEMPTS = 100;
    private static final int PAUSE_MILLIS_MAX = 100;

    private final HubId self;
    private final MongoAppends appends;
    private final AuthorKeys keys;
    private final MongoClient client;
    private final MongoLogStore store;
    private final List<Runnable> hints = new CopyOnWriteArrayList<>();
    private volatile @Nullable String trouble;

    private MongoHubLog(EntryAuthor author, AuthorKeys keys, MongoClient client, MongoLogStore store) {
        this.self = author.hub();
        this.appends = new MongoAppends(author);
        this.keys = keys;
        this.client = client;
        this.store = store;
    }

    /** Opens the log in the URI's database, {@code jipp} if it names none; makes its index the first time. */
    public static MongoHubLog open(
            String uri, Signer signer, AuthorKeys keys, Clock clock, CommandListener... listeners) {
        ConnectionString connection = new ConnectionString(uri);
        MongoClientSettings.Builder settings = MongoClientSettings.builder()
                .applyConnectionString(connection)
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .readConcern(ReadConcern.MAJORITY)
                .readPreference(ReadPreference.primary())
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(10, TimeUnit.SECONDS));
        List.of(listeners).forEach(settings::addCommandListener);
        MongoClient client = MongoClients.create(settings.build());
        String database = connection.getDatabase() == null ? "jipp" : connection.getDatabase();
        try {
            MongoLogStore store = MongoLogStore.in(client.getDatabase(database));
            return new MongoHubLog(new EntryAuthor(signer, clock, new SecureRandom()), keys, client, store);
        } catch (MongoException broken) {
            client.close();
            throw new LogUnavailable("The log's database cannot be opened: " + broken.getMessage(), broken);
        }
    }

    @Override
    public List<PlacedEntry> append(StreamName name, List<NewEntry> news) {
        RangeSize.check(news.size());
        MongoAppends.Waiting mine = appends.add(name, news);
        List<PlacedEntry> placed = asking(() -> {
            while (!mine.isDone()) {
                write(appends.next());
            }
            return mine.answer();
        });
        hints.forEach(Runnable::run);
        return placed;
    }

    /** Writes all that waited while the one before was written. */
    private void write(List<MongoAppends.Waiting> group) {
        try {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                pause(attempt);
                store.refresh();
                appends.direct(group, this::current);
                appends.refuseFrozen(group, store::isFrozen);
                List<Entry> entries = appends.entries(group, store::head);
                if (entries.isEmpty()) {
                    return;
                }
                MongoAppends.give(group, insert(entries));
            }
            MongoAppends.refuse(group, othersWereFaster());
        } catch (MongoException broken) {
            MongoAppends.refuse(group, told(broken));
        } catch (RuntimeException ours) {
            MongoAppends.refuse(group, ours);
        }
    }

    private StreamName current(StreamName asked) {
        return Epochs.current(
                        new StreamId(self, asked),
                        one -> store.head(one).seq(),
                        one -> Epochs.restatedUpTo(
                                store.entries(one, 1, 1).findFirst().orElseThrow()))
                .name();
    }

    /** What forestalled us may not have reached a majority yet, and so not be seen. */
    private static void pause(int attempt) {
        if (attempt > 1) {
            LockSupport.parkNanos(Math.min(attempt, PAUSE_MILLIS_MAX) * 1_000_000L);
        }
    }

    private static LogUnavailable othersWereFaster() {
        return new LogUnavailable("Others wrote " + ATTEMPTS + " times before us", null);
    }

    @Override
    public Acceptance accept(EntryRange range) {
        Acceptance answer = switch (EntryRules.check(range, keys)) {
            case EntryRules.Checked.Wrong wrong -> new Acceptance.Rejected(wrong.reason());
            case EntryRules.Checked.Right right -> asking(() -> take(right));
        };
        if (answer instanceof Acceptance.Accepted) {
            hints.forEach(Runnable::run);
        }
        return answer;
    }

    private Acceptance take(EntryRules.Checked.Right range) {
        int taken = 0;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            pause(attempt);
            store.refresh();
            switch (EntryRules.place(range, store.held(range.stream()))) {
                case EntryRules.Verdict.Leave leave -> {
                    return taken == 0 ? leave.answer() : new Acceptance.Accepted(taken, store.last());
                }
                case EntryRules.Verdict.Freeze freeze -> {
                    store.keep(freeze.proof());
                    return freeze.answer();
                }
                case EntryRules.Verdict.Take take -> {
                    taken += insert(take.news()).size();
                    EpochBegun.of(take.news().getFirst()).ifPresent(begun -> keepIfHeld(begun.proof()));
                }
            }
        }
        throw othersWereFaster();
    }

    /** Inserts as many of these as nobody forestalls, from the first on. */
    private List<PlacedEntry> insert(List<Entry> entries) {
        long position = store.last().value();
        List<PlacedEntry> placed = new ArrayList<>();
        for (Entry entry : entries) {
            placed.add(new PlacedEntry(new Position(++position), store.kept(entry)));
        }
        try {
            store.insert(placed);
            return placed;
        } catch (MongoBulkWriteException stopped) {
            BulkWriteError first = stopped.getWriteErrors().isEmpty()
                    ? null
                    : stopped.getWriteErrors().getFirst();
            if (first == null || first.getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw stopped;
            }
            return placed.subList(0, first.getIndex());
        }
    }

    @Override
    public List<Entry> read(StreamId stream, long after, int entriesMax, int bytesMax) {
        return asking(() -> {
            store.refresh();
            long to = store.head(stream).seq();
            return after >= to
                    ? List.of()
                    : RangeCut.of(store.entries(stream, after + 1, to).iterator(), entriesMax, bytesMax);
        });
    }

    @Override
    public List<PlacedEntry> readFrom(Position after, int entriesMax) {
        return asking(() -> store.readFrom(after, Math.min(entriesMax, LogLimits.RANGE_ENTRIES_MAX)));
    }

    @Override
    public Heads heads() {
        return asking(() -> {
            store.refresh();
            return store.heads();
        });
    }

    @Override
    public Head head(StreamId stream) {
        return asking(() -> {
            store.refresh();
            return store.head(stream);
        });
    }

    @Override
    public boolean holds(StreamId stream, Head head) {
        return asking(() -> {
            store.refresh();
            return head.seq() >= 1
                    && head.seq() <= store.head(stream).seq()
                    && store.held(stream).hashAt(head.seq()).equals(head.hash());
        });
    }

    @Override
    public Position last() {
        return asking(() -> {
            store.refresh();
            return store.last();
        });
    }

    @Override
    public List<Fork> forks() {
        return asking(store::forks);
    }

    @Override
    public boolean freeze(Fork proof) {
        return EntryRules.proves(proof, keys)
                && asking(() -> {
                    store.refresh();
                    return keepIfHeld(proof);
                });
    }

    private boolean keepIfHeld(Fork proof) {
        boolean held = store.head(proof.stream()).seq() >= proof.seq();
        if (held && !store.isFrozen(proof.stream())) {
            store.keep(proof);
        }
        return held;
    }

    /** As the last call found it; projections call every second. */
    @Override
    public Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    @Override
    public Runnable onAdded(Runnable hint) {
        hints.add(hint);
        return () -> hints.remove(hint);
    }

    /** One call at a time in this program; other programs are met in the database. */
    private synchronized <A> A asking(Supplier<A> question) {
        try {
            A answer = question.get();
            trouble = null;
            return answer;
        } catch (MongoException broken) {
            throw told(broken);
        } catch (EntryRecord.DamagedRecord damaged) {
            throw new LogUnavailable("The log has a damaged record: " + damaged.getMessage(), damaged);
        }
    }

    private LogUnavailable told(MongoException broken) {
        String why = "The log's database does not answer: " + broken.getMessage();
        trouble = why;
        return new LogUnavailable(why, broken);
    }

    @Override
    public synchronized void close() {
        try {
            store.keepSnapshot();
        } catch (MongoException onlySlowerNextTime) {
            System.getLogger(MongoHubLog.class.getName())
                    .log(System.Logger.Level.WARNING, "The log's snapshot was not kept", onlySlowerNextTime);
        }
        client.close();
    }
}
