package id.jipp.core.innovation;

import id.jipp.core.log.HubLog;
import id.jipp.core.log.PlacedEntry;
import id.jipp.core.log.Position;
import id.jipp.core.store.Documents;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
        Documents<InnovationProjection.Checkpoint> checkpoints =
                store.collection(InnovationProjection.NAME + "_checkpoint", InnovationProjection.Checkpoint.class);
        InnovationProjection.Checkpoint checkpoint = checkpoints.find(InnovationProjection.NAME);
        long keptUpTo = checkpoint == null ? 0 : checkpoint.position();
        Map<String, InnovationDocument> made = replay(log);
        long records = made.size();
        List<String> problems = new ArrayList<>();
        store.collection(InnovationProjection.NAME, InnovationDocument.class).forEach(kept -> {
            InnovationDocument expected = made.get(kept.id());
            if (expected == null) {
                problems.add("The catalogue has " + kept.id() + ", of which the log knows nothing");
            } else if (kept.position() == expected.position() && !kept.equals(expected)) {
                problems.add("The catalogue has " + kept.id() + " otherwise than the log makes it");
            } else if (kept.position() < expected.position() && expected.position() <= keptUpTo) {
                problems.add("The catalogue has " + kept.id() + " as it was before its last change");
            }
            made.remove(kept.id());
        });
        made.values().stream()
                .filter(missing -> missing.position() <= keptUpTo)
                .forEach(missing -> problems.add("The catalogue lacks " + missing.id()));
        boolean behind = keptUpTo < log.last().value();
        return new Report(records, behind, problems.stream().limit(PROBLEMS_MAX).toList());
    }

    private static Map<String, InnovationDocument> replay(HubLog log) {
        Map<String, InnovationDocument> made = new HashMap<>();
        Position position = Position.START;
        for (List<PlacedEntry> batch = log.readFrom(position, BATCH_ENTRIES);
                !batch.isEmpty();
                batch = log.readFrom(position, BATCH_ENTRIES)) {
            batch.forEach(placed -> InnovationProjection.eventOf(placed).ifPresent(event -> {
                long time = placed.entry().header().time().toEpochMilli();
                InnovationDocument after = InnovationHistory.after(
                        made.get(event.id()), event, placed.position().value(), time);
                if (after != null) {
                    made.put(event.id(), after);
                }
            }));
            position = batch.getLast().position();
        }
        return made;
    }
}
