package id.jipp.core.peer;

import org.jspecify.annotations.Nullable;

/**
 * An invitation we made, as it is kept: never the secret itself.
 *
 * @param id the SHA-256 of the secret, in hex
 * @param expires milliseconds since 1970
 * @param usedBy the hub that used it; null while nobody has
 */
record InvitationDocument(String id, long expires, @Nullable String usedBy) {}
