package id.jipp.sync.protocol;

import id.jipp.core.log.Head;
import id.jipp.core.log.StreamId;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Puts the parts of a frame one behind the other; numbers big-endian. */
final class FrameWriter {
    private final ByteArrayOutputStream out;

    FrameWriter(FrameType type, int expectedBytes) {
        out = new ByteArrayOutputStream(expectedBytes);
        u8(type.number());
    }

    FrameWriter u8(int value) {
        out.write(value);
        return this;
    }

    FrameWriter u16(int value) {
        return u8(value >>> 8).u8(value);
    }

    FrameWriter u32(int value) {
        return u16(value >>> 16).u16(value);
    }

    FrameWriter u64(long value) {
        return u32((int) (value >>> 32)).u32((int) value);
    }

    /** Seven bits a byte, the lowest first; the high bit says that more follow. */
    FrameWriter number(long value) {
        long rest = value;
        while (rest >= 0x80) {
            u8((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        return u8((int) rest);
    }

    FrameWriter bytes(byte[] bytes) {
        out.write(bytes, 0, bytes.length);
        return this;
    }

    FrameWriter text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return u8(bytes.length).bytes(bytes);
    }

    FrameWriter longText(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return u16(bytes.length).bytes(bytes);
    }

    FrameWriter stream(StreamId stream) {
        return text(stream.toString());
    }

    FrameWriter head(Head head) {
        return number(head.seq()).bytes(head.hash().toBytes());
    }

    byte[] toBytes() {
        return out.toByteArray();
    }
}
