package id.jipp.core.peer;

import id.jipp.core.identity.FingerprintWords;
import id.jipp.core.log.HubId;
import java.net.URI;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A peer as it is kept.
 *
 * @param id the hub's id
 * @param publicKey base64url
 * @param files null in one that was kept before files had a policy
 * @param forgotten null in one that was kept before links could end
 * @param secret of the invitation we took; only while we ask
 */
record PeerDocument(
        String id,
        String name,
        String publicKey,
        @Nullable String address,
        String records,
        String rooms,
        @Nullable FilePolicy files,
        String state,
        @Nullable Boolean forgotten,
        @Nullable String secret) {

    static PeerDocument of(Peer peer, @Nullable String secret) {
        return new PeerDocument(
                peer.hub().value(),
                peer.name(),
                Base64.getUrlEncoder().withoutPadding().encodeToString(peer.publicKey()),
                peer.address() == null ? null : peer.address().toString(),
                peer.policy().records().name(),
                peer.policy().rooms().name(),
                peer.policy().files(),
                peer.state().name(),
                peer.forgotten(),
                secret);
    }

    Peer peer(byte[] ownKey) {
        byte[] key = Base64.getUrlDecoder().decode(publicKey);
        return new Peer(
                new HubId(id),
                name,
                key,
                address == null ? null : URI.create(address),
                new PeerPolicy(
                        Direction.valueOf(records),
                        Direction.valueOf(rooms),
                        files == null ? FilePolicy.STANDARD : files),
                Peer.State.valueOf(state),
                FingerprintWords.of(ownKey, key),
                Boolean.TRUE.equals(forgotten));
    }
}
