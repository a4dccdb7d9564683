package id.jipp.sync.session;

import id.jipp.core.log.Acceptance;
import id.jipp.core.log.Acceptance.Reason;
import id.jipp.core.log.Entry;
import id.jipp.core.log.EntryRange;
import id.jipp.core.log.Fork;
import id.jipp.core.log.Head;
import id.jipp.core.log.Heads;
import id.jipp.core.log.HubId;
import id.jipp.core.log.StreamId;
import id.jipp.sync.protocol.ByeCode;
import id.jipp.sync.protocol.Frame;
import id.jipp.sync.protocol.ProtocolLimits;
import id.jipp.sync.protocol.RefuseCode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one peer brings us. We remember all it told us of, ask for what we may and should have from it, and take in what
 * comes if it is exactly what we asked for.
 */
final class Inflow {
    private final SyncSession session;
    private final Home home;
    private final HubId peer;
    private final Counts counts;
    private final Map<StreamId, Head> theirs = new HashMap<>();
    private final Map<StreamId, Asked> asked = new HashMap<>();

    /** What they told us of a stream when we last looked whether we hold the same. */
    private final Map<StreamId, Head> compared = new HashMap<>();

    /** What we said we hold though we do not offer it. */
    private final Map<StreamId, Head> acknowledged = new HashMap<>();

    private final Set<StreamId> notWanted = new HashSet<>();

    /** Streams we do not ask for again in this session: they stand still here, or the peer would not give them. */
    private final Set<StreamId> left = new HashSet<>();

    /** Streams another session has taken from this one, which brought nothing; the author no longer goes before others. */
    private final Set<StreamId> slow = new HashSet<>();

    /** Streams whose end they have shown us: once in a session. */
    private final Set<StreamId> glimpsed = new HashSet<>();

    private long now;

    /** A stream we asked for: the next number that may come, and whether we have ended it since. */
    private record Asked(long next, boolean ended) {}

    Inflow(SyncSession session, Home home, HubId peer, Counts counts, long now) {
        this.session = session;
        this.home = home;
        this.peer = peer;
        this.counts = counts;
        this.now = now;
    }

    void tick(long millis) {
        now = millis;
    }

    /** Remembers what they hold. False if that is too much, and the session over. */
    boolean hear(Map<StreamId, Head> heads) {
        theirs.putAll(heads);
        if (theirs.size() > ProtocolLimits.STREAMS_MAX) {
            session.violation(ByeCode.MALFORMED, "more than " + ProtocolLimits.STREAMS_MAX + " streams");
            return false;
        }
        return true;
    }

    void considerAll(Heads ours) {
        for (Map.Entry<StreamId, Head> told : theirs.entrySet()) {
            if (session.isClosed()) {
                return;
            }
            consider(told.getKey(), told.getValue(), ours.of(told.getKey()));
        }
    }

    private void consider(StreamId stream, Head their, Head our) {
        if (!home.audience().accepts(peer, stream)) {
            leave(stream);
            if (notWanted.add(stream)) {
                home.glimpses().forget(stream);
                session.send(new Frame.Refuse(RefuseCode.NOT_WANTED, stream, ""));
            }
            return;
        }
        notWanted.remove(stream);
        if (left.contains(stream)) {
            return;
        }
        if (!home.audience().mayHave(peer, stream)) {
            askAsIfThereWereNone(stream);
            return;
        }
        acknowledge(stream, their, our);
        if (isAsked(stream)) {
            if (!home.sources().isHeldBy(stream, session)) {
                leave(stream);
                slow.add(stream);
            }
            return;
        }
        if (isTwoFaced(stream, their, our)) {
            want(stream, their.seq() - 1);
        } else if (isWorthAsking(stream, their, our) && mayBring(stream, their, our)) {
            want(stream, our.seq());
        }
    }

    /** Who is not meant to have a stream and tells of it all the same learns nothing of what we hold. */
    private void askAsIfThereWereNone(StreamId stream) {
        if (!asked.containsKey(stream)) {
            want(stream, 0);
        }
    }

    /** What we hold and may not offer they hear of no other way; else it would wait there for ever. */
    private void acknowledge(StreamId stream, Head their, Head our) {
        boolean held = their.seq() > 0
                && their.seq() <= our.seq()
                && !home.audience().offers(peer, stream)
                && !their.equals(acknowledged.get(stream))
                && (their.equals(our) || home.log().holds(stream, their));
        if (held) {
            acknowledged.put(stream, their);
            session.send(new Frame.Ack(stream, their));
        }
    }

    private boolean isAsked(StreamId stream) {
        Asked now = asked.get(stream);
        return now != null && !now.ended();
    }

    /** They hold a number with another hash than we: their entry is the proof that the author signed twice. */
    private boolean isTwoFaced(StreamId stream, Head their, Head our) {
        if (their.seq() == 0 || their.seq() > our.seq() || their.equals(compared.put(stream, their))) {
            return false;
        }
        return their.seq() == our.seq() ? !their.equals(our) : !home.log().holds(stream, their);
    }

    /** Our own streams are asked for only where a peer holds more of them than we do. */
    private boolean isWorthAsking(StreamId stream, Head their, Head our) {
        return stream.hub().equals(home.self().hub()) ? their.seq() > our.seq() : their.seq() >= our.seq();
    }

    private boolean mayBring(StreamId stream, Head their, Head our) {
        boolean first = stream.hub().equals(peer) && !slow.contains(stream);
        return home.sources().claim(stream, session, first)
                || their.seq() > our.seq()
                        && home.sources()
                                .takeIfStalled(
                                        stream,
                                        session,
                                        our.seq(),
                                        now,
                                        home.limits().stallMillis());
    }

    private void want(StreamId stream, long after) {
        asked.put(stream, new Asked(after + 1, false));
        session.send(new Frame.Want(
                stream, after, home.limits().windowEntries(), home.limits().windowBytes()));
    }

    private void leave(StreamId stream) {
        Asked before = asked.get(stream);
        if (before != null && !before.ended()) {
            asked.put(stream, new Asked(before.next(), true));
            home.sources().release(stream, session);
            session.send(new Frame.Want(stream, before.next() - 1, 0, 0));
        }
    }

    /** @return whether the entries are here now */
    boolean take(Frame.Entries entries) {
        StreamId stream = entries.stream();
        Asked before = asked.get(stream);
        if (before == null) {
            session.violation(ByeCode.UNEXPECTED, "entries of a stream that was not asked for");
            return false;
        }
        List<Entry> list = entries.entries();
        int bytes = list.stream().mapToInt(Entry::size).sum();
        if (list.size() > home.limits().windowEntries() || bytes > home.limits().windowBytes()) {
            session.violation(ByeCode.OVER_CREDIT, list.size() + " entries, " + bytes + " bytes");
            return false;
        }
        long first = list.getFirst().seq();
        if (first > before.next()) {
            session.violation(ByeCode.GAP, "expected " + before.next() + ", came " + first);
            return false;
        }
        if (!home.audience().accepts(peer, stream) || left.contains(stream)) {
            return false;
        }
        return accept(entries, before);
    }

    private boolean accept(Frame.Entries entries, Asked before) {
        StreamId stream = entries.stream();
        return switch (home.log().accept(new EntryRange(stream, entries.entries()))) {
            case Acceptance.Accepted accepted -> {
                counts.received(stream, accepted.entries());
                counts.repeated(entries.entries().size() - accepted.entries());
                yield taken(entries, before);
            }
            case Acceptance.AlreadyKnown known -> {
                counts.repeated(entries.entries().size());
                yield taken(entries, before);
            }
            case Acceptance.Gap gap -> {
                want(stream, gap.expected() - 1);
                yield false;
            }
            case Acceptance.Forked forked -> standStill(stream, RefuseCode.FORKED, "two entries " + forked.seq());
            case Acceptance.Rejected rejected ->
                switch (rejected.reason()) {
                    case FROZEN -> standStill(stream, RefuseCode.FORKED, "frozen");
                    case UNKNOWN_AUTHOR -> standStill(stream, RefuseCode.UNKNOWN_AUTHOR, "unknown author");
                    case BAD_SIGNATURE, BROKEN_CHAIN, BAD_PAYLOAD, MALFORMED, TOO_LARGE -> {
                        session.violation(
                                ByeCode.BAD_ENTRIES,
                                stream + " " + entries.entries().getFirst().seq() + ": " + rejected.reason());
                        yield false;
                    }
                };
        };
    }

    /** They show us the end of a stream before what is between; held to the rules of entries. */
    void glimpse(Frame.Glimpse glimpse) {
        StreamId stream = glimpse.stream();
        if (!asked.containsKey(stream) || !glimpsed.add(stream)) {
            session.violation(ByeCode.UNEXPECTED, "a glimpse of a stream that was not asked for, or a second one");
            return;
        }
        if (!home.audience().accepts(peer, stream) || left.contains(stream)) {
            return;
        }
        EntryRange newest = new EntryRange(stream, glimpse.entries());
        Reason wrong = newest.wrong(home.peers());
        if (wrong == null) {
            boolean behind = newest.last().seq() > home.log().head(stream).seq();
            if (behind && !stream.hub().equals(home.self().hub())) {
                home.glimpses().see(newest);
            }
        } else if (wrong != Reason.UNKNOWN_AUTHOR) {
            session.violation(
                    ByeCode.BAD_ENTRIES,
                    "glimpse of " + stream + " " + newest.last().seq() + ": " + wrong);
        }
    }

    /** The link is over: what they have shown us would never be followed by the rest. */
    void forgetGlimpses() {
        glimpsed.forEach(home.glimpses()::forget);
    }

    /** They give us the proof that a stream's author signed twice. */
    void forked(Fork proof) {
        if (!home.log().isFrozen(proof.stream())
                && home.audience().accepts(peer, proof.stream())
                && home.log().freeze(proof)) {
            standStill(proof.stream(), RefuseCode.FORKED, "two entries " + proof.seq());
        }
    }

    /** Whether we hold all this peer has told us it holds of our own streams. */
    boolean ownStreamsAreWhole(Heads ours) {
        return theirs.entrySet().stream()
                .filter(told -> told.getKey().hub().equals(home.self().hub()))
                .allMatch(
                        told -> told.getValue().seq() <= ours.of(told.getKey()).seq() || left.contains(told.getKey()));
    }

    /** What they last told us they hold of it. */
    Head told(StreamId stream) {
        return theirs.getOrDefault(stream, Head.NONE);
    }

    private boolean taken(Frame.Entries entries, Asked before) {
        StreamId stream = entries.stream();
        Entry last = entries.entries().getLast();
        Head brought = new Head(last.seq(), last.hash());
        asked.put(stream, new Asked(Math.max(before.next(), last.seq() + 1), before.ended()));
        theirs.merge(stream, brought, (old, fresh) -> fresh.seq() > old.seq() ? fresh : old);
        home.heads().holds(peer, stream, brought);
        slow.remove(stream);
        session.send(new Frame.Ack(stream, home.log().head(stream)));
        return true;
    }

    private boolean standStill(StreamId stream, RefuseCode code, String reason) {
        counts.refused(new Refusal(false, code.name(), stream, reason));
        leave(stream);
        left.add(stream);
        home.glimpses().forget(stream);
        session.send(new Frame.Refuse(code, stream, reason));
        return false;
    }

    /** They will not give it: it is not asked for again until they tell of it anew. */
    void notOffered(StreamId stream) {
        asked.remove(stream);
        theirs.remove(stream);
        home.sources().release(stream, session);
    }

    void refusedByThem(Frame.Refuse refuse) {
        counts.refused(new Refusal(true, refuse.code().name(), refuse.stream(), refuse.reason()));
    }
}
