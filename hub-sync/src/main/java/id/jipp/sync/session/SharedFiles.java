package id.jipp.sync.session;

import id.jipp.core.log.Hash;
import id.jipp.core.material.Blobs;
import id.jipp.core.material.FileExchange;
import java.util.HashMap;
import java.util.Map;

/**
 * This hub's files, as its sessions need them, and which session fetches which file: one at a time, so that nothing
 * comes twice. Thread-safe.
 */
public final class SharedFiles {
    private final Blobs blobs;
    private final FileExchange exchange;
    private final Map<Hash, Object> fetching = new HashMap<>();

    public SharedFiles(Blobs blobs, FileExchange exchange) {
        this.blobs = blobs;
        this.exchange = exchange;
    }

    Blobs blobs() {
        return blobs;
    }

    FileExchange exchange() {
        return exchange;
    }

    /** Hears that sessions should look again: a file has become whole here, or others are wanted. @return ends that */
    public Runnable onChange(Runnable hint) {
        Runnable whole = blobs.onWhole(file -> hint.run());
        Runnable wanted = exchange.onChange(hint);
        return () -> {
            whole.run();
            wanted.run();
        };
    }

    /** Whether that session is to fetch the file from now on. */
    synchronized boolean claim(Hash file, Object session) {
        return fetching.putIfAbsent(file, session) == null || fetching.get(file) == session;
    }

    synchronized void release(Hash file, Object session) {
        fetching.remove(file, session);
    }

    synchronized void releaseAll(Object session) {
        fetching.values().removeIf(holder -> holder == session);
    }
}
