package id.jipp.sync.parcel;

import id.jipp.core.log.Ed25519;
import id.jipp.core.log.Hash;
import id.jipp.sync.protocol.FrameViolation;
import id.jipp.sync.protocol.Frames;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * Reads a parcel record by record, and holds no more than one of them; nothing is made for a size that is only claimed.
 * Throws {@link ParcelViolation} where the bytes are not a parcel any more.
 */
final class ParcelReader {
    private static final int START_BYTES = 5;
    private static final int CHECK_BYTES = 4;

    private final InputStream in;
    private final MessageDigest digest = Hash.digest();
    private byte[] key = {};
    private long bytes;

    ParcelReader(InputStream in) {
        this.in = in;
    }

    long bytes() {
        return bytes;
    }

    /** The first record, signed with the key it names. */
    ParcelHead head() throws IOException {
        if (!Arrays.equals(in.readNBytes(ParcelRecord.MAGIC.length), ParcelRecord.MAGIC)) {
            throw new ParcelViolation("parcel-none");
        }
        int version = in.read();
        if (version < 0) {
            throw new ParcelViolation("parcel-cut", ParcelRecord.MAGIC.length);
        }
        if (version != ParcelRecord.VERSION) {
            throw new ParcelViolation("parcel-version", version, ParcelRecord.VERSION);
        }
        digest.update(ParcelRecord.MAGIC);
        digest.update((byte) version);
        bytes = ParcelRecord.MAGIC.length + 1;
        Raw first = raw();
        if (first.type() != ParcelRecord.HEAD) {
            throw malformed("the head was expected first");
        }
        byte[] content = withoutSignature(first);
        ParcelHead head;
        try {
            head = ParcelHead.of(content);
        } catch (IllegalArgumentException wrong) {
            throw malformed(String.valueOf(wrong.getMessage()));
        }
        key = head.key();
        checkSignature(ParcelRecord.HEAD_DOMAIN, first);
        return head;
    }

    /** The next record after the head that we know. */
    ParcelPart next() throws IOException {
        Raw raw = raw();
        while (ParcelRecord.maySkip(raw.type())) {
            raw = raw();
        }
        return switch (raw.type()) {
            case ParcelRecord.FRAME -> frame(raw);
            case ParcelRecord.END -> end(raw);
            default -> throw malformed("a record of the type " + raw.type());
        };
    }

    private ParcelPart frame(Raw raw) {
        try {
            return new ParcelPart.OfFrame(Frames.decode(ByteBuffer.wrap(raw.content())));
        } catch (FrameViolation wrong) {
            throw malformed(String.valueOf(wrong.getMessage()));
        }
    }

    private ParcelPart end(Raw raw) throws IOException {
        checkSignature(ParcelRecord.END_DOMAIN, raw);
        ParcelEnd end;
        try {
            end = ParcelEnd.of(withoutSignature(raw));
        } catch (IllegalArgumentException wrong) {
            throw malformed(String.valueOf(wrong.getMessage()));
        }
        if (!Arrays.equals(end.before().toBytes(), raw.before())) {
            throw malformed("its end belongs to another parcel");
        }
        if (in.read() >= 0) {
            throw malformed("something follows its end");
        }
        return new ParcelPart.OfEnd(end);
    }

    /** @param before SHA-256 of all that stands before it; empty except for an end */
    private record Raw(int type, byte[] content, byte[] before) {}

    private Raw raw() throws IOException {
        long at = bytes;
        byte[] start = taken(START_BYTES, at);
        int type = Byte.toUnsignedInt(start[0]);
        int length = ByteBuffer.wrap(start, 1, Integer.BYTES).getInt();
        if (length < 0 || length > ParcelRecord.bytesMax(type)) {
            throw new ParcelViolation("parcel-damaged", at);
        }
        byte[] content = taken(length, at);
        byte[] check = taken(CHECK_BYTES, at);
        CRC32C right = new CRC32C();
        right.update(start);
        right.update(content);
        if (ByteBuffer.wrap(check).getInt() != (int) right.getValue()) {
            throw new ParcelViolation("parcel-damaged", at);
        }
        byte[] before = type == ParcelRecord.END ? digest.digest() : new byte[0];
        digest.update(start);
        digest.update(content);
        digest.update(check);
        return new Raw(type, content, before);
    }

    private byte[] taken(int count, long at) throws IOException {
        byte[] part = in.readNBytes(count);
        if (part.length < count) {
            throw new ParcelViolation("parcel-cut", at);
        }
        bytes += count;
        return part;
    }

    private byte[] withoutSignature(Raw raw) {
        if (raw.content().length < Ed25519.SIGNATURE_BYTES) {
            throw malformed("a signature was expected");
        }
        return Arrays.copyOf(raw.content(), raw.content().length - Ed25519.SIGNATURE_BYTES);
    }

    private void checkSignature(byte[] domain, Raw raw) {
        byte[] content = withoutSignature(raw);
        byte[] signature = Arrays.copyOfRange(raw.content(), content.length, raw.content().length);
        if (!Ed25519.verifies(key, Bytes.joined(domain, content), signature)) {
            throw new ParcelViolation("parcel-signature");
        }
    }

    private ParcelViolation malformed(String what) {
        return new ParcelViolation("parcel-malformed", bytes, what);
    }
}
