package id.jipp.core.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Walks every stream of a log from its first entry: form, numbers, chain, signatures and payload hashes. Changes
 * nothing, and needs no more memory than one range at a time.
 */
public final class LogVerifier {
    private static final int RANGE_BYTES = 4 * 1024 * 1024;

    private LogVerifier() {}

    /**
     * @param heads up to where each stream was found right
     * @param problems one sentence each; empty if all is right
     */
    public record Report(Heads heads, long entries, long erased, List<String> problems) {
        public Report {
            problems = List.copyOf(problems);
        }

        public boolean isOk() {
            return problems.isEmpty();
        }
    }

    public static Report verify(HubLog log, AuthorKeys keys) {
        Walk walk = new Walk(log, keys);
        log.heads().byStream().forEach(walk::stream);
        log.forks().stream()
                .filter(fork -> !Epochs.isOver(log.heads(), fork.stream()))
                .forEach(fork -> walk.problems.add(
                        fork.stream() + " is frozen: its hub signed two entries with the number " + fork.seq()));
        return new Report(Heads.of(walk.right), walk.entries, walk.erased, walk.problems);
    }

    private static final class Walk {
        private final HubLog log;
        private final AuthorKeys keys;
        private final Map<StreamId, Head> right = new TreeMap<>();
        private final List<String> problems = new ArrayList<>();
        private long entries;
        private long erased;

        Walk(HubLog log, AuthorKeys keys) {
            this.log = log;
            this.keys = keys;
        }

        void stream(StreamId stream, Head claimed) {
            Head reached = Head.NONE;
            String wrong = null;
            while (wrong == null && reached.seq() < claimed.seq()) {
                try {
                    List<Entry> range = log.read(stream, reached.seq(), LogLimits.RANGE_ENTRIES_MAX, RANGE_BYTES);
                    wrong = wrongIn(stream, reached, range);
                    if (wrong == null) {
                        count(range);
                        reached =
                                new Head(range.getLast().seq(), range.getLast().hash());
                    }
                } catch (LogUnavailable damaged) {
                    wrong = String.valueOf(damaged.getMessage());
                }
            }
            if (wrong == null
                    && reached.seq() == claimed.seq()
                    && !reached.hash().equals(claimed.hash())) {
                wrong = "the head names another hash";
            }
            if (wrong != null) {
                problems.add(stream + " after entry " + reached.seq() + ": " + wrong);
            }
            right.put(stream, reached);
        }

        private @Nullable String wrongIn(StreamId stream, Head reached, List<Entry> range) {
            if (range.isEmpty()) {
                return "no signed entry follows, though the head is further";
            }
            EntryHeader first = range.getFirst().header();
            if (first.seq() != reached.seq() + 1 || !first.previous().equals(reached.hash())) {
                return "the next entry does not follow";
            }
            return switch (EntryRules.check(new EntryRange(stream, range), keys)) {
                case EntryRules.Checked.Right fine -> null;
                case EntryRules.Checked.Wrong broken -> broken.reason().toString();
            };
        }

        private void count(List<Entry> range) {
            entries += range.size();
            erased += range.stream().filter(Entry::isErased).count();
        }
    }
}
