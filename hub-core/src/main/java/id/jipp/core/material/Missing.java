package id.jipp.core.material;

import id.jipp.core.log.Hash;
import id.jipp.core.log.HubId;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The files we know of and have not whole, each as one of the materials that it is. Thread-safe. */
final class Missing {
    private final Blobs blobs;
    private final Shelf shelf;
    private final Map<Hash, MaterialDocument> byFile = new ConcurrentHashMap<>();

    Missing(Blobs blobs, Shelf shelf) throws IOException {
        this.blobs = blobs;
        this.shelf = shelf;
        Set<Hash> here = new HashSet<>();
        blobs.forEach(here::add);
        for (String name : shelf.files()) {
            Hash file = Hash.parse(name);
            if (!here.contains(file)) {
                told(file).ifPresent(document -> byFile.put(file, document));
            }
        }
    }

    /** Looks again after something was said of that file, or it came. @return whether it is missing */
    boolean look(Hash file) {
        MaterialDocument told = told(file).orElse(null);
        if (told == null || blobs.has(file)) {
            byFile.remove(file);
            return false;
        }
        byFile.put(file, told);
        return true;
    }

    private Optional<MaterialDocument> told(Hash file) {
        return shelf.of(file).stream().filter(MaterialDocument::isTold).findFirst();
    }

    Optional<MaterialDocument> find(Hash file) {
        return Optional.ofNullable(byFile.get(file));
    }

    /** Those of that hub. */
    Awaited of(HubId owner) {
        List<MaterialDocument> its = byFile.values().stream()
                .filter(document -> document.materialId().seminar().hub().equals(owner))
                .toList();
        return new Awaited(
                its.size(), its.stream().mapToLong(MaterialDocument::bytes).sum());
    }

    List<MaterialDocument> all() {
        return List.copyOf(byFile.values());
    }
}
