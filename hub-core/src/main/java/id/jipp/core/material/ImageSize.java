package id.jipp.core.material;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** How many pixels a picture claims to have, by its first bytes: nothing is decoded, which is what a flood of pixels waits for. */
record ImageSize(long width, long height) {
    static final long PIXELS_MAX = 100_000_000;

    private static final int PNG_HEADER = 24;
    private static final int WEBP_HEADER = 30;

    boolean isBounded() {
        return width >= 1 && height >= 1 && width <= PIXELS_MAX && height <= PIXELS_MAX && width * height <= PIXELS_MAX;
    }

    /** Empty if that is no such picture. */
    static Optional<ImageSize> of(FileType type, byte[] start) {
        return switch (type) {
            case PNG -> png(start);
            case JPEG -> jpeg(start);
            case WEBP -> webp(start);
            default -> Optional.empty();
        };
    }

    /** ISO/IEC 15948, 11.2.2. */
    private static Optional<ImageSize> png(byte[] start) {
        ByteBuffer bytes = ByteBuffer.wrap(start);
        if (start.length < PNG_HEADER
                || bytes.getLong(0) != 0x89504E470D0A1A0AL
                || bytes.getInt(8) != 13
                || bytes.getInt(12) != 0x49484452) {
            return Optional.empty();
        }
        return Optional.of(
                new ImageSize(Integer.toUnsignedLong(bytes.getInt(16)), Integer.toUnsignedLong(bytes.getInt(20))));
    }

    /** ITU-T T.81, B.2.2: the first frame header. */
    private static Optional<ImageSize> jpeg(byte[] start) {
        ByteBuffer bytes = ByteBuffer.wrap(start);
        if (start.length < 4 || bytes.getShort(0) != (short) 0xFFD8) {
            return Optional.empty();
        }
        int at = 2;
        while (at + 9 <= start.length && bytes.get(at) == (byte) 0xFF) {
            int marker = bytes.get(at + 1) & 0xFF;
            if (isFrame(marker)) {
                return Optional.of(new ImageSize(bytes.getShort(at + 7) & 0xFFFF, bytes.getShort(at + 5) & 0xFFFF));
            }
            at += marker == 0xFF ? 1 : 2 + Math.max(2, bytes.getShort(at + 2) & 0xFFFF);
        }
        return Optional.empty();
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    /** RFC 9649, 2.5 to 2.7. */
    private static Optional<ImageSize> webp(byte[] start) {
        ByteBuffer bytes = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN);
        if (start.length < WEBP_HEADER || bytes.getInt(0) != 0x46464952 || bytes.getInt(8) != 0x50424557) {
            return Optional.empty();
        }
        return switch (bytes.getInt(12)) {
            case 0x58385056 -> Optional.of(new ImageSize(three(bytes, 24) + 1, three(bytes, 27) + 1));
            case 0x4C385056 -> Optional.of(lossless(bytes.getInt(21)));
            case 0x20385056 -> Optional.of(new ImageSize(bytes.getShort(26) & 0x3FFF, bytes.getShort(28) & 0x3FFF));
            default -> Optional.empty();
        };
    }

    private static ImageSize lossless(int bits) {
        return new ImageSize((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1);
    }

    private static long three(ByteBuffer bytes, int at) {
        return bytes.get(at) & 0xFF | (bytes.get(at + 1) & 0xFF) << 8 | (bytes.get(at + 2) & 0xFF) << 16;
    }
}
