package id.jipp.core.foundation;

import id.jipp.core.disk.DiskReserve;
import id.jipp.core.log.Epochs;
import id.jipp.core.log.Fork;
import id.jipp.core.log.HubId;
import id.jipp.core.log.HubLog;
import id.jipp.core.log.LogUnavailable;
import id.jipp.core.store.Documents;
import java.util.List;
import java.util.Optional;

/** How what every room stands on does, in sentences for whoever runs the hub. Thread-safe. */
public final class Foundations {
    private final HubLog log;
    private final Documents.Store store;
    private final DiskReserve disk;
    private final HubId self;

    public Foundations(HubLog log, Documents.Store store, DiskReserve disk, HubId self) {
        this.self = self;
        this.log = log;
        this.store = store;
        this.disk = disk;
    }

    /** Why the log cannot be written now; it goes on by itself once that is mended. */
    public Optional<String> logTrouble() {
        return log.trouble();
    }

    /** Why documents can be neither read nor written until the hub is started again. */
    public Optional<String> storeTrouble() {
        return store.trouble();
    }

    /** Whether starting again would help: the store is closed, and the disk takes writes again. */
    public boolean wantsStartAgain() {
        return store.trouble().isPresent() && disk.takesWrites();
    }

    /** Which of our own streams nobody takes any more. */
    public List<String> logNotes() {
        return log.forks().stream()
                .map(Fork::stream)
                .filter(stream -> stream.hub().equals(self) && !Epochs.isOver(log.heads(), stream))
                .map(stream ->
                        String.valueOf(LogUnavailable.frozen(stream.name()).getMessage()))
                .toList();
    }

    /** What should be looked after of the documents, though everything works. */
    public List<String> storeNotes() {
        return store.notes();
    }
}
