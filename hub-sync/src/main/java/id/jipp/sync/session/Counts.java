package id.jipp.sync.session;

import id.jipp.core.log.Hash;
import id.jipp.core.log.HubId;
import id.jipp.core.log.StreamId;
import id.jipp.core.peer.Passed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What one session has counted. */
final class Counts {
    private long received;
    private long sent;
    private long repeated;
    private long refused;
    private @Nullable Refusal lastRefusal;
    private final Map<HubId, Passed> records = new TreeMap<>();
    private final Map<HubId, Passed> messages = new TreeMap<>();
    private List<Passed> passed = List.of();
    private long fileBytesReceived;
    private long fileBytesSent;
    private long filesReceived;

    void received(StreamId stream, int entries) {
        received += entries;
        count(stream, entries, 0);
    }

    void sent(StreamId stream, long entries) {
        sent += entries;
        count(stream, 0, entries);
    }

    private void count(StreamId stream, long came, long went) {
        if (came + went == 0) {
            return;
        }
        boolean room = stream.name().isRoom();
        Map<HubId, Passed> sums = room ? messages : records;
        Passed.Kind kind = room ? Passed.Kind.MESSAGES : Passed.Kind.RECORDS;
        sums.merge(
                stream.hub(),
                new Passed(stream.hub(), kind, came, went),
                (sum, more) -> new Passed(sum.author(), kind, sum.came() + more.came(), sum.went() + more.went()));
        passed = List.of();
    }

    void repeated(int entries) {
        repeated += entries;
    }

    void refused(Refusal why) {
        refused++;
        lastRefusal = why;
    }

    void fileBytesReceived(int bytes) {
        fileBytesReceived += bytes;
    }

    void fileBytesSent(int bytes) {
        fileBytesSent += bytes;
    }

    void fileReceived() {
        filesReceived++;
    }

    FileProgress files(@Nullable Hash arriving) {
        return new FileProgress(arriving, fileBytesReceived, fileBytesSent, filesReceived);
    }

    long received() {
        return received;
    }

    long sent() {
        return sent;
    }

    long repeated() {
        return repeated;
    }

    long refused() {
        return refused;
    }

    @Nullable
    Refusal lastRefusal() {
        return lastRefusal;
    }

    /** By author and kind; made anew only where something passed since. */
    List<Passed> passed() {
        if (passed.isEmpty() && received + sent > 0) {
            List<Passed> all = new ArrayList<>(records.values());
            all.addAll(messages.values());
            passed = List.copyOf(all);
        }
        return passed;
    }
}
