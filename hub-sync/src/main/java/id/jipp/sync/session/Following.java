package id.jipp.sync.session;

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
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** A session between two linked hubs: what each holds is told, what is missing is asked for and sent. */
final class Following {
    private final SyncSession session;
    private final Home home;
    private final HubId peer;
    private final Counts counts;
    private final Outflow outflow;
    private final Inflow inflow;
    private final FileOutflow fileOutflow;
    private final FileInflow fileInflow;
    private final Map<StreamId, Head> told = new HashMap<>();
    private final Set<StreamId> refusedByThem = new HashSet<>();
    private final Set<StreamId> provenToThem = new HashSet<>();
    private final Map<StreamId, Head> firstHave = new HashMap<>();
    private boolean compared;
    private boolean ownReported;

    Following(SyncSession session, Home home, HubId peer, Counts counts, long now) {
        this.session = session;
        this.home = home;
        this.peer = peer;
        this.counts = counts;
        this.outflow = new Outflow(session, home, peer, counts);
        this.inflow = new Inflow(session, home, peer, counts, now);
        this.fileOutflow = new FileOutflow(session, home, peer, counts);
        this.fileInflow = new FileInflow(session, home, peer, counts, now);
    }

    HubId peer() {
        return peer;
    }

    Set<StreamId> refusedByThem() {
        return Set.copyOf(refusedByThem);
    }

    void start() {
        TreeMap<StreamId, Head> batch = new TreeMap<>();
        home.log().heads().byStream().forEach((stream, head) -> {
            if (head.seq() > 0 && home.audience().offers(peer, stream)) {
                if (batch.size() == ProtocolLimits.HEADS_MAX) {
                    session.send(Frame.Have.of(false, batch));
                    batch.clear();
                }
                batch.put(stream, head);
                told.put(stream, head);
            }
        });
        session.send(Frame.Have.of(true, batch));
    }

    void on(Frame frame) {
        switch (frame) {
            case Frame.Have have -> have(have);
            case Frame.Want want when compared -> want(want);
            case Frame.Entries entries when compared -> entries(entries);
            case Frame.Ack ack when compared -> ack(ack);
            case Frame.Refuse refuse -> refuse(refuse);
            case Frame.Forked forked when compared -> inflow.forked(forked.proof());
            case Frame.FileWant want when compared -> fileOutflow.want(want);
            case Frame.FilePiece piece when compared -> fileInflow.piece(piece);
            case Frame.FileNot not when compared -> fileInflow.not(not);
            case Frame.Glimpse glimpse when compared -> inflow.glimpse(glimpse);
            case Frame.FileHere here when compared -> fileInflow.here(here);
            default ->
                session.violation(ByeCode.UNEXPECTED, frame.getClass().getSimpleName() + " while " + session.state());
        }
    }

    private void have(Frame.Have have) {
        if (!inflow.hear(have.heads())) {
            return;
        }
        if (!compared) {
            firstHave.putAll(have.heads());
            if (!have.last()) {
                return;
            }
            compared = true;
            forgetWhatTheyLost();
            firstHave.forEach(this::holds);
            session.compared();
        } else {
            have.heads().forEach(this::holds);
        }
        inflow.considerAll(home.log().heads());
        reportOwnStreams();
    }

    /** A hub that was restored from a backup writes nothing before it has back what it gave away. */
    private void reportOwnStreams() {
        if (compared && !ownReported && inflow.ownStreamsAreWhole(home.log().heads())) {
            ownReported = true;
            home.log().ownStreamsAreWhole(peer);
        }
    }

    /** A peer that was restored from a backup holds less than we remember. */
    private void forgetWhatTheyLost() {
        boolean lost = home.heads().of(peer).entrySet().stream()
                .anyMatch(known ->
                        firstHave.getOrDefault(known.getKey(), Head.NONE).seq()
                                < known.getValue().seq());
        if (lost) {
            home.heads().forget(peer);
        }
    }

    private void holds(StreamId stream, Head head) {
        home.heads().holds(peer, stream, head);
    }

    private void want(Frame.Want want) {
        refusedByThem.remove(want.stream());
        if (!outflow.want(want)) {
            told.remove(want.stream());
        }
        outflow.pump(told);
    }

    private void entries(Frame.Entries entries) {
        if (inflow.take(entries)) {
            told.put(entries.stream(), home.log().head(entries.stream()));
            reportOwnStreams();
        }
    }

    private void ack(Frame.Ack ack) {
        if (!home.audience().offers(peer, ack.stream())) {
            return;
        }
        holds(ack.stream(), ack.head());
        if (!inflow.hear(Map.of(ack.stream(), ack.head()))) {
            return;
        }
        outflow.ack(ack.stream(), ack.head());
        outflow.pump(told);
    }

    private void refuse(Frame.Refuse refuse) {
        StreamId stream = refuse.stream();
        if (stream == null) {
            return;
        }
        switch (refuse.code()) {
            case NOT_WANTED -> {
                if (home.audience().offers(peer, stream)) {
                    refusedByThem.add(stream);
                }
            }
            case NOT_OFFERED -> inflow.notOffered(stream);
            case FORKED, UNKNOWN_AUTHOR, BAD_ENTRIES, OTHER -> inflow.refusedByThem(refuse);
        }
        if (refuse.code() != RefuseCode.NOT_OFFERED) {
            outflow.stop(stream);
        }
    }

    /** The log grew: what the peer follows is sent, what it has never heard of is told. */
    void added() {
        if (!compared) {
            return;
        }
        Heads heads = home.log().heads();
        outflow.moved(heads);
        outflow.pump(told);
        tell(
                heads,
                stream -> !told.containsKey(stream)
                        || stream.hub().equals(home.self().hub()));
    }

    void on(FileEvent event) {
        switch (event) {
            case Event.FileOpened opened -> fileInflow.opened(opened);
            case Event.FileKept kept -> fileInflow.kept(kept);
            case Event.FileRead read -> fileOutflow.read(read);
            case Event.FileDenied denied -> fileOutflow.denied(denied);
        }
    }

    void linkIsOver() {
        inflow.forgetGlimpses();
    }

    FileProgress files() {
        return counts.files(fileInflow.arriving());
    }

    void changed() {
        if (!compared) {
            return;
        }
        fileOutflow.changed();
        fileInflow.consider();
        Heads heads = home.log().heads();
        outflow.recheck(told);
        inflow.considerAll(heads);
        outflow.moved(heads);
        outflow.pump(told);
        tell(heads, stream -> true);
    }

    void tick(long now) {
        outflow.tick();
        inflow.tick(now);
        fileInflow.tick(now);
        changed();
        reportOwnStreams();
        if (compared) {
            home.log().forks().forEach(this::prove);
        }
    }

    /** Who holds a number that was signed twice is given the proof, once; who holds less can still have what is before. */
    private void prove(Fork fork) {
        if (inflow.told(fork.stream()).seq() >= fork.seq()
                && home.audience().offers(peer, fork.stream())
                && Frame.Forked.carries(fork)
                && provenToThem.add(fork.stream())) {
            session.send(new Frame.Forked(fork));
        }
    }

    private void tell(Heads heads, Predicate<StreamId> urgent) {
        TreeMap<StreamId, Head> news = new TreeMap<>();
        heads.byStream().forEach((stream, head) -> {
            boolean isNews = head.seq() > 0
                    && !head.equals(told.get(stream))
                    && !outflow.isSending(stream)
                    && urgent.test(stream)
                    && news.size() < ProtocolLimits.HEADS_MAX
                    && home.audience().offers(peer, stream);
            if (isNews) {
                news.put(stream, head);
            }
        });
        if (!news.isEmpty()) {
            told.putAll(news);
            session.send(Frame.Have.of(true, news));
        }
    }
}
