package id.jipp.core.peer;

import id.jipp.core.log.AuthorKeys;
import id.jipp.core.log.HubId;
import id.jipp.core.outcome.Outcome;
import id.jipp.core.person.Person;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The hubs we know, and how a link comes about: one side makes an invitation code, the other takes it and so asks; the
 * first sees who asks, compares four words with them, and accepts. What answers done is durable. Thread-safe.
 */
public final class Peers implements AuthorKeys {
    /** This hub as it presents itself. */
    public HubCard self() {
        throw new UnsupportedOperationException();
    }

    public List<Peer> all() {
        throw new UnsupportedOperationException();
    }

    public Optional<Peer> find(HubId hub) {
        throw new UnsupportedOperationException();
    }

    /** A code for one other hub, good for seven days and one use. */
    public Outcome<String> invite(Person by) {
        throw new UnsupportedOperationException();
    }

    /** Reads a code without using it: who invites, and the four words to compare. */
    public Outcome<Peer> read(String code) {
        throw new UnsupportedOperationException();
    }

    /** Takes an invitation: we know them from now on, and ask to be accepted. */
    public Outcome<Peer> take(String code, PeerPolicy policy, Person by) {
        throw new UnsupportedOperationException();
    }

    /**
     * The other side took our invitation; called by the sync handshake once the asker has proven their key. Refused
     * unless the secret is one of ours, unused and not expired; a second call for the same asker changes nothing.
     */
    public Outcome<Peer> asked(HubCardOffer asker, String secret) {
        throw new UnsupportedOperationException();
    }

    /** Accepts who asks. */
    public Outcome<Peer> accept(HubId hub, PeerPolicy policy, Person by) {
        throw new UnsupportedOperationException();
    }

    /** They accepted us; called by the sync handshake. */
    public void accepted(HubId hub) {
        throw new UnsupportedOperationException();
    }

    /** Links without an invitation, for the demo and for operators' own files. */
    public void link(Peer peer) {
        throw new UnsupportedOperationException();
    }

    public Outcome<Peer> policy(HubId hub, PeerPolicy policy, Person by) {
        throw new UnsupportedOperationException();
    }

    /** Pauses, resumes or blocks. */
    public Outcome<Peer> move(HubId hub, Peer.State to, Person by) {
        throw new UnsupportedOperationException();
    }

    @Override
    public byte @org.jspecify.annotations.Nullable [] keyOf(HubId hub) {
        throw new UnsupportedOperationException();
    }

    /** Hears which peer changed. */
    public Runnable onChange(Consumer<HubId> listener) {
        throw new UnsupportedOperationException();
    }
}
