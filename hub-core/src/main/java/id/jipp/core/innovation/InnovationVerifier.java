package id.jipp.core.innovation;

import id.jipp.core.log.Entry;
import id.jipp.core.log.Epochs;
import id.jipp.core.log.HubId;
import id.jipp.core.log.HubLog;
import id.jipp.core.log.PlacedEntry;
import id.jipp.core.log.Position;
import id.jipp.core.projection.Checkpoint;
import id.jipp.core.store.Documents;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes the innovations again from the log, beside those that are kept, and compares the two. Changes nothing. Holds
 * all records in memory while it runs.
 */
public final class InnovationVerifier {
    private static final int BATCH_ENTRIES = 1_000;
    private static final int PROBLEMS_MAX = 20;

    private InnovationVerifier() {}

    /**
     * @param records how many the log makes
     * @param behind whether what is kept does not go as far as the log; it is then caught up at the next start, and
     *     only what it does have is compared
     * @param problems one sentence each, at most 20; empty if both agree
     */
    public record Report(long records, boolean behind, List<String> problems) {}

    public static Report verify(HubLog log, Documents.Store store) {
        Position keptUpTo = new Checkpoint(store, InnovationProjection.NAME).position();
        Pending pending = Pending.after(keptUpTo, log);
        Map<String, InnovationDocument> made = new HashMap<>();
        log.heads().byStream().keySet().stream()
                .filter(stream -> stream.name().isPublic() && stream.equals(Epochs.current(log, stream)))
                .forEach(stream -> made.putAll(Replay.of(log, stream, id -> true, Long.MAX_VALUE, source -> {})));
        long records = made.size();
        List<String> problems = new ArrayList<>();
        store.collection(InnovationProjection.NAME, InnovationDocument.class).forEach(kept -> {
            InnovationDocument expected = made.remove(kept.id());
            if (pending.isAbout(kept.id())) {
                return;
            }
            if (expected == null) {
                problems.add("The catalogue has " + kept.id() + ", of which the log knows nothing");
            } else if (kept.at().equals(expected.at()) && !kept.equals(expected)) {
                problems.add("The catalogue has " + kept.id() + " otherwise than the log makes it");
            } else if (!kept.equals(expected)) {
                problems.add("The catalogue has " + kept.id() + " as it was before its last change");
            }
        });
        made.keySet().stream()
                .filter(missing -> !pending.isAbout(missing))
                .forEach(missing -> problems.add("The catalogue lacks " + missing));
        boolean behind = log.last().isAfter(keptUpTo);
        return new Report(records, behind, problems.stream().limit(PROBLEMS_MAX).toList());
    }

    /** The records, and the hubs, of which the catalogue has not heard the newest yet. */
    private record Pending(Set<String> records, Set<HubId> hubs) {
        static Pending after(Position kept, HubLog log) {
            Pending pending = new Pending(new HashSet<>(), new HashSet<>());
            Position position = kept;
            for (List<PlacedEntry> batch = log.readFrom(position, BATCH_ENTRIES);
                    !batch.isEmpty();
                    batch = log.readFrom(position, BATCH_ENTRIES)) {
                batch.stream().map(PlacedEntry::entry).forEach(pending::note);
                position = batch.getLast().position();
            }
            return pending;
        }

        /** An erasure does not say which records it is about, nor does what was erased since. */
        private void note(Entry entry) {
            InnovationEvent.of(entry)
                    .ifPresentOrElse(
                            event -> records.add(event.id()),
                            () -> hubs.add(entry.stream().hub()));
        }

        boolean isAbout(String id) {
            return records.contains(id)
                    || InnovationId.parse(id)
                            .filter(record -> hubs.contains(record.hub()))
                            .isPresent();
        }
    }
}
