package id.jipp.core.log;

/** Signs as this hub. Thread-safe. */
public interface Signer {
    HubId hub();

    /** The raw Ed25519 public key, 32 bytes. */
    byte[] publicKey();

    /** The Ed25519 signature (RFC 8032) over these bytes, 64 bytes. */
    byte[] sign(byte[] bytes);
}
