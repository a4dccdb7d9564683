package id.jipp.core.material;

import id.jipp.core.log.Hash;
import id.jipp.core.log.HubId;
import id.jipp.core.seminar.SeminarId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All materials in memory, but for what their files are made of: by seminar, and by file. Of one material the word that
 * was told to the network counts before the one that is kept here alone. Thread-safe.
 */
final class Shelf {
    private static final Comparator<MaterialDocument> BY_TITLE =
            Comparator.comparing(MaterialDocument::title).thenComparing(MaterialDocument::id);

    /** Nobody who tells of a file later outranks its owner. */
    private static final Comparator<MaterialDocument> FIRST_TOLD = Comparator.comparingLong(MaterialDocument::position);

    private final Map<String, MaterialDocument> told = new HashMap<>();
    private final Map<String, MaterialDocument> kept = new HashMap<>();
    private final Map<String, Set<String>> bySeminar = new HashMap<>();
    private final Map<String, Set<String>> byFile = new HashMap<>();
    private final Map<HubId, Integer> toldPerHub = new HashMap<>();
    private final Map<HubId, Long> bytesPerHub = new HashMap<>();

    synchronized void putTold(MaterialDocument document) {
        put(told, document);
    }

    synchronized void putKept(MaterialDocument document) {
        put(kept, document);
    }

    private void put(Map<String, MaterialDocument> place, MaterialDocument document) {
        MaterialId id = document.materialId();
        HubId hub = id.seminar().hub();
        bytesPerHub.merge(hub, -bytesOf(document.id()), Long::sum);
        if (place.put(document.id(), document.withoutChunks()) == null && place == told) {
            toldPerHub.merge(hub, 1, Integer::sum);
        }
        bytesPerHub.merge(hub, bytesOf(document.id()), Long::sum);
        bySeminar
                .computeIfAbsent(id.seminar().toString(), seminar -> new HashSet<>())
                .add(document.id());
        byFile.computeIfAbsent(id.file().toString(), file -> new HashSet<>()).add(document.id());
    }

    synchronized void removeKept(MaterialId id) {
        HubId hub = id.seminar().hub();
        bytesPerHub.merge(hub, -bytesOf(id.toString()), Long::sum);
        kept.remove(id.toString());
        bytesPerHub.merge(hub, bytesOf(id.toString()), Long::sum);
        if (!told.containsKey(id.toString())) {
            drop(bySeminar, id.seminar().toString(), id.toString());
            drop(byFile, id.file().toString(), id.toString());
        }
    }

    private static void drop(Map<String, Set<String>> index, String key, String id) {
        Set<String> ids = index.get(key);
        if (ids != null && ids.remove(id) && ids.isEmpty()) {
            index.remove(key);
        }
    }

    private long bytesOf(String id) {
        MaterialDocument now = now(id);
        return now == null ? 0 : now.bytes();
    }

    /** What is so now; null if there is no such material, or it is shared no more and not kept. */
    private @Nullable MaterialDocument now(String id) {
        MaterialDocument shared = told.get(id);
        return shared != null && !shared.withdrawn() ? shared : kept.get(id);
    }

    synchronized @Nullable MaterialDocument find(MaterialId id) {
        return now(id.toString());
    }

    /** Also where it is shared no more. */
    synchronized @Nullable MaterialDocument findTold(String id) {
        return told.get(id);
    }

    /** In the order of their titles. */
    synchronized List<MaterialDocument> of(SeminarId seminar) {
        return all(bySeminar.getOrDefault(seminar.toString(), Set.of()), BY_TITLE);
    }

    /** Every material that this file is: those kept here first, then in the order they were told of. */
    synchronized List<MaterialDocument> of(Hash file) {
        return all(byFile.getOrDefault(file.toString(), Set.of()), FIRST_TOLD);
    }

    private List<MaterialDocument> all(Set<String> ids, Comparator<MaterialDocument> order) {
        return ids.stream()
                .map(this::now)
                .filter(java.util.Objects::nonNull)
                .sorted(order)
                .toList();
    }

    /** Every file that some material is. */
    synchronized Set<String> files() {
        Set<String> files = new TreeSet<>();
        forEach(document -> files.add(document.file().toString()));
        return files;
    }

    synchronized void forEach(Consumer<MaterialDocument> each) {
        told.values().stream().filter(document -> !document.withdrawn()).forEach(each);
        kept.forEach((id, document) -> {
            if (now(id) == document) {
                each.accept(document);
            }
        });
    }

    /** How many that hub has told of, those that it withdrew among them. */
    synchronized int toldBy(HubId hub) {
        return toldPerHub.getOrDefault(hub, 0);
    }

    /** How many bytes all materials of that hub have together, a file counted as often as it is used. */
    synchronized long bytesOf(HubId hub) {
        return bytesPerHub.getOrDefault(hub, 0L);
    }
}
