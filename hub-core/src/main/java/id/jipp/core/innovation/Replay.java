package id.jipp.core.innovation;

import id.jipp.core.log.Entry;
import id.jipp.core.log.HubLog;
import id.jipp.core.log.LogLimits;
import id.jipp.core.log.StreamId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** What is left in a hub's public stream makes its records again. */
final class Replay {
    private static final int RANGE_BYTES = 4 * 1024 * 1024;

    private Replay() {}

    /** An entry and what it says. */
    record Source(StreamId stream, long seq, InnovationEvent event) {}

    /**
     * The records that the stream makes as it is now, by id.
     *
     * @param wanted only these
     * @param present no time is later
     * @param read hears of each entry that was about one of them
     */
    static Map<String, InnovationDocument> of(
            HubLog log, StreamId stream, Predicate<String> wanted, long present, Consumer<Source> read) {
        Map<String, InnovationDocument> made = new HashMap<>();
        long after = 0;
        for (List<Entry> range = read(log, stream, after); !range.isEmpty(); range = read(log, stream, after)) {
            for (Entry entry : range) {
                InnovationEvent.of(entry)
                        .filter(event -> wanted.test(event.id()))
                        .ifPresent(event -> {
                            read.accept(new Source(stream, entry.seq(), event));
                            InnovationDocument record =
                                    InnovationHistory.after(made.get(event.id()), event, entry, present);
                            if (record != null) {
                                made.put(event.id(), record);
                            }
                        });
            }
            after = range.getLast().seq();
        }
        return made;
    }

    private static List<Entry> read(HubLog log, StreamId stream, long after) {
        return log.read(stream, after, LogLimits.RANGE_ENTRIES_MAX, RANGE_BYTES);
    }
}
