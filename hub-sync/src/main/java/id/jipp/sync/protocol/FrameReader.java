package id.jipp.sync.protocol;

import id.jipp.core.log.Hash;
import id.jipp.core.log.Head;
import id.jipp.core.log.HubId;
import id.jipp.core.log.StreamId;
import id.jipp.core.log.StreamName;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Takes the parts of a frame one after the other. Allocates nothing by a claimed size that is not there. */
final class FrameReader {
    private static final int NUMBER_BYTES_MAX = 6;

    private final ByteBuffer in;

    FrameReader(ByteBuffer in) {
        this.in = in;
    }

    int u8() {
        need(1);
        return Byte.toUnsignedInt(in.get());
    }

    int u16() {
        need(2);
        return Short.toUnsignedInt(in.getShort());
    }

    /** A number of 32 bits that is not negative. */
    int u31() {
        need(4);
        int value = in.getInt();
        if (value < 0) {
            throw new FrameViolation("A number below 2^31 was expected; came: " + Integer.toUnsignedString(value));
        }
        return value;
    }

    long u64() {
        need(8);
        return in.getLong();
    }

    /** At most 2^42 - 1; the shortest form only. */
    long number() {
        long value = 0;
        for (int i = 0; i < NUMBER_BYTES_MAX; i++) {
            int next = u8();
            value |= (long) (next & 0x7F) << (7 * i);
            if (next < 0x80) {
                if (next == 0 && i > 0) {
                    throw new FrameViolation("A number in a longer form than it needs");
                }
                return value;
            }
        }
        throw new FrameViolation("A number of at most " + NUMBER_BYTES_MAX + " bytes was expected");
    }

    byte[] bytes(int count) {
        need(count);
        byte[] bytes = new byte[count];
        in.get(bytes);
        return bytes;
    }

    String text() {
        return decoded(bytes(u8()));
    }

    String longText(int bytesMax) {
        int bytes = u16();
        if (bytes > bytesMax) {
            throw new FrameViolation("A text of at most " + bytesMax + " bytes was expected; came: " + bytes);
        }
        return decoded(bytes(bytes));
    }

    StreamId stream() {
        return stream(text());
    }

    static StreamId stream(String text) {
        int colon = text.indexOf(':');
        try {
            return new StreamId(
                    new HubId(text.substring(0, Math.max(colon, 0))), new StreamName(text.substring(colon + 1)));
        } catch (IllegalArgumentException wrong) {
            throw new FrameViolation(String.valueOf(wrong.getMessage()));
        }
    }

    HubId hub() {
        try {
            return new HubId(text());
        } catch (IllegalArgumentException wrong) {
            throw new FrameViolation(String.valueOf(wrong.getMessage()));
        }
    }

    Head head() {
        long seq = number();
        Hash hash = hash();
        if ((seq == 0) != hash.equals(Hash.NONE)) {
            throw new FrameViolation("Zeros are the hash of number 0 and of no other; came number " + seq);
        }
        return new Head(seq, hash);
    }

    Hash hash() {
        return Hash.ofBytes(bytes(Hash.BYTES));
    }

    int remaining() {
        return in.remaining();
    }

    void end() {
        if (in.hasRemaining()) {
            throw new FrameViolation("The frame was expected to end; " + in.remaining() + " bytes follow");
        }
    }

    static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException wrong) {
            throw new FrameViolation("A text was expected to be UTF-8");
        }
    }

    private void need(int count) {
        if (in.remaining() < count) {
            throw new FrameViolation(count + " more bytes were expected; there are " + in.remaining());
        }
    }
}
