package id.jipp.core.log;

/** Ed25519 as in RFC 8032, by BouncyCastle's {@code math.ec.rfc8032}. Strict: small-order keys and non-canonical values fail. */
public final class Ed25519 {
    public static final int KEY_BYTES = 32;
    public static final int SIGNATURE_BYTES = 64;

    private Ed25519() {}

    /** Whether the signature is by that key over these bytes. Never throws on hostile input. */
    public static boolean verifies(byte[] publicKey, byte[] bytes, byte[] signature) {
        throw new UnsupportedOperationException();
    }
}
