package id.jipp.core.foundation;

import id.jipp.core.log.HubLog;
import id.jipp.core.store.Documents;
import java.util.List;
import java.util.Optional;

/** How what every room stands on does, in sentences for whoever runs the hub. Thread-safe. */
public final class Foundations {
    private final HubLog log;
    private final Documents.Store store;

    public Foundations(HubLog log, Documents.Store store) {
        this.log = log;
        this.store = store;
    }

    /** Why the log cannot be written now; it goes on by itself once that is mended. */
    public Optional<String> logTrouble() {
        return log.trouble();
    }

    /** Why documents cannot be written any more; the hub must be started again. */
    public Optional<String> storeTrouble() {
        return store.trouble();
    }

    /** What should be looked after, though everything works. */
    public List<String> notes() {
        return store.notes();
    }
}
