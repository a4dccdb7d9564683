package id.jipp.sync.parcel;

import id.jipp.core.outcome.Outcome;
import id.jipp.core.outcome.Outcome.Why;
import id.jipp.core.peer.HubCardOffer;
import id.jipp.core.peer.Peer;
import java.net.URI;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Whether we take anything from a parcel's maker, as a session's greeting decides about a caller. */
final class Introduction {
    private final ParcelHome home;

    Introduction(ParcelHome home) {
        this.home = home;
    }

    /** @param head its signature is right */
    Outcome<ParcelTaken.Link> meet(ParcelHead head) {
        if (head.maker().equals(home.self().hub())) {
            return Outcome.refused(Why.INVALID, "", "parcel-own");
        }
        if (head.recipient() != null && !head.recipient().equals(home.self().hub())) {
            return Outcome.refused(Why.FORBIDDEN, "", "parcel-for-another", head.recipient());
        }
        Peer known = home.peers().find(head.maker()).orElse(null);
        if (known != null && !Arrays.equals(known.publicKey(), head.key())) {
            return Outcome.refused(Why.CONFLICT, "", "peer-other-key", head.maker());
        }
        if (known != null && known.isLinked()) {
            return Outcome.done(ParcelTaken.Link.LINKED);
        }
        if (known != null && (known.isSettled() || known.isOver() && !head.asks())) {
            return Outcome.refused(Why.FORBIDDEN, "", "parcel-closed", known.name());
        }
        return head.recipient() != null && head.asks() ? asked(head) : notAsking(head, known);
    }

    private Outcome<ParcelTaken.Link> asked(ParcelHead head) {
        HubCardOffer offer;
        try {
            URI address = head.address().isEmpty() ? null : URI.create(head.address());
            offer = new HubCardOffer(head.maker(), head.name(), head.key(), address);
        } catch (IllegalArgumentException wrong) {
            return Outcome.refused(Why.INVALID, "", "parcel-malformed", 0, String.valueOf(wrong.getMessage()));
        }
        return home.peers()
                .asked(offer, head.secret())
                .map(peer -> peer.isLinked() ? ParcelTaken.Link.LINKED_NOW : ParcelTaken.Link.ASKING);
    }

    private Outcome<ParcelTaken.Link> notAsking(ParcelHead head, @Nullable Peer known) {
        if (known == null) {
            return Outcome.refused(Why.FORBIDDEN, "", "parcel-unknown-hub", head.maker());
        }
        if (known.state() == Peer.State.ASKING) {
            return Outcome.refused(Why.CONFLICT, "", "parcel-accept-first", known.name());
        }
        if (head.recipient() == null) {
            return Outcome.refused(Why.CONFLICT, "", "parcel-not-accepted", known.name());
        }
        // Who makes a parcel for us without asking has accepted us.
        home.peers().accepted(head.maker());
        return Outcome.done(ParcelTaken.Link.LINKED_NOW);
    }
}
