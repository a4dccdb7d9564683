package id.jipp.core.innovation;

import id.jipp.core.innovation.ImportReading.Judged;
import id.jipp.core.log.LogLimits;
import id.jipp.core.log.LogUnavailable;
import id.jipp.core.log.NewEntry;
import id.jipp.core.outcome.Outcome;
import id.jipp.core.outcome.Outcome.Why;
import id.jipp.core.outcome.Problem;
import id.jipp.core.person.Person;
import id.jipp.core.store.Documents;
import id.jipp.core.table.TableFile;
import id.jipp.core.table.TableRefused;
import id.jipp.core.text.PlainText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Takes innovations in from a table. A dry run and a real one judge every row alike; what is already known, here or at
 * any synced hub, is not taken in again. Reads at most 20 MB and 50,000 rows in bounded memory. One file at a time,
 * others wait for half a minute and are then asked to come again. Thread-safe.
 */
public final class Imports {
    /** A file may be as large as this; the one place that says so to pages, API and container. */
    public static final int FILE_BYTES_MAX = TableFile.BYTES_MAX;

    private static final int FILE_NAME_CHARS_MAX = 200;
    private static final Duration TURN_WAIT_MAX = Duration.ofSeconds(30);
    private static final int BATCH_BYTES_MAX = 4 * 1024 * 1024;

    private final Innovations innovations;
    private final ImportHistory history;
    private final Clock clock;
    private final LocalIds ids = new LocalIds();
    private final ReentrantLock oneAtATime = new ReentrantLock();

    public Imports(Innovations innovations, Documents.Store store, Clock clock) {
        this.innovations = innovations;
        this.history = new ImportHistory(store);
        this.clock = clock;
    }

    /** Judges the rows and changes nothing. {@code fileName} only serves the message; the type is told by the bytes. */
    public Outcome<ImportReport> preview(String fileName, InputStream file, Person by) {
        return preview(fileName, file, RowFixes.NONE, by);
    }

    /** Judges the rows with what the person wrote over their cells. */
    public Outcome<ImportReport> preview(String fileName, InputStream file, RowFixes fixes, Person by) {
        return read(file, fixes, by, whole -> preview(whole));
    }

    /**
     * Publishes the rows that are ready. If the log fails in the middle, the report says which went in; trying the file
     * again takes in the rest.
     */
    public Outcome<ImportReport> run(String fileName, InputStream file, Person by) {
        return run(fileName, file, RowFixes.NONE, by);
    }

    /** Publishes the rows that are ready with what the person wrote over their cells. */
    public Outcome<ImportReport> run(String fileName, InputStream file, RowFixes fixes, Person by) {
        String name = PlainText.cut(PlainText.line(fileName), FILE_NAME_CHARS_MAX);
        return read(file, fixes, by, whole -> take(name, whole, by));
    }

    /** Takes back what that import added, within 24 hours; what was changed since stays and is counted. */
    public Outcome<ImportUndo> undo(String importId, Person by) {
        if (!innovations.rights().mayPublish(by)) {
            return Rights.forbidden();
        }
        if (!myTurn()) {
            return Outcome.refused(Why.BUSY, "", "busy");
        }
        try {
            ImportHistory.Taken taken = history.find(importId);
            if (taken == null) {
                return Outcome.refused(Why.NOT_FOUND, "", "not-found");
            }
            if (taken.undone()) {
                return Outcome.refused(Why.CONFLICT, "", "already-undone");
            }
            if (!taken.canBeUndone(clock.instant())) {
                return Outcome.refused(Why.CONFLICT, "", "undo-too-late", ImportHistory.UNDO_WITHIN.toHours());
            }
            if (!innovations.catchUp()) {
                return Outcome.refused(Why.BUSY, "", "busy");
            }
            ImportUndo undone = innovations.withdrawUnchanged(history.innovationsOf(taken));
            history.keep(taken.asUndone());
            return Outcome.done(undone);
        } finally {
            oneAtATime.unlock();
        }
    }

    /** The imports of this hub that can still be taken back (24 hours), newest first, if the person may do so. */
    public List<ImportReceipt> undoable(Person by) {
        return innovations.rights().mayPublish(by) ? history.undoable(clock.instant()) : List.of();
    }

    private boolean myTurn() {
        try {
            return oneAtATime.tryLock(TURN_WAIT_MAX.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Outcome<ImportReport> read(InputStream file, RowFixes fixes, Person by, Use use) {
        if (!innovations.rights().mayPublish(by)) {
            return Rights.forbidden();
        }
        if (!myTurn()) {
            return Outcome.refused(Why.BUSY, "file", "busy");
        }
        try {
            if (!innovations.catchUp()) {
                return Outcome.refused(Why.BUSY, "file", "busy");
            }
            ImportReading reading =
                    new ImportReading(innovations.rules(), innovations.yearNow(), innovations::knownAs, fixes);
            return Outcome.done(use.of(reading.read(TableFile.of(file))));
        } catch (TableRefused refused) {
            Problem problem = refused.problem();
            boolean tooMuch = problem.reason().startsWith("too-many")
                    || problem.reason().equals("file-too-large")
                    || problem.reason().equals("file-expands-too-far");
            return new Outcome.Refused<>(tooMuch ? Why.LIMIT : Why.INVALID, List.of(problem));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } finally {
            oneAtATime.unlock();
        }
    }

    private ImportReport take(String fileName, ImportReading.Whole whole, Person by) {
        ImportHistory.Taken taken = new ImportHistory.Taken(
                ids.next(clock.millis()), fileName, by.id().toString(), clock.millis(), 0, 0, false);
        Map<Integer, InnovationId> added = new LinkedHashMap<>();
        Map<Integer, InnovationId> batch = new LinkedHashMap<>();
        List<NewEntry> entries = new ArrayList<>();
        int bytes = 0;
        try {
            for (Judged row : whole.rows()) {
                if (row.fields() == null || row.area() == null) {
                    continue;
                }
                InnovationId id = innovations.newId();
                NewEntry entry = new InnovationEvent.PublishedV1(
                                id.toString(), row.area().value(), FieldsV1.of(row.fields()))
                        .toEntry();
                if (entries.size() == LogLimits.RANGE_ENTRIES_MAX || bytes + entry.content().length > BATCH_BYTES_MAX) {
                    taken = write(taken, batch, entries, added);
                    bytes = 0;
                }
                entries.add(entry);
                batch.put(row.row().row(), id);
                bytes += entry.content().length;
            }
            taken = write(taken, batch, entries, added);
        } catch (LogUnavailable failed) {
            taken = taken.with(added.size(), taken.pages());
            System.getLogger(Imports.class.getName())
                    .log(System.Logger.Level.ERROR, "An import broke off after " + added.size() + " rows", failed);
        }
        history.keep(taken.with(added.size(), taken.pages()));
        innovations.catchUp();
        return report(taken.id(), whole, added);
    }

    private ImportHistory.Taken write(
            ImportHistory.Taken taken,
            Map<Integer, InnovationId> batch,
            List<NewEntry> entries,
            Map<Integer, InnovationId> added) {
        if (entries.isEmpty()) {
            return taken;
        }
        ImportHistory.Taken planned = history.plan(
                taken, batch.values().stream().map(InnovationId::toString).toList());
        innovations.append(List.copyOf(entries));
        added.putAll(batch);
        batch.clear();
        entries.clear();
        return planned;
    }

    private static ImportReport preview(ImportReading.Whole whole) {
        List<ImportReport.Row> rows = whole.rows().stream().map(Judged::row).toList();
        int ready = (int) rows.stream()
                .filter(row -> row.state() == ImportReport.State.READY)
                .count();
        return new ImportReport(null, whole.header().columns(), rows, ready, rows.size() - ready);
    }

    /** @param added what became of the ready rows, by row number */
    private static ImportReport report(String id, ImportReading.Whole whole, Map<Integer, InnovationId> added) {
        List<ImportReport.Row> rows = new ArrayList<>(whole.rows().size());
        for (Judged judged : whole.rows()) {
            ImportReport.Row row = judged.row();
            boolean ready = row.state() == ImportReport.State.READY;
            InnovationId innovation = added.get(row.row());
            boolean broke = ready && innovation == null;
            rows.add(new ImportReport.Row(
                    row.row(),
                    broke ? ImportReport.State.PROBLEM : row.state(),
                    row.title(),
                    row.tells(),
                    broke ? List.of(Problem.of("", "not-saved")) : row.problems(),
                    row.came(),
                    row.duplicateOf(),
                    innovation));
        }
        return new ImportReport(
                id, whole.header().columns(), List.copyOf(rows), added.size(), rows.size() - added.size());
    }

    private interface Use {
        ImportReport of(ImportReading.Whole whole);
    }
}
