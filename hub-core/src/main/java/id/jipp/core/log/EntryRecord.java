package id.jipp.core.log;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it lies on disk, form 1: {@code flags u8, header's length u16, header, signature 64 (flag 1), payload's
 * length i32 and payload (flag 2), CRC-32C i32 over all before it}. The checksum finds a flipped bit before it is
 * served to anyone.
 */
final class EntryRecord {
    private static final int SIGNED = 1;
    private static final int WITH_PAYLOAD = 2;

    private EntryRecord() {}

    static byte[] bytes(Entry entry) {
        byte[] header = entry.headerBytes();
        byte[] signature = entry.signature();
        byte[] payload = entry.payload();
        ByteBuffer out = ByteBuffer.allocate(1
                + 2
                + header.length
                + (signature == null ? 0 : signature.length)
                + (payload == null ? 0 : 4 + payload.length)
                + 4);
        out.put((byte) ((signature == null ? 0 : SIGNED) | (payload == null ? 0 : WITH_PAYLOAD)));
        out.putShort((short) header.length).put(header);
        if (signature != null) {
            out.put(signature);
        }
        if (payload != null) {
            out.putInt(payload.length).put(payload);
        }
        out.putInt(crc(out.array(), out.position()));
        return out.array();
    }

    /** @throws DamagedRecord if it is not what was written */
    static Entry read(byte[] bytes) {
        try {
            ByteBuffer in = ByteBuffer.wrap(bytes);
            if (in.getInt(bytes.length - 4) != crc(bytes, bytes.length - 4)) {
                throw new DamagedRecord("its checksum differs");
            }
            int flags = in.get();
            byte[] header = part(in, Short.toUnsignedInt(in.getShort()));
            byte[] signature = (flags & SIGNED) == 0 ? null : part(in, Ed25519.SIGNATURE_BYTES);
            byte[] payload = (flags & WITH_PAYLOAD) == 0 ? null : part(in, in.getInt());
            return Entry.received(header, signature, payload);
        } catch (BufferUnderflowException
                | IndexOutOfBoundsException
                | NegativeArraySizeException
                | MalformedEntry wrong) {
            throw new DamagedRecord("it does not have the form of an entry");
        }
    }

    private static byte[] part(ByteBuffer in, int length) {
        if (length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] part = new byte[length];
        in.get(part);
        return part;
    }

    private static int crc(byte[] bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }

    /** What was read from disk is not what was written there. */
    static final class DamagedRecord extends RuntimeException {
        DamagedRecord(@Nullable String message) {
            super(message);
        }
    }
}
