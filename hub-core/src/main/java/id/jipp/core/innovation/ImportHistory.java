package id.jipp.core.innovation;

import id.jipp.core.store.Documents;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which records each import added. The ids of a batch are on disk before its records are, so that after a crash between
 * the two an undo still finds all of them. Thread-safe.
 */
final class ImportHistory {
    static final Duration UNDO_WITHIN = Duration.ofHours(24);

    /** @param added planned until all batches are in; an undo looks at what is there */
    record Taken(String id, String fileName, String by, long at, int added, int pages, boolean undone) {
        boolean canBeUndone(Instant now) {
            return !undone && added > 0 && at > now.minus(UNDO_WITHIN).toEpochMilli();
        }

        ImportReceipt receipt() {
            return new ImportReceipt(id, fileName, Instant.ofEpochMilli(at), added);
        }

        Taken with(int allAdded, int allPages) {
            return new Taken(id, fileName, by, at, allAdded, allPages, undone);
        }

        Taken asUndone() {
            return new Taken(id, fileName, by, at, added, pages, true);
        }
    }

    record Page(String id, List<String> innovations) {}

    private final Documents<Taken> imports;
    private final Documents<Page> pages;
    private final Map<String, Taken> byId = new ConcurrentHashMap<>();

    ImportHistory(Documents.Store store) {
        this.imports = store.kept("innovation_imports", Taken.class);
        this.pages = store.kept("innovation_import_pages", Page.class);
        imports.forEach(taken -> byId.put(taken.id(), taken));
    }

    /** Notes a batch that is about to be written. */
    Taken plan(Taken taken, List<String> innovations) {
        pages.save(new Page(taken.id() + "." + taken.pages(), innovations));
        Taken next = taken.with(taken.added() + innovations.size(), taken.pages() + 1);
        keep(next);
        return next;
    }

    void keep(Taken taken) {
        imports.save(taken);
        imports.flush();
        byId.put(taken.id(), taken);
    }

    @Nullable
    Taken find(String id) {
        return byId.get(id);
    }

    List<String> innovationsOf(Taken taken) {
        List<String> all = new ArrayList<>(taken.added());
        for (int page = 0; page < taken.pages(); page++) {
            Page kept = pages.find(taken.id() + "." + page);
            if (kept != null) {
                all.addAll(kept.innovations());
            }
        }
        return all;
    }

    List<ImportReceipt> undoable(Instant now) {
        return byId.values().stream()
                .filter(taken -> taken.canBeUndone(now))
                .sorted(Comparator.comparingLong(Taken::at).reversed().thenComparing(Taken::id))
                .map(Taken::receipt)
                .toList();
    }
}
