package id.jipp.core.material;

import id.jipp.core.log.Hash;
import id.jipp.core.person.PersonId;
import id.jipp.core.store.Documents;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The files that somebody here asked for and that have not come yet. Durable. Thread-safe. */
final class Asked {
    static final int MAX = 1_000;

    /** @param id the file's hash */
    record Request(String id, String by, long at) {}

    private final Documents<Request> documents;
    private final Map<String, Request> byFile = new ConcurrentHashMap<>();

    Asked(Documents.Store store) {
        this.documents = store.kept("file_requests", Request.class);
        documents.forEach(request -> byFile.put(request.id(), request));
    }

    boolean isFor(Hash file) {
        return byFile.containsKey(file.toString());
    }

    boolean isFull() {
        return byFile.size() >= MAX;
    }

    void add(Hash file, PersonId by, long atMillis) {
        Request request = new Request(file.toString(), by.toString(), atMillis);
        documents.save(request);
        documents.flush();
        byFile.put(request.id(), request);
    }

    /** It came, or is no more; where that is not on disk before a stop, it is found out again. */
    void end(Hash file) {
        if (byFile.remove(file.toString()) != null) {
            documents.remove(Set.of(file.toString()));
        }
    }
}
