package id.jipp.core.identity;

/**
 * Four Indonesian words that stand for a key, or for two keys together, short enough to be read out on the phone. 256
 * words, so 32 bits: enough against a mistake and against a forger who has the length of one call.
 */
public final class FingerprintWords {
    private FingerprintWords() {}

    /** Of one key. */
    public static String of(byte[] key) {
        throw new UnsupportedOperationException();
    }

    /** Of two keys; the same whichever side computes it. */
    public static String of(byte[] one, byte[] other) {
        throw new UnsupportedOperationException();
    }
}
