package id.jipp.core.innovation;

import id.jipp.core.log.Hash;
import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/**
 * New ids that no two hubs need to agree on: 16 of 32 signs, of which 9 say when (in milliseconds) and 7 are chance. In
 * the order they are made, because stores keep and find what is in order at a fraction of the cost. Thread-safe.
 */
final class LocalIds {
    private static final String SIGNS = "23456789abcdefghijkmnpqrstuvwxyz";
    private static final int SIGN_BITS = 5;
    private static final int TIME_SIGNS = 9;
    private static final int CHANCE_SIGNS = 7;
    private static final long CHANCE_END = 1L << (CHANCE_SIGNS * SIGN_BITS);

    /** Within one millisecond an id follows the one before it by less than so much. */
    private static final int STEP = 1 << 12;

    private final RandomGenerator random;
    private long millis;
    private long chance;

    LocalIds() {
        this(new SecureRandom());
    }

    LocalIds(RandomGenerator random) {
        this.random = random;
    }

    synchronized String next(long nowMillis) {
        if (nowMillis > millis) {
            begin(nowMillis);
        } else {
            chance += 1 + random.nextInt(STEP);
            if (chance >= CHANCE_END) {
                begin(millis + 1);
            }
        }
        return signs(millis, TIME_SIGNS) + signs(chance, CHANCE_SIGNS);
    }

    /** The id that belongs to that key; one of chance alone. */
    static String of(Hash key) {
        byte[] bytes = key.toBytes();
        StringBuilder id = new StringBuilder(TIME_SIGNS + CHANCE_SIGNS);
        for (int i = 0; i < TIME_SIGNS + CHANCE_SIGNS; i++) {
            id.append(SIGNS.charAt(bytes[i] & 31));
        }
        return id.toString();
    }

    /** With half of the numbers left for more in the same millisecond. */
    private void begin(long at) {
        millis = at;
        chance = random.nextLong(CHANCE_END / 2);
    }

    private static String signs(long number, int count) {
        StringBuilder signs = new StringBuilder(count);
        for (int left = count - 1; left >= 0; left--) {
            signs.append(SIGNS.charAt((int) (number >>> (left * SIGN_BITS)) & 31));
        }
        return signs.toString();
    }
}
