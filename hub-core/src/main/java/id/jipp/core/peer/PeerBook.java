package id.jipp.core.peer;

import id.jipp.core.log.HubId;
import id.jipp.core.outcome.Outcome;
import id.jipp.core.outcome.Outcome.Why;
import id.jipp.core.projection.Listeners;
import id.jipp.core.store.Documents;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The hubs we know, as they are kept. One change at a time, durable before anybody hears of it. Thread-safe. */
final class PeerBook {
    /** How many hubs one hub may know; far more than the network has. */
    static final int PEERS_MAX = 1_000;

    private final Documents<PeerDocument> documents;
    private final Map<HubId, Peer> peers = new ConcurrentHashMap<>();
    private final Map<HubId, String> secrets = new ConcurrentHashMap<>();
    private final Listeners<HubId> changes = new Listeners<>();

    PeerBook(Documents.Store store, byte[] ownKey) {
        this.documents = store.kept("peers", PeerDocument.class);
        documents.forEach(document -> {
            Peer peer = document.peer(ownKey);
            peers.put(peer.hub(), peer);
            if (document.secret() != null) {
                secrets.put(peer.hub(), document.secret());
            }
        });
    }

    /** What becomes of a peer, given what is known of it: null for nothing. */
    @FunctionalInterface
    interface Decision {
        Outcome<Peer> on(@Nullable Peer known);
    }

    List<Peer> all() {
        return peers.values().stream().sorted(Comparator.comparing(Peer::hub)).toList();
    }

    Optional<Peer> find(HubId hub) {
        return Optional.ofNullable(peers.get(hub));
    }

    /** Of the invitation we took from that hub; empty once it has been answered. */
    Optional<String> secretFor(HubId hub) {
        return Optional.ofNullable(secrets.get(hub));
    }

    Runnable onChange(Consumer<HubId> listener) {
        return changes.add(listener);
    }

    /** Changes a peer that must be known. */
    Outcome<Peer> changeKnown(HubId hub, Decision decision) {
        return change(
                hub,
                null,
                known -> known == null
                        ? Outcome.refused(Why.NOT_FOUND, "hub", "peer-unknown", hub)
                        : decision.on(known));
    }

    /** @param secret of an invitation of theirs, to be kept until they have answered; null for none or as before */
    Outcome<Peer> change(HubId hub, @Nullable String secret, Decision decision) {
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
}
