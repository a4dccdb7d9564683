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

    /**
     * Who brings a stream.
     *
     * @param held what we held of it when somebody else was last seen to be ahead
     * @param since when that was first so
     */
    private record Claim(Object holder, boolean author, long held, long since) {}

    /** Whether that session is to bring the stream from now on. */
    synchronized boolean claim(StreamId stream, Object session, boolean author) {
        Claim now = claims.get(stream);
        if (now == null || author && !now.author()) {
            claims.put(stream, new Claim(session, author, -1, 0));
            return true;
        }
        return now.holder() == session;
    }

    /**
     * Takes it from a session that has brought nothing of it for so long, though others are ahead; whoever takes it is
     * given as long, so that only one of those others is asked.
     *
     * @param held what we hold of it now
     * @param now milliseconds on one clock for all sessions
     */
    synchronized boolean takeIfStalled(StreamId stream, Object session, long held, long now, long stallMillis) {
        Claim claim = claims.get(stream);
        if (claim != null && (claim.held() != held || now - claim.since() < stallMillis)) {
            if (claim.held() != held) {
                claims.put(stream, new Claim(claim.holder(), claim.author(), held, now));
            }
            return false;
        }
        claims.put(stream, new Claim(session, false, held, now));
        return true;
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
