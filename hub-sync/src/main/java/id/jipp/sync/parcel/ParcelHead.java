package id.jipp.sync.parcel;

import id.jipp.core.log.Ed25519;
import id.jipp.core.log.Head;
import id.jipp.core.log.HubId;
import id.jipp.core.log.LogLimits;
import id.jipp.core.log.StreamId;
import id.jipp.sync.protocol.Frame;
import id.jipp.sync.protocol.FrameViolation;
import id.jipp.sync.protocol.Frames;
import id.jipp.sync.protocol.ProtocolLimits;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who made a parcel, when and for whom, and what the maker holds of all streams the recipient may have.
 *
 * @param recipient null for anybody
 * @param secret of the recipient's invitation, where the maker asks it to be linked; empty otherwise
 * @param name of the maker, as people know it
 * @param address where its sync socket answers; empty for none
 */
record ParcelHead(
        HubId maker,
        byte[] key,
        Instant made,
        @Nullable HubId recipient,
        String secret,
        String name,
        String address,
        SortedMap<StreamId, Head> heads) {
    private static final int TEXT_BYTES_MAX = 480;

    boolean asks() {
        return !secret.isEmpty();
    }

    byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            text(out, maker.value());
            out.write(key);
            out.writeLong(made.toEpochMilli());
            text(out, recipient == null ? "" : recipient.value());
            text(out, secret);
            longText(out, name);
            longText(out, address);
            List<byte[]> told = told();
            out.writeShort(told.size());
            for (byte[] frame : told) {
                out.writeInt(frame.length);
                out.write(frame);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** The heads as {@code Have} frames. */
    private List<byte[]> told() {
        List<byte[]> frames = new ArrayList<>();
        Iterator<Map.Entry<StreamId, Head>> left = heads.entrySet().iterator();
        do {
            TreeMap<StreamId, Head> batch = new TreeMap<>();
            while (left.hasNext() && batch.size() < ProtocolLimits.HEADS_MAX) {
                Map.Entry<StreamId, Head> next = left.next();
                batch.put(next.getKey(), next.getValue());
            }
            frames.add(Frames.encode(Frame.Have.of(!left.hasNext(), batch)));
        } while (left.hasNext());
        return frames;
    }

    /** @throws IllegalArgumentException saying what was expected, where these bytes are no head */
    static ParcelHead of(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            HubId maker = new HubId(text(in));
            byte[] key = taken(in, Ed25519.KEY_BYTES);
            Instant made = Instant.ofEpochMilli(time(in.getLong()));
            String recipient = text(in);
            String secret = text(in);
            String name = longText(in);
            String address = longText(in);
            SortedMap<StreamId, Head> heads = heads(in);
            if (in.hasRemaining()) {
                throw new IllegalArgumentException("The head was expected to end");
            }
            return new ParcelHead(
                    maker, key, made, recipient.isEmpty() ? null : new HubId(recipient), secret, name, address, heads);
        } catch (BufferUnderflowException | FrameViolation wrong) {
            throw new IllegalArgumentException("The head of a parcel was expected", wrong);
        }
    }

    private static SortedMap<StreamId, Head> heads(ByteBuffer in) {
        TreeMap<StreamId, Head> heads = new TreeMap<>();
        for (int frames = Short.toUnsignedInt(in.getShort()); frames > 0; frames--) {
            int length = in.getInt();
            if (length < 0 || length > in.remaining()) {
                throw new BufferUnderflowException();
            }
            Frame frame = Frames.decode(in.slice(in.position(), length));
            in.position(in.position() + length);
            if (!(frame instanceof Frame.Have have)) {
                throw new IllegalArgumentException("A Have was expected in the head");
            }
            heads.putAll(have.heads());
            if (heads.size() > ProtocolLimits.STREAMS_MAX) {
                throw new IllegalArgumentException("More than " + ProtocolLimits.STREAMS_MAX + " streams");
            }
        }
        return heads;
    }

    private static long time(long millis) {
        if (millis < 0 || millis > LogLimits.TIME_MAX.toEpochMilli()) {
            throw new IllegalArgumentException("A time is from 1970 to 9999; came: " + millis);
        }
        return millis;
    }

    private static byte[] taken(ByteBuffer in, int count) {
        if (count > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] bytes = new byte[count];
        in.get(bytes);
        return bytes;
    }

    private static String text(ByteBuffer in) {
        return new String(taken(in, Byte.toUnsignedInt(in.get())), StandardCharsets.UTF_8);
    }

    private static String longText(ByteBuffer in) {
        int bytes = Short.toUnsignedInt(in.getShort());
        if (bytes > TEXT_BYTES_MAX) {
            throw new IllegalArgumentException("A text has at most " + TEXT_BYTES_MAX + " bytes; came: " + bytes);
        }
        return new String(taken(in, bytes), StandardCharsets.UTF_8);
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeByte(bytes.length);
        out.write(bytes);
    }

    private static void longText(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeShort(bytes.length);
        out.write(bytes);
    }
}
