package id.jipp.core.log;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Makes hostile bytes out of real ones: turned bits, extreme numbers, pieces cut, doubled, moved and put together. */
public final class Mutator {
    private static final byte[][] EXTREMES = {
        {0},
        {(byte) 0xFF},
        {0x7F},
        {(byte) 0x80},
        {0, 0},
        {(byte) 0xFF, (byte) 0xFF},
        {0x7F, (byte) 0xFF, -1, -1},
        {-1, -1, -1, -1},
        {(byte) 0x80, 0, 0, 0},
        {0, 4, 0, 1},
        {-1, -1, -1, -1, -1, -1, -1, -1},
        {0, 0, 0, 0, 0, 0, 0, 0},
        {(byte) 0x80, (byte) 0x80, (byte) 0x80, (byte) 0x80, (byte) 0x80, 1}
    };

    private final RandomGenerator random;
    private final List<byte[]> real;

    /** @param real what to begin from */
    public Mutator(RandomGenerator random, List<byte[]> real) {
        this.random = random;
        this.real = List.copyOf(real);
    }

    /** One of the real ones, changed one to four times. */
    public byte[] next() {
        byte[] bytes = one().clone();
        for (int i = random.nextInt(4); i >= 0; i--) {
            bytes = changed(bytes);
        }
        return bytes;
    }

    private byte[] one() {
        return real.get(random.nextInt(real.size()));
    }

    private byte[] changed(byte[] bytes) {
        if (bytes.length == 0) {
            return one().clone();
        }
        int at = random.nextInt(bytes.length);
        int to = at + random.nextInt(bytes.length - at + 1);
        return switch (random.nextInt(8)) {
            case 0 -> {
                bytes[at] ^= (byte) (1 << random.nextInt(8));
                yield bytes;
            }
            case 1 -> {
                bytes[at] = (byte) random.nextInt();
                yield bytes;
            }
            case 2 -> {
                byte[] extreme = EXTREMES[random.nextInt(EXTREMES.length)];
                System.arraycopy(extreme, 0, bytes, at, Math.min(extreme.length, bytes.length - at));
                yield bytes;
            }
            case 3 -> Arrays.copyOf(bytes, at);
            case 4 -> joined(bytes, at, bytes, at);
            case 5 -> joined(bytes, to, bytes, at);
            case 6 -> {
                byte[] other = one();
                yield joined(bytes, at, other, random.nextInt(other.length + 1));
            }
            default -> {
                byte[] more = new byte[1 + random.nextInt(40)];
                random.nextBytes(more);
                yield joined(bytes, bytes.length, more, 0);
            }
        };
    }

    /** The first bytes of one and the last of the other, at most a megabyte and a little. */
    private static byte[] joined(byte[] start, int to, byte[] end, int from) {
        int length = Math.min(to + end.length - from, 1_100_000);
        byte[] joined = Arrays.copyOf(start, Math.max(to, length));
        System.arraycopy(end, from, joined, to, Math.max(0, length - to));
        return joined;
    }
}
