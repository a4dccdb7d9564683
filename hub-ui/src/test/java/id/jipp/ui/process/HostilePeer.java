package id.jipp.ui.process;

import id.jipp.core.identity.HubIdentity;
import id.jipp.core.log.HubId;
import id.jipp.core.peer.Peer;
import id.jipp.core.peer.PeerPolicy;

/** A program that has a linked hub's key and does not behave as a hub. */
final class HostilePeer {
    private static final HubIdentity IDENTITY = HubIdentity.ofSeed(new HubId("asing"), new byte[32]);

    /** As tengah knows it: paused until a test wants it, so that nobody waits for it. */
    static final Peer ASING =
            new Peer(IDENTITY.hub(), "Asing", IDENTITY.publicKey(), null, PeerPolicy.OPEN, Peer.State.PAUSED, "");

    private HostilePeer() {}
}
