package id.jipp.core.innovation;

import java.security.SecureRandom;

/** New ids that nobody can guess and no two hubs need to agree on: 16 of 32 signs, 80 bits. Thread-safe. */
final class LocalIds {
    private static final String SIGNS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private LocalIds() {}

    static String next() {
        byte[] random = new byte[LENGTH];
        RANDOM.nextBytes(random);
        StringBuilder id = new StringBuilder(LENGTH);
        for (byte b : random) {
            id.append(SIGNS.charAt(b & 31));
        }
        return id.toString();
    }
}
