package id.jipp.core.material;

import id.jipp.core.log.Hash;
import id.jipp.core.log.HubId;
import id.jipp.core.log.HubLog;
import id.jipp.core.log.PlacedEntry;
import id.jipp.core.log.Position;
import id.jipp.core.store.Documents;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads every file that is here and says whether it still is what its name says, and whether every file is here that
 * this hub tells of or keeps for itself. Changes nothing; files may come and go meanwhile.
 */
public final class MaterialVerifier {
    private static final int BATCH_ENTRIES = 1_000;
    private static final int PROBLEMS_MAX = 20;

    private final HubId self;
    private final HubLog log;
    private final Documents.Store store;
    private final Blobs blobs;
    private final List<String> problems = new ArrayList<>();

    private MaterialVerifier(HubId self, HubLog log, Documents.Store store, Blobs blobs) {
        this.self = self;
        this.log = log;
        this.store = store;
        this.blobs = blobs;
    }

    /**
     * @param files how many are here whole
     * @param notes what is worth knowing and not wrong
     * @param problems one sentence each, at most 20; empty if all is right
     */
    public record Report(long files, List<String> notes, List<String> problems) {}

    public static Report verify(HubId self, HubLog log, Documents.Store store, Blobs blobs) {
        try {
            return new MaterialVerifier(self, log, store, blobs).report();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The files cannot be read", unreadable);
        }
    }

    private Report report() throws IOException {
        Set<Hash> here = new HashSet<>();
        blobs.forEach(here::add);
        for (Hash file : here) {
            check(file);
        }
        Map<String, Boolean> known = known();
        Set<String> files = new HashSet<>();
        known.keySet().forEach(id -> files.add(fileOf(id).toString()));
        lacking(known).stream()
                // it may have been withdrawn since
                .filter(id -> known().containsKey(id))
                .forEach(id -> problems.add("The file of " + id + " is not here, though this hub says that it has it"));
        long strays =
                here.stream().filter(file -> !files.contains(file.toString())).count();
        List<String> notes = strays == 0
                ? List.of()
                : List.of(strays + " files belong to no material; they are removed when the hub runs");
        return new Report(
                here.size(), notes, problems.stream().limit(PROBLEMS_MAX).toList());
    }

    private void check(Hash file) throws IOException {
        try {
            if (!blobs.isIntact(file)) {
                problems.add("The file " + file + " has other bytes than its name says");
            }
        } catch (NoSuchFileException goneMeanwhile) {
            // then nobody is given it
        }
    }

    private List<String> lacking(Map<String, Boolean> known) {
        return known.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .filter(id -> !blobs.has(fileOf(id)))
                .sorted()
                .toList();
    }

    /** Every material that there is, and whether its file must be here. */
    private Map<String, Boolean> known() {
        Map<String, Boolean> known = new HashMap<>();
        Position position = Position.START;
        for (List<PlacedEntry> batch = log.readFrom(position, BATCH_ENTRIES);
                !batch.isEmpty();
                batch = log.readFrom(position, BATCH_ENTRIES)) {
            batch.forEach(placed -> MaterialEvent.of(placed.entry()).ifPresent(event -> {
                switch (event) {
                    case MaterialEvent.ToldV1 told ->
                        known.put(told.id(), placed.entry().stream().hub().equals(self));
                    case MaterialEvent.WithdrawnV1 gone -> known.remove(gone.id());
                }
            }));
            position = batch.getLast().position();
        }
        store.kept(Materials.KEPT, MaterialDocument.class).forEach(kept -> known.put(kept.id(), true));
        return known;
    }

    private static Hash fileOf(String id) {
        return MaterialId.parse(id)
                .orElseThrow(() -> new IllegalStateException("No material's id: " + id))
                .file();
    }
}
