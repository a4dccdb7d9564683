package id.jipp.sync.parcel;

import id.jipp.core.log.StreamId;
import id.jipp.core.outcome.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one parcel has brought so far. */
final class Tally {
    private final Map<StreamId, Problem> left = new LinkedHashMap<>();
    private long entries;
    private long known;
    private long leftEntries;
    private int files;
    private int filesKnown;
    private int filesLeft;

    void took(int fresh, int here) {
        entries += fresh;
        known += here;
    }

    boolean hasLeft(StreamId stream) {
        return left.containsKey(stream);
    }

    void leave(StreamId stream, int count, Problem why) {
        left.putIfAbsent(stream, why);
        leftEntries += count;
    }

    void leaveMore(int count) {
        leftEntries += count;
    }

    void tookFile() {
        files++;
    }

    void knewFile() {
        filesKnown++;
    }

    void leftFile() {
        filesLeft++;
    }

    long read() {
        return entries + known + leftEntries;
    }

    long entries() {
        return entries;
    }

    ParcelTaken taken(ParcelHead head, ParcelTaken.Link link, long bytes, @Nullable Problem stopped) {
        List<ParcelTaken.LeftOut> named = new ArrayList<>();
        left.entrySet().stream()
                .limit(ParcelLimits.LEFT_NAMED_MAX)
                .forEach(each -> named.add(new ParcelTaken.LeftOut(each.getKey(), each.getValue())));
        return new ParcelTaken(
                head.maker(),
                head.made(),
                link,
                entries,
                known,
                leftEntries,
                named,
                files,
                filesKnown,
                filesLeft,
                bytes,
                stopped);
    }
}
