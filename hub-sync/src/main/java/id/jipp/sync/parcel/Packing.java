package id.jipp.sync.parcel;

import id.jipp.core.log.Entry;
import id.jipp.core.log.Fork;
import id.jipp.core.log.Head;
import id.jipp.core.log.HubId;
import id.jipp.core.log.StreamId;
import id.jipp.core.outcome.Outcome;
import id.jipp.core.outcome.Outcome.Why;
import id.jipp.core.peer.Peer;
import id.jipp.sync.protocol.Frame;
import id.jipp.sync.protocol.ProtocolLimits;
import java.io.IOException;
import java.io.OutputStream;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes one parcel. */
final class Packing {
    /** A room's own hub says who takes part in it, so its share goes before those of the others. */
    private static final Comparator<StreamId> ORDER =
            Comparator.comparing(Packing::isShareOfAnothersRoom).thenComparing(Comparator.naturalOrder());

    private final ParcelHome home;
    private final ParcelOrder order;
    private int streams;
    private long entries;

    Packing(ParcelHome home, ParcelOrder order) {
        this.home = home;
        this.order = order;
    }

    /** For whom, if we make parcels for them; an empty name is anybody. */
    Outcome<Recipient> recipient() {
        HubId hub = order.recipient();
        if (hub == null) {
            return Outcome.done(new Recipient(null, false));
        }
        Peer peer = home.peers().find(hub).orElse(null);
        if (peer == null) {
            return Outcome.refused(Why.NOT_FOUND, "for", "parcel-for-unknown", hub);
        }
        return switch (peer.state()) {
            case LINKED -> Outcome.done(new Recipient(hub, false));
            case ASKED -> Outcome.done(new Recipient(hub, true));
            case ASKING -> Outcome.refused(Why.CONFLICT, "for", "parcel-for-asking", peer.name());
            case PAUSED, BLOCKED, LEFT, GONE -> Outcome.refused(Why.CONFLICT, "for", "parcel-for-closed", peer.name());
        };
    }

    record Recipient(@Nullable HubId hub, boolean asked) {}

    Outcome<ParcelMade> pack(OutputStream out, ParcelProgress progress) throws IOException {
        return switch (recipient()) {
            case Outcome.Refused<Recipient> refused -> refused.cast();
            case Outcome.Done<Recipient> done -> Outcome.done(pack(done.value(), out, progress));
        };
    }

    private ParcelMade pack(Recipient recipient, OutputStream out, ParcelProgress progress) throws IOException {
        ParcelWriter writer = new ParcelWriter(out, home.self());
        SortedMap<StreamId, Head> offered = offered();
        writer.head(head(recipient, offered));
        List<StreamId> inOrder = offered.keySet().stream().sorted(ORDER).toList();
        for (StreamId stream : inOrder) {
            entries(stream, offered.getOrDefault(stream, Head.NONE), writer, progress);
        }
        for (Fork fork : home.log().forks()) {
            prove(fork, writer);
        }
        int files = new FilesOut(home, order, writer, () -> progress.at(writer.bytes(), entries)).pack();
        writer.end(entries, files);
        progress.at(writer.bytes(), entries);
        return new ParcelMade(recipient.hub(), recipient.asked(), streams, entries, files, writer.bytes());
    }

    private SortedMap<StreamId, Head> offered() {
        SortedMap<StreamId, Head> offered = new TreeMap<>();
        home.log().heads().byStream().forEach((stream, head) -> {
            if (head.seq() > 0 && isOffered(stream)) {
                offered.put(stream, head);
            }
        });
        return offered;
    }

    private boolean isOffered(StreamId stream) {
        HubId recipient = order.recipient();
        return recipient != null
                ? home.audience().offers(recipient, stream)
                : stream.name().isPublic() && isOpen(stream.hub());
    }

    private boolean isOpen(HubId author) {
        return home.peers()
                .find(author)
                .filter(peer -> peer.state() == Peer.State.BLOCKED)
                .isEmpty();
    }

    private ParcelHead head(Recipient recipient, SortedMap<StreamId, Head> offered) {
        TreeMap<StreamId, Head> told = new TreeMap<>();
        // Who is not told of a stream is sent it all the same, and sends us more of it than we need.
        offered.entrySet().stream()
                .limit(ProtocolLimits.STREAMS_MAX)
                .forEach(head -> told.put(head.getKey(), head.getValue()));
        String secret = recipient.hub() == null || !recipient.asked()
                ? ""
                : home.peers().secretFor(recipient.hub()).orElse("");
        return new ParcelHead(
                home.self().hub(),
                home.self().publicKey(),
                home.clock().instant().truncatedTo(ChronoUnit.MILLIS),
                recipient.hub(),
                secret,
                home.peers().self().name(),
                home.peers().address().toString(),
                told);
    }

    private void entries(StreamId stream, Head head, ParcelWriter writer, ParcelProgress progress) throws IOException {
        long after = after(stream, head);
        if (after < head.seq()) {
            streams++;
        }
        while (after < head.seq()) {
            List<Entry> range =
                    home.log().read(stream, after, ProtocolLimits.ENTRIES_MAX, ProtocolLimits.ENTRIES_BYTES_AIM);
            if (range.isEmpty()) {
                return;
            }
            writer.frame(new Frame.Entries(stream, range));
            entries += range.size();
            after = range.getLast().seq();
            progress.at(writer.bytes(), entries);
        }
    }

    /** What the recipient holds of a stream, as far as we know. */
    private long after(StreamId stream, Head head) {
        HubId recipient = order.recipient();
        if (recipient == null || order.everything()) {
            return 0;
        }
        Head known = home.heads().of(recipient, stream);
        boolean holdsAnother =
                known.seq() > 0 && known.seq() <= head.seq() && !home.log().holds(stream, known);
        // Our entry under that number is the proof that the author signed twice.
        return holdsAnother ? known.seq() - 1 : known.seq();
    }

    private void prove(Fork fork, ParcelWriter writer) throws IOException {
        if (Frame.Forked.carries(fork) && isOffered(fork.stream())) {
            writer.frame(new Frame.Forked(fork));
        }
    }

    /** Whether the stream is what a hub said in a room of another hub. */
    static boolean isShareOfAnothersRoom(StreamId stream) {
        return stream.name().isRoom() && !stream.name().subject().startsWith(stream.hub() + ".");
    }
}
