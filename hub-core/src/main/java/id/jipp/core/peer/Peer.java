package id.jipp.core.peer;

import id.jipp.core.log.HubId;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A hub we know. Whatever becomes of the link, its key stays known, so that what it wrote still verifies.
 *
 * @param publicKey its raw Ed25519 key, 32 bytes
 * @param address where its sync socket answers ({@code wss://…/hub/sync}); null if only it calls us, or a third hub
 *     carries what we exchange
 * @param words the four words both sides compare, from both keys
 * @param forgotten whether what it wrote is no longer shown or found here since the link ended
 */
public record Peer(
        HubId hub,
        String name,
        byte[] publicKey,
        @Nullable URI address,
        PeerPolicy policy,
        State state,
        String words,
        boolean forgotten) {

    public Peer {
        HubName.check(name);
        if (publicKey.length != 32) {
            throw new IllegalArgumentException("A key has 32 bytes; came: " + publicKey.length);
        }
    }

    public Peer(
            HubId hub,
            String name,
            byte[] publicKey,
            @Nullable URI address,
            PeerPolicy policy,
            State state,
            String words) {
        this(hub, name, publicKey, address, policy, state, words, false);
    }

    public enum State {
        /** We took their invitation; they have not accepted yet. */
        ASKED,
        /** They took our invitation; our coordinator has not accepted yet. */
        ASKING,
        /** Accepted on both sides. */
        LINKED,
        /** Nothing passes for now; the link stays. */
        PAUSED,
        /** Nothing passes in or out, also not through others. */
        BLOCKED,
        /** We ended the link; they are told as soon as they can be reached. */
        LEFT,
        /** They ended the link. */
        GONE
    }

    public boolean isLinked() {
        return state == State.LINKED;
    }

    /** Whether both sides have agreed once and neither has ended it. */
    public boolean isSettled() {
        return switch (state) {
            case LINKED, PAUSED, BLOCKED -> true;
            case ASKED, ASKING, LEFT, GONE -> false;
        };
    }

    /** Whether the link is over, from whichever side; a new invitation begins another. */
    public boolean isOver() {
        return state == State.LEFT || state == State.GONE;
    }

    /** Where its pages are, without a path; empty where no address of it is known. */
    public Optional<URI> site() {
        return Optional.ofNullable(address).map(PeerAddress::publicUrlOf);
    }

    /** A link that goes on shows all again. */
    Peer in(State to) {
        return new Peer(hub, name, publicKey, address, policy, to, words, forgotten && to != State.LINKED);
    }

    Peer with(PeerPolicy policy) {
        return new Peer(hub, name, publicKey, address, policy, state, words, forgotten);
    }

    Peer forgotten(boolean forgotten) {
        return new Peer(hub, name, publicKey, address, policy, state, words, forgotten);
    }

    /** Until a new link is agreed on, what the old one left behind stays as it was. */
    Peer asForgottenAs(Peer before) {
        return forgotten(before.forgotten());
    }
}
