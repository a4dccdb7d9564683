package id.jipp.core.foundation;

import id.jipp.core.innovation.InnovationVerifier;
import id.jipp.core.log.AuthorKeys;
import id.jipp.core.log.Digest;
import id.jipp.core.log.HubId;
import id.jipp.core.log.HubLog;
import id.jipp.core.log.LogVerifier;
import id.jipp.core.material.Blobs;
import id.jipp.core.material.MaterialVerifier;
import id.jipp.core.store.Documents;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks everything a hub holds: each signature and chain, that what is derived is what the log makes, and each file.
 */
public final class HubVerifier {
    private final HubLog log;
    private final AuthorKeys keys;
    private final Documents.Store store;
    private final Blobs blobs;
    private final HubId self;

    public HubVerifier(HubLog log, AuthorKeys keys, Documents.Store store, Blobs blobs, HubId self) {
        this.log = log;
        this.keys = keys;
        this.store = store;
        this.blobs = blobs;
        this.self = self;
    }

    /**
     * @param digest of what was found right
     * @param notes what is worth knowing and not wrong
     * @param problems one sentence each; empty if all is right
     */
    public record Report(
            Digest digest,
            long entries,
            long erased,
            long innovations,
            long files,
            List<String> notes,
            List<String> problems) {
        public boolean isOk() {
            return problems.isEmpty();
        }
    }

    /** Reads everything once; takes about a second for 10,000 entries or 500 MB of files, and writers go on meanwhile. */
    public Report verify() {
        LogVerifier.Report ofLog = LogVerifier.verify(log, keys);
        InnovationVerifier.Report ofInnovations = InnovationVerifier.verify(log, store);
        MaterialVerifier.Report ofFiles = MaterialVerifier.verify(self, log, store, blobs);
        List<String> problems = new ArrayList<>(ofLog.problems());
        problems.addAll(ofInnovations.problems());
        problems.addAll(ofFiles.problems());
        if (log.isShortened()) {
            problems.add("The log ends before what it had acknowledged");
        }
        List<String> notes = new ArrayList<>(ofFiles.notes());
        if (ofInnovations.behind()) {
            notes.addFirst("The catalogue is behind the log; it catches up when the hub runs");
        }
        return new Report(
                Digest.of(ofLog.heads()),
                ofLog.entries(),
                ofLog.erased(),
                ofInnovations.records(),
                ofFiles.files(),
                notes,
                problems);
    }
}
