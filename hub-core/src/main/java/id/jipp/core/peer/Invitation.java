package id.jipp.core.peer;

import id.jipp.core.log.HubId;
import java.net.URI;
import java.time.Instant;

/**
 * An invitation as it stands in a code: who invites, their key, where they answer, a secret that may be used once, and
 * until when.
 *
 * @param name 1 to 120 characters
 * @param publicKey a raw Ed25519 key, 32 bytes
 * @param secret 22 characters of base64url: 128 random bits
 */
public record Invitation(HubId hub, String name, byte[] publicKey, URI address, String secret, Instant expires) {
    public Invitation {
        HubName.check(name);
        if (publicKey.length != 32) {
            throw new IllegalArgumentException("A key has 32 bytes; came: " + publicKey.length);
        }
        if (!secret.matches("[A-Za-z0-9_-]{22}")) {
            throw new IllegalArgumentException("A secret has 22 characters of base64url; came: " + secret.length());
        }
    }
}
