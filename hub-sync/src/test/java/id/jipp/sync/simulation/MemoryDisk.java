package id.jipp.sync.simulation;

import id.jipp.core.log.Acceptance;
import id.jipp.core.log.AuthorKeys;
import id.jipp.core.log.Entry;
import id.jipp.core.log.EntryRange;
import id.jipp.core.log.Fork;
import id.jipp.core.log.Head;
import id.jipp.core.log.Heads;
import id.jipp.core.log.HubLog;
import id.jipp.core.log.InMemoryHubLog;
import id.jipp.core.log.LogUnavailable;
import id.jipp.core.log.NewEntry;
import id.jipp.core.log.PlacedEntry;
import id.jipp.core.log.Position;
import id.jipp.core.log.Signer;
import id.jipp.core.log.StreamId;
import id.jipp.core.log.StreamName;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a log promises, without a file: a write that was answered is there; of one the power cut short, all may be there
 * or nothing, or, as in a database without transactions, its first entries.
 */
class MemoryDisk implements Disk {
    private final Random chance;
    private @Nullable InMemoryHubLog durable;
    private UnaryOperator<InMemoryHubLog> copying = log -> log;
    private int writesLeft = Integer.MAX_VALUE;
    private boolean dark;

    MemoryDisk(long seed) {
        this.chance = new Random(seed);
    }

    @Override
    public HubLog open(Signer signer, AuthorKeys keys, Clock clock) {
        Random salts = new Random(chance.nextLong());
        copying = held -> InMemoryHubLog.restored(held, signer, keys, clock, new Random(salts.nextLong()));
        durable = durable == null ? new InMemoryHubLog(signer, keys, clock, salts) : copying.apply(durable);
        return log(durable);
    }

    HubLog log(InMemoryHubLog opened) {
        return new Fragile(opened);
    }

    @Override
    public void cutAt(int write) {
        writesLeft = write;
    }

    @Override
    public void cut() {
        dark = true;
    }

    @Override
    public boolean isDark() {
        return dark;
    }

    @Override
    public void powerUp() {
        dark = false;
        writesLeft = Integer.MAX_VALUE;
    }

    @Override
    public Disk copy() {
        MemoryDisk copy = new MemoryDisk(chance.nextLong());
        copy.durable = durable == null ? null : copying.apply(durable);
        return copy;
    }

    /** How much of a write of that size is done before the power goes; all of it if it does not. */
    private int survives(int entries) {
        check();
        if (--writesLeft > 0) {
            return entries;
        }
        dark = true;
        return chance.nextInt(entries + 1);
    }

    private void check() {
        if (dark) {
            throw new LogUnavailable("No power", null);
        }
    }

    class Fragile implements HubLog {
        final InMemoryHubLog log;

        Fragile(InMemoryHubLog log) {
            this.log = log;
        }

        @Override
        public List<PlacedEntry> append(StreamName stream, List<NewEntry> news) {
            int done = survives(news.size());
            List<PlacedEntry> placed = done == 0 ? List.of() : log.append(stream, news.subList(0, done));
            check();
            return placed;
        }

        @Override
        public Acceptance accept(EntryRange range) {
            int done = survives(range.entries().size());
            Acceptance answer = done < range.entries().size() ? new Acceptance.AlreadyKnown() : log.accept(range);
            check();
            return answer;
        }

        @Override
        public boolean freeze(Fork proof) {
            boolean frozen = survives(1) == 1 && log.freeze(proof);
            check();
            return frozen;
        }

        @Override
        public List<Entry> read(StreamId stream, long after, int entriesMax, int bytesMax) {
            check();
            return log.read(stream, after, entriesMax, bytesMax);
        }

        @Override
        public List<PlacedEntry> readFrom(Position after, int entriesMax) {
            check();
            return log.readFrom(after, entriesMax);
        }

        @Override
        public Heads heads() {
            check();
            return log.heads();
        }

        @Override
        public Head head(StreamId stream) {
            check();
            return log.head(stream);
        }

        @Override
        public boolean holds(StreamId stream, Head head) {
            check();
            return log.holds(stream, head);
        }

        @Override
        public Position last() {
            check();
            return log.last();
        }

        @Override
        public List<Fork> forks() {
            check();
            return log.forks();
        }

        @Override
        public Runnable onAdded(Runnable hint) {
            return log.onAdded(hint);
        }

        @Override
        public void close() {}
    }
}
