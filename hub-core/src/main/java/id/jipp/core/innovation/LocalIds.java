package id.jipp.core.innovation;

import id.jipp.core.log.Hash;
import java.security.SecureRandom;
import java.util.Arrays;

/** New ids that nobody can guess and no two hubs need to agree on: 16 of 32 signs, 80 bits. Thread-safe. */
final class LocalIds {
    private static final String SIGNS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private LocalIds() {}

    static String next() {
        byte[] random = new byte[LENGTH];
        RANDOM.nextBytes(random);
        return of(random);
    }

    /** The id that belongs to that key. */
    static String of(Hash key) {
        return of(Arrays.copyOf(key.toBytes(), LENGTH));
    }

    private static String of(byte[] bytes) {
        StringBuilder id = new StringBuilder(LENGTH);
        for (byte b : bytes) {
            id.append(SIGNS.charAt(b & 31));
        }
        return id.toString();
    }
}
