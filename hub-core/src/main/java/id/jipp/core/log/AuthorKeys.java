package id.jipp.core.log;

import org.jspecify.annotations.Nullable;

/** The public keys of the hubs whose entries we may hold. */
@FunctionalInterface
public interface AuthorKeys {
    /** The raw Ed25519 public key of that hub, 32 bytes; null if we do not know it. */
    byte @Nullable [] keyOf(HubId hub);
}
