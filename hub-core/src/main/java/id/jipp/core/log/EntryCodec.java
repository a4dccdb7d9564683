package id.jipp.core.log;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/**
 * A header as bytes, version 1. All numbers are big-endian; a text is one byte of length and so many ASCII characters:
 * {@code version u8 = 1, hub, stream name, seq i64, previous 32, kind, kind's version u16, time i64 (milliseconds since
 * 1970), payload hash 32, payload bytes i32}. Nothing follows. Each header has exactly one form.
 */
public final class EntryCodec {
    private static final byte VERSION = 1;
    private static final int FIXED_BYTES = 1 + 3 + 8 + Hash.BYTES + 2 + 8 + Hash.BYTES + 4;

    private EntryCodec() {}

    public static byte[] encode(EntryHeader header) {
        byte[] hub = ascii(header.stream().hub().value());
        byte[] name = ascii(header.stream().name().value());
        byte[] kind = ascii(header.kind());
        ByteBuffer out = ByteBuffer.allocate(FIXED_BYTES + hub.length + name.length + kind.length);
        out.put(VERSION);
        out.put((byte) hub.length).put(hub);
        out.put((byte) name.length).put(name);
        out.putLong(header.seq());
        out.put(header.previous().toBytes());
        out.put((byte) kind.length).put(kind);
        out.putShort((short) header.kindVersion());
        out.putLong(header.time().toEpochMilli());
        out.put(header.payloadHash().toBytes());
        out.putInt(header.payloadBytes());
        return out.array();
    }

    /** @throws MalformedEntry if these are not exactly the bytes {@link #encode} makes of some header */
    public static EntryHeader decode(byte[] bytes) {
        if (bytes.length > LogLimits.HEADER_BYTES_MAX) {
            throw new MalformedEntry(
                    "A header has at most " + LogLimits.HEADER_BYTES_MAX + " bytes; came: " + bytes.length);
        }
        try {
            EntryHeader header = read(ByteBuffer.wrap(bytes));
            if (!Arrays.equals(encode(header), bytes)) {
                throw new MalformedEntry("A header has one form only; this one has another");
            }
            return header;
        } catch (BufferUnderflowException cut) {
            throw new MalformedEntry("A header ended early, after " + bytes.length + " bytes");
        } catch (IllegalArgumentException wrong) {
            throw new MalformedEntry("A header with a wrong part: " + wrong.getMessage());
        }
    }

    private static EntryHeader read(ByteBuffer in) {
        byte version = in.get();
        if (version != VERSION) {
            throw new MalformedEntry("This program reads headers of version 1; came: " + Byte.toUnsignedInt(version));
        }
        StreamId stream = new StreamId(new HubId(text(in)), new StreamName(text(in)));
        long seq = in.getLong();
        Hash previous = hash(in);
        String kind = text(in);
        int kindVersion = Short.toUnsignedInt(in.getShort());
        Instant time = Instant.ofEpochMilli(in.getLong());
        Hash payloadHash = hash(in);
        return new EntryHeader(stream, seq, previous, kind, kindVersion, time, payloadHash, in.getInt());
    }

    private static Hash hash(ByteBuffer in) {
        byte[] bytes = new byte[Hash.BYTES];
        in.get(bytes);
        return Hash.ofBytes(bytes);
    }

    private static String text(ByteBuffer in) {
        byte[] bytes = new byte[Byte.toUnsignedInt(in.get())];
        in.get(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
