package id.jipp.core.peer;

import id.jipp.core.log.HubId;
import java.net.URI;
import java.time.Instant;

/**
 * An invitation as it stands in a code: who invites, their key, where they answer, a secret that may be used once, and
 * until when.
 */
public record Invitation(HubId hub, String name, byte[] publicKey, URI address, String secret, Instant expires) {}
