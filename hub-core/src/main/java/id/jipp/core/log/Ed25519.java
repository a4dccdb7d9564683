package id.jipp.core.log;

/** Ed25519 as in RFC 8032, by BouncyCastle's {@code math.ec.rfc8032}. Strict: small-order keys and non-canonical values fail. */
public final class Ed25519 {
    public static final int KEY_BYTES = 32;
    public static final int SEED_BYTES = 32;
    public static final int SIGNATURE_BYTES = 64;

    private Ed25519() {}

    /** Whether the signature is by that key over these bytes. Never throws on hostile input. */
    public static boolean verifies(byte[] publicKey, byte[] bytes, byte[] signature) {
        if (publicKey.length != KEY_BYTES || signature.length != SIGNATURE_BYTES) {
            return false;
        }
        try {
            return org.bouncycastle.math.ec.rfc8032.Ed25519.verify(signature, 0, publicKey, 0, bytes, 0, bytes.length);
        } catch (RuntimeException hostile) {
            return false;
        }
    }

    /** The signature of the key with this seed over these bytes, 64 bytes. */
    public static byte[] sign(byte[] seed, byte[] publicKey, byte[] bytes) {
        byte[] signature = new byte[SIGNATURE_BYTES];
        org.bouncycastle.math.ec.rfc8032.Ed25519.sign(
                seed, 0, publicKey, 0, null, bytes, 0, bytes.length, signature, 0);
        return signature;
    }

    /** The raw public key that belongs to a seed of 32 bytes. */
    public static byte[] publicKey(byte[] seed) {
        if (seed.length != SEED_BYTES) {
            throw new IllegalArgumentException("A seed has 32 bytes; came: " + seed.length);
        }
        byte[] key = new byte[KEY_BYTES];
        org.bouncycastle.math.ec.rfc8032.Ed25519.generatePublicKey(seed, 0, key, 0);
        return key;
    }

    /** Whether this is a point a key pair can have: canonical, and not of small order. Never throws. */
    public static boolean isKey(byte[] publicKey) {
        return publicKey.length == KEY_BYTES
                && org.bouncycastle.math.ec.rfc8032.Ed25519.validatePublicKeyFull(publicKey, 0);
    }
}
