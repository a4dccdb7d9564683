package id.jipp.core.innovation;

import id.jipp.core.log.StreamId;
import id.jipp.core.store.Documents;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which records the entries of each stream were about, so that what was made of an entry is found when it is erased.
 * Kept before the records are. Used by the projection's thread only.
 */
final class Sources {
    private static final int FIND_MAX = 1_000;

    private final Documents<SourcePage> pages;
    private final Map<String, SourcePage> known = new HashMap<>();
    private final Map<String, SourcePage> changed = new HashMap<>();

    Sources(Documents<SourcePage> pages) {
        this.pages = pages;
    }

    /** Reads the pages of those numbers at once. */
    void load(StreamId stream, Collection<Long> numbers) {
        Set<String> ids = new LinkedHashSet<>();
        numbers.forEach(seq -> ids.add(SourcePage.id(stream, seq)));
        ids.removeAll(known.keySet());
        List<String> asked = List.copyOf(ids);
        for (int from = 0; from < asked.size(); from += FIND_MAX) {
            pages.findAll(asked.subList(from, Math.min(asked.size(), from + FIND_MAX)))
                    .forEach(page -> known.put(page.id(), page));
        }
        asked.forEach(id -> known.computeIfAbsent(id, SourcePage::empty));
    }

    void note(StreamId stream, long seq, String record) {
        SourcePage before = page(stream, seq);
        if (!record.equals(before.records().get(Long.toString(seq)))) {
            SourcePage after = before.with(seq, record);
            known.put(after.id(), after);
            changed.put(after.id(), after);
        }
    }

    @Nullable
    String recordOf(StreamId stream, long seq) {
        return page(stream, seq).records().get(Long.toString(seq));
    }

    /** All records that a stream of that length was about. */
    Set<String> recordsOf(StreamId stream, long upTo) {
        List<Long> numbers = new ArrayList<>();
        for (long seq = 1; seq <= upTo; seq += SourcePage.ENTRIES) {
            numbers.add(seq);
        }
        load(stream, numbers);
        Set<String> records = new LinkedHashSet<>();
        numbers.forEach(seq -> records.addAll(page(stream, seq).records().values()));
        return records;
    }

    /** Keeps what was noted, and forgets it here. */
    void keep() {
        pages.saveAll(changed.values());
        changed.clear();
        known.clear();
    }

    void clear() {
        pages.clear();
        changed.clear();
        known.clear();
    }

    private SourcePage page(StreamId stream, long seq) {
        load(stream, List.of(seq));
        return known.getOrDefault(SourcePage.id(stream, seq), SourcePage.empty(SourcePage.id(stream, seq)));
    }
}
