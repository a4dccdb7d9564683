package id.jipp.core.peer;

import id.jipp.core.log.HubId;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A hub we know.
 *
 * @param publicKey its raw Ed25519 key, 32 bytes
 * @param address where its sync socket answers ({@code wss://…/hub/sync}); null if only it calls us, or a third hub
 *     carries what we exchange
 * @param words the four words both sides compare, from both keys
 */
public record Peer(
        HubId hub, String name, byte[] publicKey, @Nullable URI address, PeerPolicy policy, State state, String words) {

    public Peer {
        HubName.check(name);
        if (publicKey.length != 32) {
            throw new IllegalArgumentException("A key has 32 bytes; came: " + publicKey.length);
        }
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
        BLOCKED
    }

    public boolean isLinked() {
        return state == State.LINKED;
    }

    /** Whether both sides have agreed once, whatever became of it. */
    public boolean isSettled() {
        return state != State.ASKED && state != State.ASKING;
    }
}
