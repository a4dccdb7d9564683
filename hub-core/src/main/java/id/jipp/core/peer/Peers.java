package id.jipp.core.peer;

import id.jipp.core.identity.FingerprintWords;
import id.jipp.core.log.AuthorKeys;
import id.jipp.core.log.HubId;
import id.jipp.core.log.Signer;
import id.jipp.core.outcome.Outcome;
import id.jipp.core.outcome.Outcome.Why;
import id.jipp.core.person.Person;
import id.jipp.core.person.Role;
import id.jipp.core.projection.Listeners;
import id.jipp.core.settings.HubSettings;
import id.jipp.core.store.Documents;
import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The hubs we know, and how a link comes about: one side makes an invitation code, the other takes it and so asks; the
 * first sees who asks, compares four words with them, and accepts. Where both took a code of the other, both have
 * agreed, and they are linked at once. What answers done is durable. Thread-safe.
 */
public final class Peers implements AuthorKeys {
    /** How many hubs one hub may know; far more than the network has. */
    static final int PEERS_MAX = 1_000;

    private final Signer self;
    private final HubSettings settings;
    private final boolean privateAddresses;
    private final Documents<PeerDocument> documents;
    private final Invitations invitations;
    private final Map<HubId, Peer> peers = new ConcurrentHashMap<>();
    private final Map<HubId, String> secrets = new ConcurrentHashMap<>();
    private final Listeners<HubId> changes = new Listeners<>();

    /** @param privateAddresses whether addresses of this machine and its own network are allowed; only in the demo */
    public Peers(Documents.Store store, Signer self, HubSettings settings, Clock clock, boolean privateAddresses) {
        this.self = self;
        this.settings = settings;
        this.privateAddresses = privateAddresses;
        this.documents = store.kept("peers", PeerDocument.class);
        this.invitations = new Invitations(store.kept("invitations", InvitationDocument.class), clock);
        documents.forEach(document -> {
            Peer peer = document.peer(self.publicKey());
            peers.put(peer.hub(), peer);
            if (document.secret() != null) {
                secrets.put(peer.hub(), document.secret());
            }
        });
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
        return peers.values().stream().sorted(Comparator.comparing(Peer::hub)).toList();
    }

    public Optional<Peer> find(HubId hub) {
        return Optional.ofNullable(peers.get(hub));
    }

    /** Whether we may call an address like this one. */
    public boolean mayCall(URI address) {
        return PeerAddress.isAllowed(address, privateAddresses);
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
    public Outcome<Peer> read(String code) {
        return usable(code).map(invitation -> asked(invitation, PeerPolicy.CLOSED));
    }

    /** Takes an invitation: we know them from now on, and ask to be accepted. */
    public Outcome<Peer> take(String code, PeerPolicy policy, Person by) {
        if (!mayLink(by)) {
            return forbidden();
        }
        return switch (usable(code)) {
            case Outcome.Refused<Invitation> refused -> refused.cast();
            case Outcome.Done<Invitation> done -> take(done.value(), policy);
        };
    }

    private Outcome<Peer> take(Invitation invitation, PeerPolicy policy) {
        Peer asking = asked(invitation, policy);
        return change(invitation.hub(), invitation.secret(), known -> {
            if (known == null) {
                return Outcome.done(asking);
            }
            if (!Arrays.equals(known.publicKey(), invitation.publicKey())) {
                return Outcome.refused(Why.CONFLICT, "code", "peer-other-key", known.hub());
            }
            return switch (known.state()) {
                case ASKED -> Outcome.done(asking);
                case ASKING -> Outcome.done(in(asking, Peer.State.LINKED));
                case LINKED, PAUSED, BLOCKED -> Outcome.refused(Why.CONFLICT, "code", "peer-known", known.name());
            };
        });
    }

    /** The secret to show that hub when we ask it; empty unless we took its invitation and it has not accepted yet. */
    public Optional<String> secretFor(HubId hub) {
        return Optional.ofNullable(secrets.get(hub));
    }

    /**
     * The other side took our invitation; called by the sync handshake once the asker has proven their key. Refused
     * unless the secret is one of ours, unused and not expired; a second call for the same asker changes nothing.
     */
    public Outcome<Peer> asked(HubCardOffer asker, String secret) {
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
        return change(asker.hub(), null, known -> {
            if (known == null) {
                return invitations.use(secret, asker.hub()).map(used -> asking);
            }
            if (!Arrays.equals(known.publicKey(), asker.publicKey())) {
                return Outcome.refused(Why.CONFLICT, "hub", "peer-other-key", known.hub());
            }
            return switch (known.state()) {
                case ASKING, LINKED -> Outcome.done(known);
                case ASKED -> invitations.use(secret, asker.hub()).map(used -> in(known, Peer.State.LINKED));
                case PAUSED, BLOCKED -> Outcome.refused(Why.FORBIDDEN, "hub", "peer-closed");
            };
        });
    }

    /** Accepts who asks. */
    public Outcome<Peer> accept(HubId hub, PeerPolicy policy, Person by) {
        if (!mayLink(by)) {
            return forbidden();
        }
        return change(hub, null, known -> {
            if (known == null) {
                return unknown(hub);
            }
            return known.state() == Peer.State.ASKING
                    ? Outcome.done(with(in(known, Peer.State.LINKED), policy))
                    : Outcome.refused(Why.CONFLICT, "state", "peer-not-asking", known.name());
        });
    }

    /** They accepted us; called by the sync handshake. */
    public void accepted(HubId hub) {
        change(hub, null, known -> {
            if (known == null) {
                return unknown(hub);
            }
            return Outcome.done(known.state() == Peer.State.ASKED ? in(known, Peer.State.LINKED) : known);
        });
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
        change(peer.hub(), null, known -> Outcome.done(in(peer, Peer.State.LINKED)));
    }

    public Outcome<Peer> policy(HubId hub, PeerPolicy policy, Person by) {
        if (!mayLink(by)) {
            return forbidden();
        }
        return change(hub, null, known -> known == null ? unknown(hub) : Outcome.done(with(known, policy)));
    }

    /** Pauses, resumes or blocks. Who has not been accepted can only be blocked. */
    public Outcome<Peer> move(HubId hub, Peer.State to, Person by) {
        if (!mayLink(by)) {
            return forbidden();
        }
        return change(hub, null, known -> {
            if (known == null) {
                return unknown(hub);
            }
            boolean agreed = known.state() != Peer.State.ASKED && known.state() != Peer.State.ASKING;
            boolean possible = switch (to) {
                case ASKED, ASKING -> false;
                case LINKED, PAUSED -> agreed;
                case BLOCKED -> true;
            };
            return possible
                    ? Outcome.done(in(known, to))
                    : Outcome.refused(Why.CONFLICT, "state", "peer-state", known.state(), to);
        });
    }

    /** Our own key too; that of a blocked hub as well, so that what it wrote before still verifies. */
    @Override
    public byte @Nullable [] keyOf(HubId hub) {
        if (hub.equals(self.hub())) {
            return self.publicKey();
        }
        Peer peer = peers.get(hub);
        return peer == null ? null : peer.publicKey();
    }

    /** Hears which peer changed. */
    public Runnable onChange(Consumer<HubId> listener) {
        return changes.add(listener);
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

    private boolean mayLink(Person by) {
        return by.id().hub().equals(self.hub()) && (by.is(Role.COORDINATOR) || by.is(Role.ADMIN));
    }

    /** One change at a time, kept before anybody hears of it. */
    private Outcome<Peer> change(HubId hub, @Nullable String secret, Decision decision) {
        Outcome<Peer> outcome;
        boolean changed = false;
        synchronized (this) {
            Peer known = peers.get(hub);
            if (known == null && peers.size() >= PEERS_MAX) {
                return Outcome.refused(Why.LIMIT, "hub", "peer-too-many", PEERS_MAX);
            }
            outcome = decision.on(known);
            if (outcome instanceof Outcome.Done<Peer> done && !isKept(done.value(), known, secret)) {
                keep(done.value(), secret);
                changed = true;
            }
        }
        if (changed) {
            changes.tell(hub);
        }
        return outcome;
    }

    private boolean isKept(Peer peer, @Nullable Peer known, @Nullable String secret) {
        return known != null
                && PeerDocument.of(peer, secret).equals(PeerDocument.of(known, secret))
                && (secret == null || secret.equals(secrets.get(peer.hub())));
    }

    private void keep(Peer peer, @Nullable String secret) {
        String kept = peer.state() != Peer.State.ASKED ? null : secret != null ? secret : secrets.get(peer.hub());
        documents.save(PeerDocument.of(peer, kept));
        documents.flush();
        if (kept == null) {
            secrets.remove(peer.hub());
        } else {
            secrets.put(peer.hub(), kept);
        }
        peers.put(peer.hub(), peer);
    }

    private static Peer in(Peer peer, Peer.State state) {
        return new Peer(peer.hub(), peer.name(), peer.publicKey(), peer.address(), peer.policy(), state, peer.words());
    }

    private static Peer with(Peer peer, PeerPolicy policy) {
        return new Peer(peer.hub(), peer.name(), peer.publicKey(), peer.address(), policy, peer.state(), peer.words());
    }

    private static <T> Outcome<T> forbidden() {
        return Outcome.refused(Why.FORBIDDEN, "", "forbidden");
    }

    private static Outcome<Peer> unknown(HubId hub) {
        return Outcome.refused(Why.NOT_FOUND, "hub", "peer-unknown", hub);
    }

    /** What becomes of a peer, given what is known of it: null for nothing. */
    @FunctionalInterface
    private interface Decision {
        Outcome<Peer> on(@Nullable Peer known);
    }
}
