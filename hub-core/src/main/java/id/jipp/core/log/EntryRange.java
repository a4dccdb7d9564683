package id.jipp.core.log;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Entries of one stream that follow each other, the last one signed: its signature authenticates all before it through
 * the chain of hashes. Between 1 and {@link LogLimits#RANGE_ENTRIES_MAX} of them.
 */
public record EntryRange(StreamId stream, List<Entry> entries) {
    public EntryRange {
        entries = List.copyOf(entries);
        if (entries.isEmpty() || entries.size() > LogLimits.RANGE_ENTRIES_MAX) {
            throw new IllegalArgumentException("A range has 1 to 1000 entries; came: " + entries.size());
        }
    }

    public Entry last() {
        return entries.getLast();
    }

    /** What is wrong with it by itself, whatever is held before it; null if nothing is. */
    public Acceptance.@Nullable Reason wrong(AuthorKeys keys) {
        return switch (EntryRules.check(this, keys)) {
            case EntryRules.Checked.Right right -> null;
            case EntryRules.Checked.Wrong wrong -> wrong.reason();
        };
    }
}
