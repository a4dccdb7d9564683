package id.jipp.core.peer;

import id.jipp.core.identity.FingerprintWords;
import id.jipp.core.log.AuthorKeys;
import id.jipp.core.log.HubId;
import id.jipp.core.log.Signer;
import id.jipp.core.outcome.Outcome;
import id.jipp.core.outcome.Outcome.Why;
import id.jipp.core.person.Person;
import id.jipp.core.settings.HubSettings;
import id.jipp.core.store.Documents;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The hubs we know: how a link with one comes about, what passes over it, and how it ends. Only coordinators and admins
 * of this hub decide. What answers done is durable. Thread-safe.
 */
public final class Peers implements AuthorKeys, Showings {
    private final Signer self;
    private final HubSettings settings;
    private final boolean privateAddresses;
    private final PeerBook book;
    private final Invitations invitations;
    private final Linking linking;

    /** @param privateAddresses whether addresses of this machine and its own network are allowed; only in the demo */
    public Peers(Documents.Store store, Signer self, HubSettings settings, Clock clock, boolean privateAddresses) {
        this.self = self;
        this.settings = settings;
        this.privateAddresses = privateAddresses;
        this.book = new PeerBook(store, self.publicKey());
        this.invitations = new Invitations(store.kept("invitations", InvitationDocument.class), clock);
        this.linking = new Linking(self, book, invitations, privateAddresses);
    }

    /** This hub as it presents itself. */
    public HubCard self() {
        byte[] key = self.publicKey();
        return new HubCard(self.hub(), settings.name(), settings.area(), key, FingerprintWords.of(key));
    }

    /** Where this hub answers others. */
    public URI address() {
        return PeerAddress.ofPublicUrl(settings.publicUrl());
    }

    /** In the order of their ids. */
    public List<Peer> all() {
        return book.all();
    }

    public Optional<Peer> find(HubId hub) {
        return book.find(hub);
    }

    /** Whether we may call an address like this one. */
    public boolean mayCall(URI address) {
        return linking.mayCall(address);
    }

    /** Whether names that stand for addresses of our own network may be called. */
    public boolean privateAddressesAllowed() {
        return privateAddresses;
    }

    /** A code for one other hub, good for seven days and one use. */
    public Outcome<String> invite(Person by) {
        if (!mayLink(by)) {
            return forbidden();
        }
        return invitations
                .make()
                .map(made -> InvitationCode.write(new Invitation(
                        self.hub(), settings.name(), self.publicKey(), address(), made.secret(), made.expires())));
    }

    /** Reads a code without using it: who invites, and the four words to compare. */
    public Outcome<Peer> read(String code, Person by) {
        return mayLink(by) ? linking.read(code) : forbidden();
    }

    /** Takes an invitation: we know them from now on, and ask to be accepted. Where both took a code, both agreed. */
    public Outcome<Peer> take(String code, PeerPolicy policy, Person by) {
        return mayLink(by) ? linking.take(code, policy) : forbidden();
    }

    /** The secret to show that hub when we ask it; empty unless we took its invitation and it has not accepted yet. */
    public Optional<String> secretFor(HubId hub) {
        return book.secretFor(hub);
    }

    /**
     * The other side took our invitation; called by the sync handshake once the asker has proven their key. Refused
     * unless the secret is one of ours, unused and not expired; a second call for the same asker changes nothing.
     */
    public Outcome<Peer> asked(HubCardOffer asker, String secret) {
        return linking.asked(asker, secret);
    }

    /** Accepts who asks. */
    public Outcome<Peer> accept(HubId hub, PeerPolicy policy, Person by) {
        return mayLink(by) ? linking.accept(hub, policy) : forbidden();
    }

    /** They accepted us; called by the sync handshake. */
    public void accepted(HubId hub) {
        linking.accepted(hub);
    }

    /**
     * Links without an invitation, for the demo and for operators' own files.
     *
     * @throws IllegalArgumentException if the address may not be called
     */
    public void link(Peer peer) {
        if (peer.address() != null && !mayCall(peer.address())) {
            throw new IllegalArgumentException("Not an address we may call: " + peer.address());
        }
        book.change(peer.hub(), null, known -> Outcome.done(peer.in(Peer.State.LINKED)));
    }

    /**
     * What passes from now on. Refused as a conflict if it is no longer what it was when the person decided.
     *
     * @param expected what passed then
     */
    public Outcome<Peer> policy(HubId hub, PeerPolicy expected, PeerPolicy policy, Person by) {
        if (!mayLink(by)) {
            return forbidden();
        }
        return book.changeKnown(hub, known -> {
            if (known.isOver()) {
                return Outcome.refused(Why.CONFLICT, "state", "peer-over", known.name());
            }
            return known.policy().equals(expected)
                    ? Outcome.done(known.with(policy))
                    : Outcome.refused(Why.CONFLICT, "policy", "peer-policy-changed", known.name());
        });
    }

    /** Pauses, resumes or blocks. Who has not been accepted can only be blocked. */
    public Outcome<Peer> move(HubId hub, Peer.State to, Person by) {
        if (!mayLink(by)) {
            return forbidden();
        }
        return book.changeKnown(hub, known -> {
            boolean possible = switch (to) {
                case ASKED, ASKING, LEFT, GONE -> false;
                case LINKED, PAUSED -> known.isSettled();
                case BLOCKED -> !known.isOver();
            };
            return possible
                    ? Outcome.done(known.in(to))
                    : Outcome.refused(Why.CONFLICT, "state", "peer-state", known.name());
        });
    }

    /**
     * Ends the link from our side, or takes back that we ask for one; the other hub is told when it can be reached. What
     * came stays in the log and verifies. Of a link that is over already, from whichever side, this only decides again
     * what is shown.
     *
     * @param keep whether what that hub wrote goes on being shown and found here
     */
    public Outcome<Peer> leave(HubId hub, boolean keep, Person by) {
        if (!mayLink(by)) {
            return forbidden();
        }
        return book.changeKnown(hub, known -> {
            if (known.state() == Peer.State.ASKING) {
                return Outcome.refused(Why.CONFLICT, "state", "peer-state", known.name());
            }
            if (known.isOver()) {
                return Outcome.done(known.forgotten(!keep));
            }
            invitations.end(hub);
            return Outcome.done(known.in(Peer.State.LEFT).forgotten(!keep));
        });
    }

    /** They ended the link; called by sync once the one who says so has proven that hub's key. */
    public void gone(HubId hub) {
        book.changeKnown(hub, known -> switch (known.state()) {
            case ASKED, LINKED, PAUSED -> {
                invitations.end(hub);
                yield Outcome.done(known.in(Peer.State.GONE));
            }
            case ASKING, BLOCKED, LEFT, GONE -> Outcome.done(known);
        });
    }

    /** Our own key too; that of a blocked hub or one that left as well, so that what it wrote before still verifies. */
    @Override
    public byte @Nullable [] keyOf(HubId hub) {
        return hub.equals(self.hub())
                ? self.publicKey()
                : book.find(hub).map(Peer::publicKey).orElse(null);
    }

    @Override
    public Set<HubId> authors() {
        return book.all().stream().map(Peer::hub).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Showing showing(HubId author) {
        return book.find(author)
                .map(peer -> peer.forgotten()
                        ? Showing.NOTHING
                        : peer.policy().records() == Direction.REFERENCE ? Showing.REFERENCE : Showing.WHOLE)
                .orElse(Showing.WHOLE);
    }

    /** Hears which peer changed. */
    @Override
    public Runnable onChange(Consumer<HubId> listener) {
        return book.onChange(listener);
    }

    private boolean mayLink(Person by) {
        return by.coordinates(self.hub());
    }

    private static <T> Outcome<T> forbidden() {
        return Outcome.refused(Why.FORBIDDEN, "", "forbidden");
    }
}
