package id.jipp.core.peer;

import id.jipp.core.identity.FingerprintWords;
import id.jipp.core.log.HubId;
import id.jipp.core.log.Signer;
import id.jipp.core.outcome.Outcome;
import id.jipp.core.outcome.Outcome.Why;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;

/**
 * How a link comes about: one side makes an invitation code, the other takes it and so asks; the first sees who asks,
 * compares four words with them, and accepts. A hub that left, or that we left, comes back the same way, with an
 * invitation made since and the key we know.
 */
final class Linking {
    private final Signer self;
    private final PeerBook book;
    private final Invitations invitations;
    private final boolean privateAddresses;

    Linking(Signer self, PeerBook book, Invitations invitations, boolean privateAddresses) {
        this.self = self;
        this.book = book;
        this.invitations = invitations;
        this.privateAddresses = privateAddresses;
    }

    boolean mayCall(URI address) {
        return PeerAddress.isAllowed(address, privateAddresses);
    }

    Outcome<Peer> read(String code) {
        return usable(code).map(invitation -> asked(invitation, PeerPolicy.CLOSED));
    }

    Outcome<Peer> take(String code, PeerPolicy policy) {
        return switch (usable(code)) {
            case Outcome.Refused<Invitation> refused -> refused.cast();
            case Outcome.Done<Invitation>(Invitation invitation) -> take(invitation, policy);
        };
    }

    private Outcome<Peer> take(Invitation invitation, PeerPolicy policy) {
        Peer asking = asked(invitation, policy);
        return book.change(invitation.hub(), invitation.secret(), known -> {
            if (known == null) {
                return Outcome.done(asking);
            }
            if (!Arrays.equals(known.publicKey(), invitation.publicKey())) {
                return Outcome.refused(Why.CONFLICT, "code", "peer-other-key", known.name());
            }
            return switch (known.state()) {
                case ASKED, LEFT, GONE -> Outcome.done(asking.asForgottenAs(known));
                case ASKING -> Outcome.done(asking.in(Peer.State.LINKED));
                case LINKED, PAUSED, BLOCKED -> Outcome.refused(Why.CONFLICT, "code", "peer-known", known.name());
            };
        });
    }

    Outcome<Peer> asked(HubCardOffer asker, String secret) {
        if (asker.hub().equals(self.hub())) {
            return Outcome.refused(Why.INVALID, "hub", "invitation-own");
        }
        URI address = asker.address() != null && mayCall(asker.address()) ? asker.address() : null;
        Peer asking = new Peer(
                asker.hub(),
                asker.name(),
                asker.publicKey().clone(),
                address,
                PeerPolicy.CLOSED,
                Peer.State.ASKING,
                FingerprintWords.of(self.publicKey(), asker.publicKey()));
        return book.change(asker.hub(), null, known -> {
            if (known == null) {
                return invitations.use(secret, asker.hub()).map(used -> asking);
            }
            if (!Arrays.equals(known.publicKey(), asker.publicKey())) {
                return Outcome.refused(Why.CONFLICT, "hub", "peer-other-key", known.name());
            }
            return switch (known.state()) {
                case ASKING, LINKED -> Outcome.done(known);
                case ASKED -> invitations.use(secret, asker.hub()).map(used -> known.in(Peer.State.LINKED));
                case LEFT, GONE -> invitations.use(secret, asker.hub()).map(used -> asking.asForgottenAs(known));
                case PAUSED, BLOCKED -> Outcome.refused(Why.FORBIDDEN, "hub", "peer-closed");
            };
        });
    }

    Outcome<Peer> accept(HubId hub, PeerPolicy policy) {
        return book.changeKnown(
                hub,
                known -> known.state() == Peer.State.ASKING
                        ? Outcome.done(known.in(Peer.State.LINKED).with(policy))
                        : Outcome.refused(Why.CONFLICT, "state", "peer-not-asking", known.name()));
    }

    void accepted(HubId hub) {
        book.changeKnown(
                hub, known -> Outcome.done(known.state() == Peer.State.ASKED ? known.in(Peer.State.LINKED) : known));
    }

    private Outcome<Invitation> usable(String code) {
        Optional<Invitation> read = InvitationCode.read(code);
        if (read.isEmpty()) {
            return Outcome.refused(Why.INVALID, "code", "invitation-malformed");
        }
        Invitation invitation = read.get();
        if (invitation.hub().equals(self.hub())) {
            return Outcome.refused(Why.INVALID, "code", "invitation-own");
        }
        if (invitations.isPast(invitation.expires())) {
            return Outcome.refused(Why.INVALID, "code", "invitation-expired", invitation.expires());
        }
        if (!mayCall(invitation.address())) {
            return Outcome.refused(Why.INVALID, "code", "peer-address", invitation.address());
        }
        return Outcome.done(invitation);
    }

    private Peer asked(Invitation invitation, PeerPolicy policy) {
        return new Peer(
                invitation.hub(),
                invitation.name(),
                invitation.publicKey(),
                invitation.address(),
                policy,
                Peer.State.ASKED,
                FingerprintWords.of(self.publicKey(), invitation.publicKey()));
    }
}
