package id.jipp.core.log;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;

/**
 * Which epoch of a stream counts, and how a hub begins the next one. A stream that was signed twice stands still
 * everywhere, some hubs holding the one branch, some the other. Its hub begins a new epoch and says there again all it
 * holds of the stream itself; once all of that is here, the new epoch counts, and nothing of the old one does.
 */
public final class Epochs {
    private static final String NOTHING = "log.nothing";
    private static final int BATCH_BYTES = 1024 * 1024;

    private Epochs() {}

    /**
     * The epoch of that stream that counts here: the newest of which all is here that its hub has said again.
     *
     * @param stream in whichever epoch
     */
    public static StreamId current(HubLog log, StreamId stream) {
        return current(stream, one -> log.head(one).seq(), one -> restatedUpTo(log, one));
    }

    static StreamId current(StreamId stream, ToLongFunction<StreamId> head, ToLongFunction<StreamId> restatedUpTo) {
        for (int epoch = newest(stream, head).name().epoch(); epoch > 1; epoch--) {
            StreamId one = at(stream, epoch);
            if (head.applyAsLong(one) >= restatedUpTo.applyAsLong(one)) {
                return one;
            }
        }
        return at(stream, 1);
    }

    /** The number of the last entry that says again what stood in the epoch before; 0 in a first epoch. */
    public static long restatedUpTo(HubLog log, StreamId epoch) {
        if (epoch.name().epoch() == 1) {
            return 0;
        }
        List<Entry> first = log.read(epoch, 0, 1, 1);
        return first.isEmpty() ? Long.MAX_VALUE : restatedUpTo(first.getFirst());
    }

    static long restatedUpTo(Entry first) {
        return EpochBegun.of(first).map(begun -> begun.restated() + 1).orElse(Long.MAX_VALUE);
    }

    /** Whether that stream was given up for a later epoch, as these heads show. */
    public static boolean isOver(Heads heads, StreamId stream) {
        int epoch = stream.name().epoch();
        return epoch < LogLimits.EPOCH_MAX && heads.of(at(stream, epoch + 1)).seq() > 0;
    }

    /** The own streams that stand still and for which no new epoch was begun, or not wholly. */
    public static List<StreamName> standingStill(HubLog log, HubId self) {
        return log.heads().byStream().keySet().stream()
                .filter(stream -> stream.hub().equals(self) && stream.name().epoch() == 1)
                .filter(stream -> isIncomplete(log, stream) || log.isFrozen(newest(log, stream)))
                .map(StreamId::name)
                .toList();
    }

    /**
     * Begins the next epoch of that own stream, which stands still, and says again in it what counts until now; goes on
     * where an earlier call was cut off. What was erased is not said again.
     *
     * @param progress hears the number of entries said again so far, of all epochs of the stream
     * @return whether there was anything to do
     */
    public static boolean begin(HubLog log, HubId self, StreamName name, Consumer<Long> progress) {
        StreamId newest = newest(log, new StreamId(self, name));
        StreamId from = current(log, newest);
        StreamId to = log.isFrozen(newest) ? at(newest, newest.name().epoch() + 1) : newest;
        if (from.equals(to)) {
            return false;
        }
        if (log.head(to).seq() == 0) {
            Fork proof = log.forks().stream()
                    .filter(fork -> fork.stream().equals(newest))
                    .findFirst()
                    .orElseThrow();
            log.append(to.name(), List.of(new EpochBegun(undisputed(log, proof), count(log, from), proof).entry()));
        }
        sayAgain(log, from, to, progress);
        long missing = restatedUpTo(log, to) - log.head(to).seq();
        if (missing > 0) {
            fill(log, to.name(), missing);
        }
        return true;
    }

    private static Head undisputed(HubLog log, Fork proof) {
        long seq = proof.seq() - 1;
        return seq == 0
                ? Head.NONE
                : new Head(seq, proof.ours().getFirst().header().previous());
    }

    private static long count(HubLog log, StreamId from) {
        long[] count = {0};
        each(log, from, again -> count[0] += again.size());
        return count[0];
    }

    private static void sayAgain(HubLog log, StreamId from, StreamId to, Consumer<Long> progress) {
        long[] said = {0};
        long before = log.head(to).seq() - 1;
        each(log, from, again -> {
            int skip = (int) Math.clamp(before - said[0], 0, again.size());
            said[0] += again.size();
            if (skip < again.size()) {
                log.append(to.name(), again.subList(skip, again.size()));
                progress.accept(said[0]);
            }
        });
    }

    /** Less is here than was promised to be said again: an old backup was put back in the middle of it. */
    private static void fill(HubLog log, StreamName epoch, long missing) {
        for (long left = missing; left > 0; left -= LogLimits.RANGE_ENTRIES_MAX) {
            int some = (int) Math.min(left, LogLimits.RANGE_ENTRIES_MAX);
            log.append(epoch, Collections.nCopies(some, new NewEntry(NOTHING, 1, new byte[0])));
        }
    }

    /** What is worth saying again, in order, so much at once. */
    private static void each(HubLog log, StreamId from, Consumer<List<NewEntry>> batch) {
        long after = 0;
        for (List<Entry> range = read(log, from, after); !range.isEmpty(); range = read(log, from, after)) {
            List<NewEntry> again = new ArrayList<>();
            for (Entry entry : range) {
                byte[] content = entry.content();
                if (content != null && !entry.header().kind().equals(EpochBegun.KIND)) {
                    EntryHeader header = entry.header();
                    again.add(new NewEntry(header.kind(), header.kindVersion(), content, header.time()));
                }
            }
            batch.accept(again);
            after = range.getLast().seq();
        }
    }

    private static List<Entry> read(HubLog log, StreamId from, long after) {
        return log.read(from, after, LogLimits.RANGE_ENTRIES_MAX, BATCH_BYTES);
    }

    private static boolean isIncomplete(HubLog log, StreamId stream) {
        return !newest(log, stream).equals(current(log, stream));
    }

    private static StreamId newest(HubLog log, StreamId stream) {
        return newest(stream, one -> log.head(one).seq());
    }

    private static StreamId newest(StreamId stream, ToLongFunction<StreamId> head) {
        int epoch = 1;
        while (epoch < LogLimits.EPOCH_MAX && head.applyAsLong(at(stream, epoch + 1)) > 0) {
            epoch++;
        }
        return at(stream, epoch);
    }

    private static StreamId at(StreamId stream, int epoch) {
        return new StreamId(stream.hub(), stream.name().at(epoch));
    }
}
