package id.jipp.sync.session;

import id.jipp.core.log.StreamId;
import java.util.HashMap;
import java.util.Map;

/**
 * Which session brings this hub which stream. One at a time, so that in a mesh nothing travels twice; a session with the
 * stream's author goes before a relay. Thread-safe.
 */
public final class Sources {
    private final Map<StreamId, Claim> claims = new HashMap<>();

    private record Claim(Object holder, boolean author) {}

    /** Whether that session is to bring the stream from now on. */
    synchronized boolean claim(StreamId stream, Object session, boolean author) {
        Claim now = claims.get(stream);
        if (now == null || author && !now.author()) {
            claims.put(stream, new Claim(session, author));
            return true;
        }
        return now.holder() == session;
    }

    /** Takes it from whoever has it; for one who does not bring it on. */
    synchronized void take(StreamId stream, Object session) {
        claims.put(stream, new Claim(session, false));
    }

    synchronized boolean isHeldBy(StreamId stream, Object session) {
        Claim now = claims.get(stream);
        return now != null && now.holder() == session;
    }

    synchronized void release(StreamId stream, Object session) {
        if (isHeldBy(stream, session)) {
            claims.remove(stream);
        }
    }

    synchronized void releaseAll(Object session) {
        claims.values().removeIf(claim -> claim.holder() == session);
    }
}
