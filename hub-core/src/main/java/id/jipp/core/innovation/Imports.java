package id.jipp.core.innovation;

import id.jipp.core.outcome.Outcome;
import id.jipp.core.person.Person;
import java.io.InputStream;
import java.util.List;

/**
 * Takes innovations in from a table. A dry run and a real one judge every row alike; what is already known, here or at
 * any synced hub, is not taken in again. Reads at most 20 MB and 50,000 rows in bounded memory. Thread-safe.
 */
public final class Imports {
    /** Judges the rows and changes nothing. {@code fileName} only serves the message; the type is told by the bytes. */
    public Outcome<ImportReport> preview(String fileName, InputStream file, Person by) {
        throw new UnsupportedOperationException();
    }

    /** Publishes the rows that are ready. */
    public Outcome<ImportReport> run(String fileName, InputStream file, Person by) {
        throw new UnsupportedOperationException();
    }

    /** Takes back what that import added, within 24 hours; what was changed since stays and is counted. */
    public Outcome<ImportUndo> undo(String importId, Person by) {
        throw new UnsupportedOperationException();
    }

    /** The imports of this hub that can still be taken back (24 hours), newest first, if the person may do so. */
    public List<ImportReceipt> undoable(Person by) {
        throw new UnsupportedOperationException();
    }
}
